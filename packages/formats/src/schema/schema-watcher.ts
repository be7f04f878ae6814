import type { Fault } from '@parvis/domain/rules/fault';
import type { SchemaRuleId } from '@parvis/domain/rules/texts/schema-texts';
import { limits } from '../reading/limits.js';
import { readFault } from '../reading/read-fault.js';
import { prefixOf } from '../xml/namespaces.js';
import type { XmlAttribute, XmlWatcher } from '../xml/xml-watcher.js';
import type { CompiledSchema, SchemaChild, SchemaType } from './compile-schema.js';

/** An element on the way from the root to where the document is being read, and what was seen of its children. */
interface Frame {
  type: SchemaType;
  /** The child seen last; while we are inside it, it is the way down. */
  last: SchemaChild | undefined;
  /** Its rank among the children of its name. */
  rank: number;
  /** The children seen, as bits of two words. */
  seen: number;
  seenBeyond: number;
}

/**
 * Holds a document against the order and the cardinalities of its schema, which no official rule covers. Costs little more
 * than a comparison of names for each element as long as all is well.
 */
export class SchemaWatcher implements XmlWatcher {
  readonly faults: Fault[] = [];
  private readonly frames: Frame[] = [];
  private frame: Frame | undefined;
  private depth = -1;
  /** Inside an element that holds text. */
  private inText = false;
  /** How many elements we are inside whose content is not looked at. */
  private ignored = 0;

  constructor(private readonly schema: CompiledSchema) {}

  open(uri: string, local: string, attributes: readonly XmlAttribute[]): void {
    if (this.ignored > 0) {
      this.ignored++;
      return;
    }
    const parent = this.frame;
    if (parent === undefined) {
      this.enter(this.schema.root);
      return;
    }
    const child = this.inText ? undefined : childOf(parent, uri, local);
    if (child === undefined) {
      if (!this.isFull) this.unknown(uri, local);
      this.ignored = 1;
      return;
    }
    const { last } = parent;
    parent.rank = child === last ? parent.rank + 1 : 1;
    if (last !== undefined && child.index <= last.index && !this.isFull) this.notAfter(parent, child, last);
    parent.last = child;
    if (child.word === 0) parent.seen |= child.bit;
    else parent.seenBeyond |= child.bit;
    if (child.attribute !== undefined) this.needs(child.attribute, child, parent, attributes);
    const { holds } = child.type;
    if (holds === 'text') this.inText = true;
    else if (holds === 'elements') this.enter(child.type);
    else this.ignored = 1;
  }

  text(text: string): void {
    const { frame } = this;
    if (this.inText || this.ignored > 0 || frame === undefined) return;
    for (let index = 0; index < text.length; index++) {
      if (text.charCodeAt(index) > 0x20) {
        if (!this.isFull) this.stray(text);
        return;
      }
    }
  }

  close(): void {
    if (this.ignored > 0) {
      this.ignored--;
      return;
    }
    if (this.inText) {
      this.inText = false;
      return;
    }
    const { frame } = this;
    if (frame === undefined) return;
    const { type, seen, seenBeyond } = frame;
    const [first, second] = type.required;
    if ((seen & first) !== first || (seenBeyond & second) !== second || (type.isChoice && seen === 0))
      this.missing(frame);
    this.frame = this.frames[--this.depth];
  }

  private enter(type: SchemaType): void {
    const known = this.frames[++this.depth];
    if (known) {
      known.type = type;
      known.last = undefined;
      known.rank = 0;
      known.seen = 0;
      known.seenBeyond = 0;
      this.frame = known;
      return;
    }
    this.frame = { type, last: undefined, rank: 0, seen: 0, seenBeyond: 0 };
    this.frames.push(this.frame);
  }

  /** The child is not behind all that came before: the same again, or in the wrong place. */
  private notAfter(parent: Frame, child: SchemaChild, last: SchemaChild): void {
    const before = (child.word === 0 ? parent.seen : parent.seenBeyond) & child.bit;
    if (before !== 0 && !child.repeats) {
      parent.rank = Math.max(2, parent.rank);
      this.tell('PV-SCHEMA-REPEATED', this.pathOfChild(child, parent.rank), {
        element: child.name,
        parent: this.name(),
      });
    } else if (child.index < last.index)
      this.tell('PV-SCHEMA-ORDER', this.pathOfChild(child, parent.rank), {
        element: child.name,
        after: last.name,
        parent: this.name(),
      });
  }

  private unknown(uri: string, local: string): void {
    const prefix = prefixOf(uri);
    const name = prefix === undefined ? local : `${prefix}:${local}`;
    const mayBeNewer =
      prefix !== undefined && prefix === this.schema.grows && !this.schema.known.has(name) && !this.inText;
    this.tell(
      'PV-SCHEMA-UNKNOWN',
      `${this.path()}/${prefix === undefined ? `*[local-name()='${local}']` : name}`,
      { element: name.slice(0, 200), parent: this.name() },
      mayBeNewer ? 'warning' : 'fatal',
    );
  }

  /** Text between elements. */
  private stray(text: string): void {
    const found = text.trim();
    this.tell('PV-SCHEMA-UNKNOWN', this.path(), {
      element: found.length > 80 ? `${found.slice(0, 79)}…` : found,
      parent: this.name(),
    });
  }

  private missing(frame: Frame): void {
    if (this.isFull) return;
    const { type, seen, seenBeyond } = frame;
    const needed = type.isChoice
      ? type.inOrder.slice(0, 1)
      : type.inOrder.filter(
          ({ word, bit }) =>
            (type.required[word] & bit) !== 0 && ((word === 0 ? seen : seenBeyond) & bit) === 0,
        );
    for (const { name } of needed)
      this.tell('PV-SCHEMA-MISSING', `${this.path()}/${name}`, { element: name, parent: this.name() });
  }

  private needs(
    attribute: string,
    child: SchemaChild,
    parent: Frame,
    attributes: readonly XmlAttribute[],
  ): void {
    for (const { local, uri } of attributes) if (local === attribute && uri === '') return;
    if (this.isFull) return;
    const path = `${this.pathOfChild(child, parent.rank)}/@${attribute}`;
    this.tell('PV-SCHEMA-MISSING', path, { element: `@${attribute}`, parent: child.name });
  }

  private tell(
    rule: SchemaRuleId,
    location: string,
    values: Readonly<Record<string, string>>,
    severity: Fault['severity'] = 'fatal',
  ): void {
    this.faults.push(readFault(rule, { location, values, severity }));
  }

  private get isFull(): boolean {
    return this.faults.length >= limits.faults;
  }

  /** The element we are in. */
  private name(): string {
    return (
      (this.inText ? this.frame?.last?.name : this.frames[this.depth - 1]?.last?.name) ?? this.schema.rootName
    );
  }

  private path(): string {
    const way = this.frames.slice(0, this.inText ? this.depth + 1 : this.depth);
    return way.reduce(
      (path, { last, rank }) => (last ? `${path}/${ranked(last, rank)}` : path),
      `/${this.schema.rootName}`,
    );
  }

  private pathOfChild(child: SchemaChild, rank: number): string {
    return `${this.path()}/${ranked(child, rank)}`;
  }
}

const ranked = ({ name, repeats }: SchemaChild, rank: number): string =>
  repeats || rank > 1 ? `${name}[${rank}]` : name;

const childOf = ({ type, last }: Frame, uri: string, local: string): SchemaChild | undefined => {
  const guess = last?.follower;
  if (guess !== undefined && guess.local === local && guess.uri === uri) return guess;
  const child = type.children.get(local);
  if (child?.uri !== uri) return undefined;
  if (last !== undefined) last.follower = child;
  return child;
};
