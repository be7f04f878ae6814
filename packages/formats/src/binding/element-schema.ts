import type { ValueKind } from './business-terms.js';
import type { Draft } from './draft.js';
import type { Condition } from './element-path.js';
import type { LeafPath } from './model-paths.js';
import type { ModelPlace } from './model-place.js';

/** One element of a syntax, with what the bindings want of it. Compiled once from the tables. */
export interface ElementSchema {
  /** With the usual prefix: `cbc:ID`. */
  readonly name: string;
  readonly uri: string;
  /** Read as it streams by, its children handled one by one: the root, and what holds the lines. */
  container: boolean;
  /** Stands in a list of the model. */
  repeats: boolean;
  readonly children: Map<string, ElementSchema>;
  /** Only conditions look at it. */
  decides: boolean;
  /** A number of its own among the elements of the syntax. */
  readonly index: number;
}

/** What bindings want of an element when their conditions hold on it and on the elements above. */
export interface Wish {
  readonly conditions: readonly Condition[];
  /** The list of the model that gains an entry. */
  opens?: OpenedList;
  /** Objects of the model that exist from now on. */
  readonly groups: WantedGroup[];
  readonly values: WantedValue[];
  /** Terms whose element stands inside, as a rule; rules look at this one when it does not. */
  readonly awaits: AwaitedValue[];
  /** What is wanted further down. */
  readonly below: Map<string, Wish[]>;
}

export interface OpenedList {
  readonly list: string;
  readonly holder: ModelPlace;
  /** Entries stand one after the other, and each element of the name is one. */
  readonly inOrder: boolean;
}

export interface WantedGroup extends ModelPlace {
  readonly path: string;
  readonly blank: Draft | undefined;
}

/** The text of the element, or of one of its attributes, and where it goes. */
export interface WantedValue {
  readonly attribute: string | undefined;
  /** White space around the text belongs to the value. */
  readonly asWritten: boolean;
  readonly target: ValueTarget;
  /** 0 for the preferred place of the term. */
  readonly preference: number;
  /** Of a tax category: whether the place is one of VAT. */
  readonly tax: 'vat' | 'other' | undefined;
}

export interface AwaitedValue {
  readonly child: string;
  readonly target: ValueTarget;
}

export interface ValueTarget extends ModelPlace {
  readonly path: LeafPath;
  readonly term: string;
  readonly kind: ValueKind;
}
