import type { Fault } from '@parvis/domain/rules/fault';
import type { SchemaRuleId } from '@parvis/domain/rules/texts/schema-texts';
import { limits } from '../reading/limits.js';
import { readFault } from '../reading/read-fault.js';
import type { ElementPlace } from '../xml/element-place.js';
import { prefixOf } from '../xml/namespaces.js';
import type { XmlAttribute } from '../xml/xml-watcher.js';
import { xpathOf } from '../xml/xpath.js';
import type { CompiledSchema, SchemaChild, SchemaType } from './compile-schema.js';

/** What was seen of the children of an open element. */
interface Frame {
  last: SchemaChild | undefined;
  /** As bits of two words. */
  seen: number;
  seenBeyond: number;
}

/**
 * Holds a document against the order and the cardinalities of its schema, which no official rule covers. Costs little more
 * than a comparison of integers for each element as long as all is well.
 */
export class SchemaWatcher {
  readonly faults: Fault[] = [];
  /** By depth, of elements that hold elements. */
  private readonly frames: Frame[] = [];

  constructor(private readonly schema: CompiledSchema) {}

  open(place: ElementPlace, attributes: readonly XmlAttribute[]): void {
    const { schema: child, parent, depth } = place;
    if (child === undefined) {
      if (parent?.schema && parent.schema.type.holds !== 'anything' && !this.isFull)
        this.unknown(place, parent);
      return;
    }
    if (parent !== undefined) this.meet(child, place, parent);
    if (child.attribute !== undefined) this.needs(child.attribute, place, attributes);
    if (child.type.holds !== 'elements') return;
    const frame = this.frames[depth];
    if (frame) {
      frame.last = undefined;
      frame.seen = 0;
      frame.seenBeyond = 0;
    } else this.frames[depth] = { last: undefined, seen: 0, seenBeyond: 0 };
  }

  text(place: ElementPlace, text: string): void {
    if (place.schema?.type.holds !== 'elements') return;
    for (let index = 0; index < text.length; index++) {
      if (text.charCodeAt(index) > 0x20) {
        if (!this.isFull) this.stray(place, text);
        return;
      }
    }
  }

  close(place: ElementPlace): void {
    const { schema, depth } = place;
    if (schema?.type.holds !== 'elements') return;
    const frame = this.frames[depth];
    if (frame === undefined) return;
    const { type } = schema;
    const [first, second] = type.required;
    const { seen, seenBeyond } = frame;
    if ((seen & first) !== first || (seenBeyond & second) !== second || (type.isChoice && seen === 0))
      this.missing(place, type, frame);
  }

  private meet(child: SchemaChild, place: ElementPlace, parent: ElementPlace): void {
    const frame = this.frames[parent.depth];
    if (frame === undefined) return;
    const { last } = frame;
    if (last !== undefined && child.index <= last.index && !this.isFull)
      this.notAfter(frame, child, last, place);
    frame.last = child;
    if (child.word === 0) frame.seen |= child.bit;
    else frame.seenBeyond |= child.bit;
  }

  /** The child is not behind all that came before: the same again, or in the wrong place. */
  private notAfter(frame: Frame, child: SchemaChild, last: SchemaChild, place: ElementPlace): void {
    const before = (child.word === 0 ? frame.seen : frame.seenBeyond) & child.bit;
    const values = { element: child.name, parent: place.parent?.name ?? '' };
    if (before !== 0 && !child.repeats) this.tell('PV-SCHEMA-REPEATED', xpathOf(place), values);
    else if (child.index < last.index)
      this.tell('PV-SCHEMA-ORDER', xpathOf(place), { ...values, after: last.name });
  }

  private unknown({ uri, local, name }: ElementPlace, parent: ElementPlace): void {
    const prefix = prefixOf(uri);
    const mayBeNewer =
      prefix !== undefined &&
      prefix === this.schema.grows &&
      !this.schema.known.has(name) &&
      parent.schema?.type.holds !== 'text';
    this.tell(
      'PV-SCHEMA-UNKNOWN',
      `${xpathOf(parent)}/${prefix === undefined ? `*[local-name()='${local}']` : name}`,
      { element: name.slice(0, 200), parent: parent.name },
      mayBeNewer ? 'warning' : 'fatal',
    );
  }

  /** Text between elements. */
  private stray(place: ElementPlace, text: string): void {
    const found = text.trim();
    this.tell('PV-SCHEMA-UNKNOWN', xpathOf(place), {
      element: found.length > 80 ? `${found.slice(0, 79)}…` : found,
      parent: place.name,
    });
  }

  private missing(place: ElementPlace, type: SchemaType, { seen, seenBeyond }: Frame): void {
    if (this.isFull) return;
    const needed = type.isChoice
      ? type.inOrder.slice(0, 1)
      : type.inOrder.filter(
          ({ word, bit }) =>
            (type.required[word] & bit) !== 0 && ((word === 0 ? seen : seenBeyond) & bit) === 0,
        );
    for (const { name } of needed)
      this.tell('PV-SCHEMA-MISSING', `${xpathOf(place)}/${name}`, { element: name, parent: place.name });
  }

  private needs(attribute: string, place: ElementPlace, attributes: readonly XmlAttribute[]): void {
    for (const { local, uri } of attributes) if (local === attribute && uri === '') return;
    if (this.isFull) return;
    this.tell('PV-SCHEMA-MISSING', `${xpathOf(place)}/@${attribute}`, {
      element: `@${attribute}`,
      parent: place.name,
    });
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
}
