import type { WrongCode } from '@parvis/domain/rules/evidence';
import { limits } from '../reading/limits.js';
import { namespaces } from '../xml/namespaces.js';
import { trimmed } from '../xml/white-space.js';
import type { XmlAttribute, XmlWatcher } from '../xml/xml-watcher.js';
import type { CodePlace, CodePlaces, Decider, Decision, Sought } from './code-places.js';

/** The codes and decisions found among the children of one element, which is open. */
interface Group {
  readonly depth: number;
  readonly decisions: Set<Decision>;
  readonly waiting: Waiting[];
}

interface Waiting {
  readonly places: readonly CodePlace[];
  readonly found: string;
  readonly location: string;
}

/** Of a wrong code: longer than any code is. */
const LONGEST_QUOTE = 200;

/** Looks at every code of a file, wherever it stands, and keeps those that are in no list of their rule (BR-CL-…). */
export class CodeWatcher implements XmlWatcher {
  readonly wrong: WrongCode[] = [];
  private readonly names: string[] = [];
  private readonly uris: string[] = [];
  private depth = 0;
  private readonly ranks: number[] = [];
  /** What the text of the element now open is wanted for. */
  private wanted: readonly CodePlace[] | Decider | undefined;
  private wantedDepth = 0;
  private written = '';
  private readonly groups: Group[] = [];
  private readonly kept = new Map<string, number>();

  constructor(private readonly sought: CodePlaces) {}

  open(uri: string, local: string, attributes: readonly XmlAttribute[]): void {
    const depth = ++this.depth;
    // Elements of a name stand together: what was here before is the one beside it.
    this.ranks[depth] = this.names[depth] === local ? (this.ranks[depth] ?? 0) + 1 : 1;
    this.names[depth] = local;
    this.names[depth + 1] = '';
    this.uris[depth] = uri;
    const sought = this.sought.byName.get(local);
    if (sought?.uri === uri) this.meet(sought, attributes);
  }

  text(text: string): void {
    if (this.wanted !== undefined && this.written.length < limits.textLength) this.written += text;
  }

  close(): void {
    if (this.wantedDepth === this.depth) this.read();
    if (this.groups.at(-1)?.depth === this.depth) this.settle();
    this.depth--;
  }

  private meet({ under, anywhere, decider }: Sought, attributes: readonly XmlAttribute[]): void {
    const above = this.depth - 1;
    const parent = this.names[above] ?? '';
    const isOurs = this.uris[above] === this.sought.above(parent);
    if (decider) {
      if (decider.under === undefined || (isOurs && decider.under === parent)) this.want(decider);
      return;
    }
    const fitting = (isOurs ? under.get(parent) : undefined) ?? anywhere;
    if (fitting === undefined) return;
    for (const place of fitting.attributed) {
      const value = attributeNamed(place.attribute, attributes) ?? (place.required ? '' : undefined);
      if (value === undefined) continue;
      if (!place.accepts(value)) this.look([place], value);
      return;
    }
    if (fitting.written.length > 0) this.want(fitting.written);
  }

  private want(wanted: readonly CodePlace[] | Decider): void {
    this.wanted = wanted;
    this.wantedDepth = this.depth;
    this.written = '';
  }

  /** The text that was wanted is whole. */
  private read(): void {
    const { wanted, written } = this;
    this.wanted = undefined;
    this.wantedDepth = 0;
    if (wanted === undefined) return;
    if ('levels' in wanted) this.decide(wanted, written);
    else this.look(wanted, written);
  }

  private decide({ levels, decisionIn }: Decider, text: string): void {
    const decision = decisionIn(text);
    if (decision) this.groupAt(this.depth - levels).decisions.add(decision);
  }

  private look(places: readonly CodePlace[], written: string): void {
    const [first] = places;
    const found = first?.codeIn ? first.codeIn(written) : written;
    if (!first || found === undefined || places.every((place) => this.holds(place, found))) return;
    if (first.decided === undefined) this.keep(first, found, this.location(first.attribute));
    else this.wait(places, found);
  }

  private wait(places: readonly CodePlace[], found: string): void {
    const { waiting } = this.groupAt(this.depth - 1);
    if (waiting.length < limits.faults) {
      waiting.push({ places, found, location: this.location(places[0]?.attribute) });
    }
  }

  private keep({ rule }: CodePlace, found: string, location: string): void {
    const kept = this.kept.get(rule) ?? 0;
    this.kept.set(rule, kept + 1);
    if (kept < limits.faults) this.wrong.push({ rule, found: found.slice(0, LONGEST_QUOTE), location });
  }

  private holds({ accepts, also, onlyBelow, notBelow }: CodePlace, found: string): boolean {
    if (accepts(found)) return true;
    if (trimmed(found) === also?.code && also.below.some((name) => this.isBelow(name))) return true;
    if (onlyBelow !== undefined && !this.isBelow(onlyBelow)) return true;
    return notBelow?.some((name) => this.isBelow(name)) ?? false;
  }

  private isBelow(name: string): boolean {
    return this.names.slice(1, this.depth).includes(name);
  }

  private groupAt(depth: number): Group {
    const last = this.groups.at(-1);
    if (last?.depth === depth) return last;
    const group: Group = { depth, decisions: new Set(), waiting: [] };
    this.groups.push(group);
    return group;
  }

  private settle(): void {
    const group = this.groups.pop();
    for (const { places, found, location } of group?.waiting ?? []) {
      const place = places.find(({ decided }) => decided && group?.decisions.has(decided));
      if (place && !place.accepts(found)) this.keep(place, found, location);
    }
  }

  private location(attribute = ''): string {
    const steps = this.names.slice(1, this.depth + 1).map((name, index) => {
      const rank = this.ranks[index + 1] ?? 1;
      const prefix = prefixes.get(this.uris[index + 1] ?? '') ?? '';
      return `/${prefix}${name}${rank > 1 || isLine.test(name) ? `[${rank}]` : ''}`;
    });
    return steps.join('') + (attribute && `/@${attribute}`);
  }
}

const isLine = /^(?:Invoice|CreditNote)Line$|LineItem$/;

/** The roots of UBL bear none. */
const prefixes = new Map(Object.entries(namespaces).map(([prefix, uri]) => [uri, `${prefix}:`]));

const attributeNamed = (
  name: string | undefined,
  attributes: readonly XmlAttribute[],
): string | undefined => {
  for (const { local, uri, value } of attributes) if (local === name && uri === '') return value;
  return undefined;
};
