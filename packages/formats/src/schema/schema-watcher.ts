import type { Fault } from '@parvis/domain/rules/fault';
import type { SchemaRuleId } from '@parvis/domain/rules/texts/schema-texts';
import { limits } from '../reading/limits.js';
import { readFault } from '../reading/read-fault.js';
import { prefixOf } from '../xml/namespaces.js';
import type { XmlAttribute, XmlWatcher } from '../xml/xml-watcher.js';
import type { CompiledSchema, SchemaChild, SchemaType } from './compile-schema.js';

/** An element on the way from the root to where the document is being read. */
interface Frame {
  type: SchemaType;
  name: string;
  /** Its rank among its parent's children of the same name; 0 where there can be one only. */
  rank: number;
  /** The child seen last. */
  last: SchemaChild | undefined;
  lastRank: number;
  /** The children seen, as bits of two words. */
  seen: number;
  seenBeyond: number;
}

/**
 * Holds a document against the order and the cardinalities of its schema, which no official rule covers. Costs one look-up
 * for each element as long as all is well.
 */
export class SchemaWatcher implements XmlWatcher {
  readonly faults: Fault[] = [];
  private readonly frames: Frame[];
  private depth = -1;
  /** How many elements we are inside whose content is not looked at. */
  private ignored = 0;

  constructor(private readonly schema: CompiledSchema) {
    this.frames = Array.from({ length: limits.depth + 2 }, () => ({
      type: schema.root,
      name: schema.rootName,
      rank: 0,
      last: undefined,
      lastRank: 0,
      seen: 0,
      seenBeyond: 0,
    }));
  }

  open(uri: string, local: string, attributes: readonly XmlAttribute[]): void {
    if (this.ignored > 0) {
      this.ignored++;
      return;
    }
    const parent = this.frames[this.depth];
    if (parent === undefined) {
      this.depth = 0;
      return;
    }
    const child = parent.type.children.get(local);
    if (child === undefined || child.uri !== uri) {
      this.unknown(parent, uri, local);
      this.ignored = 1;
      return;
    }
    const { last } = parent;
    parent.lastRank = child === last ? parent.lastRank + 1 : 1;
    if (last !== undefined && child.index <= last.index) this.notAfter(parent, child, last);
    parent.last = child;
    if (child.word === 0) parent.seen |= child.bit;
    else parent.seenBeyond |= child.bit;
    if (child.attribute !== undefined) this.needs(child.attribute, child, parent, attributes);
    if (child.type.holds === 'anything') {
      this.ignored = 1;
      return;
    }
    const frame = this.frames[++this.depth];
    if (frame) enter(frame, child, parent);
  }

  text(text: string): void {
    if (this.ignored > 0) return;
    const frame = this.frames[this.depth];
    if (frame === undefined || frame.type.holds !== 'elements') return;
    for (let index = 0; index < text.length; index++) {
      if (text.charCodeAt(index) > 0x20) {
        this.stray(frame, text);
        return;
      }
    }
  }

  close(): void {
    if (this.ignored > 0) {
      this.ignored--;
      return;
    }
    const frame = this.frames[this.depth];
    if (frame === undefined) return;
    const { type } = frame;
    if (
      (frame.seen & type.required[0]) !== type.required[0] ||
      (frame.seenBeyond & type.required[1]) !== type.required[1] ||
      (type.isChoice && frame.seen === 0)
    )
      this.missing(frame);
    this.depth--;
  }

  /** The child is not behind all that came before: the same again, or in the wrong place. */
  private notAfter(parent: Frame, child: SchemaChild, last: SchemaChild): void {
    const before = (child.word === 0 ? parent.seen : parent.seenBeyond) & child.bit;
    if (before !== 0 && !child.repeats) {
      parent.lastRank = Math.max(2, parent.lastRank);
      this.tell('PV-SCHEMA-REPEATED', this.pathOfChild(child, parent.lastRank), {
        element: child.name,
        parent: parent.name,
      });
    } else if (child.index < last.index)
      this.tell('PV-SCHEMA-ORDER', this.pathOfChild(child, parent.lastRank), {
        element: child.name,
        after: last.name,
        parent: parent.name,
      });
  }

  private unknown(parent: Frame, uri: string, local: string): void {
    const prefix = prefixOf(uri);
    const name = prefix === undefined ? local : `${prefix}:${local}`;
    // Editions after the ones we know add elements of the same namespaces.
    const mayBeNewer = this.schema.grows && prefix !== undefined && !this.schema.known.has(name);
    this.tell(
      'PV-SCHEMA-UNKNOWN',
      `${this.path()}/${prefix === undefined ? `*[local-name()='${local}']` : name}`,
      { element: name.slice(0, 200), parent: parent.name },
      mayBeNewer && parent.type.holds === 'elements' ? 'warning' : 'fatal',
    );
  }

  /** Text between elements. */
  private stray(frame: Frame, text: string): void {
    const found = text.trim();
    this.tell('PV-SCHEMA-UNKNOWN', this.path(), {
      element: found.length > 80 ? `${found.slice(0, 79)}…` : found,
      parent: frame.name,
    });
  }

  private missing(frame: Frame): void {
    const { type, seen, seenBeyond } = frame;
    const needed = type.isChoice
      ? type.inOrder.slice(0, 1)
      : type.inOrder.filter(
          ({ word, bit }) =>
            (type.required[word] & bit) !== 0 && ((word === 0 ? seen : seenBeyond) & bit) === 0,
        );
    for (const { name } of needed)
      this.tell('PV-SCHEMA-MISSING', `${this.path()}/${name}`, { element: name, parent: frame.name });
  }

  private needs(
    attribute: string,
    child: SchemaChild,
    parent: Frame,
    attributes: readonly XmlAttribute[],
  ): void {
    for (const { local, uri } of attributes) if (local === attribute && uri === '') return;
    const path = `${this.pathOfChild(child, parent.lastRank)}/@${attribute}`;
    this.tell('PV-SCHEMA-MISSING', path, { element: `@${attribute}`, parent: child.name });
  }

  private tell(
    rule: SchemaRuleId,
    location: string,
    values: Readonly<Record<string, string>>,
    severity: Fault['severity'] = 'fatal',
  ): void {
    if (this.faults.length < limits.faults) this.faults.push(readFault(rule, { location, values, severity }));
  }

  private path(): string {
    let path = '';
    for (let depth = 0; depth <= this.depth; depth++) {
      const { name = '', rank = 0 } = this.frames[depth] ?? {};
      path += `/${name}${rank > 0 ? `[${rank}]` : ''}`;
    }
    return path;
  }

  private pathOfChild(child: SchemaChild, rank: number): string {
    return `${this.path()}/${child.name}${child.repeats || rank > 1 ? `[${rank}]` : ''}`;
  }
}

const enter = (frame: Frame, child: SchemaChild, { lastRank }: Frame): void => {
  frame.type = child.type;
  frame.name = child.name;
  frame.rank = child.repeats || lastRank > 1 ? lastRank : 0;
  frame.last = undefined;
  frame.lastRank = 0;
  frame.seen = 0;
  frame.seenBeyond = 0;
};
