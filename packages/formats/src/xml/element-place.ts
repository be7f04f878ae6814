import type { ElementSchema } from '../binding/element-schema.js';
import type { CodesHere } from '../code-lists/codes-here.js';
import type { SchemaChild } from '../schema/compile-schema.js';
import type { State } from '../syntax-rules/element-automaton.js';
import type { PathStep } from './xpath.js';

export interface PlaceName {
  readonly uri: string;
  readonly local: string;
  /** With the usual prefix: `cbc:ID`. */
  readonly name: string;
  /** Told with its rank even where it is the first. */
  readonly repeats: boolean;
}

/** What each table says of the elements at one place. */
export interface PlaceTables {
  /** Undefined where no term of the norm stands. */
  readonly bound: ElementSchema | undefined;
  /** Undefined where the schema knows no such element, or does not look. */
  readonly schema: SchemaChild | undefined;
  readonly rules: State;
  readonly codes: CodesHere | undefined;
}

/** Makes the places not met before, and numbers elements. */
export interface PlaceMaker {
  makeBelow(parent: ElementPlace, uri: string, local: string): ElementPlace;
  nextNumber(): number;
}

/**
 * A place where elements may stand: a name below a name, up to the root. It is worked out once and remembered from
 * document to document. No two elements are open at one place at once, so that it tells where the one open there stands.
 */
export class ElementPlace implements PathStep {
  readonly uri: string;
  readonly local: string;
  readonly name: string;
  readonly repeats: boolean;
  readonly bound: PlaceTables['bound'];
  readonly schema: PlaceTables['schema'];
  readonly rules: PlaceTables['rules'];
  readonly codes: PlaceTables['codes'];
  readonly depth: number;
  /** Of the element that opened here last: its rank among its parent's children of the same name, from 1. */
  position = 1;
  /** Its number: no other element has it. */
  number = 0;
  /** The number of its parent. */
  private within = 0;
  /** Few places have any; those that are not remembered have none. */
  private children: Map<string, ElementPlace> | undefined;
  /** The child that opened last, and what came after this place the last time: documents repeat themselves. */
  private last: ElementPlace | undefined;
  private follower: ElementPlace | undefined;

  constructor(
    private readonly maker: PlaceMaker,
    readonly parent: ElementPlace | undefined,
    readonly isRemembered: boolean,
    { uri, local, name, repeats }: PlaceName,
    { bound, schema, rules, codes }: PlaceTables,
  ) {
    this.uri = uri;
    this.local = local;
    this.name = name;
    this.repeats = repeats;
    this.bound = bound;
    this.schema = schema;
    this.rules = rules;
    this.codes = codes;
    this.depth = parent ? parent.depth + 1 : 0;
  }

  /** An element opens here, in the one that is open at the place above. */
  open(): void {
    const { parent } = this;
    if (parent) {
      this.position = this.within === parent.number ? this.position + 1 : 1;
      this.within = parent.number;
    }
    this.number = this.maker.nextNumber();
  }

  below(uri: string, local: string): ElementPlace {
    const guess = this.last?.follower;
    if (guess !== undefined && guess.local === local && guess.uri === uri) {
      this.last = guess;
      return guess;
    }
    const known = this.children?.get(local);
    if (known?.uri !== uri) return this.enter(uri, local);
    this.passTo(known);
    return known;
  }

  private enter(uri: string, local: string): ElementPlace {
    const child = this.maker.makeBelow(this, uri, local);
    if (child.isRemembered && !this.children?.has(local)) {
      this.children ??= new Map();
      this.children.set(child.local, child);
      this.passTo(child);
    }
    return child;
  }

  private passTo(child: ElementPlace): void {
    if (this.last !== undefined) this.last.follower = child;
    this.last = child;
  }
}
