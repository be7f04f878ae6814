import type { WrongCode } from '@parvis/domain/rules/evidence';
import { limits } from '../reading/limits.js';
import type { ElementPlace } from '../xml/element-place.js';
import type { XmlAttribute } from '../xml/xml-watcher.js';
import { xpathOf } from '../xml/xpath.js';
import type { CodeTest, Decider, Decision } from './code-places.js';
import type { CodesHere } from './codes-here.js';

/** The codes and decisions found among the children of one element, which is open. */
interface Group {
  readonly place: ElementPlace;
  readonly decisions: Set<Decision>;
  readonly waiting: Waiting[];
}

interface Waiting {
  readonly tests: readonly CodeTest[];
  readonly found: string;
  readonly location: string;
}

/** Of a wrong code: longer than any code is. */
const LONGEST_QUOTE = 200;

/** Looks at every code of a file, wherever it stands, and keeps those that are in no list of their rule (BR-CL-…). */
export class CodeWatcher {
  readonly wrong: WrongCode[] = [];
  /** The element now open whose text is wanted. */
  private wanted: ElementPlace | undefined;
  private written = '';
  private readonly groups: Group[] = [];
  private readonly kept = new Map<string, number>();

  /** An element opens of which some rule speaks. */
  open(
    place: ElementPlace,
    { attributed, written, decider }: CodesHere,
    attributes: readonly XmlAttribute[],
  ): void {
    for (const test of attributed) {
      const value = attributeNamed(test.attribute, attributes) ?? (test.required ? '' : undefined);
      if (value === undefined) continue;
      if (!test.accepts(value)) this.look(place, [test], value);
      return;
    }
    if (written.length === 0 && decider === undefined) return;
    this.wanted = place;
    this.written = '';
  }

  text(text: string): void {
    if (this.wanted !== undefined && this.written.length < limits.textLength) this.written += text;
  }

  close(place: ElementPlace): void {
    if (this.wanted === place) this.read(place);
    if (this.groups.length > 0 && this.groups.at(-1)?.place === place) this.settle();
  }

  /** The text that was wanted is whole. */
  private read(place: ElementPlace): void {
    const { written } = this;
    this.wanted = undefined;
    const { codes } = place;
    if (codes?.decider) this.decide(place, codes.decider, written);
    else if (codes) this.look(place, codes.written, written);
  }

  private decide(place: ElementPlace, { levels, decisionIn }: Decider, text: string): void {
    const decision = decisionIn(text);
    let decided: ElementPlace | undefined = place;
    for (let level = 0; level < levels; level++) decided = decided?.parent;
    if (decision && decided) this.groupAt(decided).decisions.add(decision);
  }

  private look(place: ElementPlace, tests: readonly CodeTest[], written: string): void {
    const [first] = tests;
    const found = first?.codeIn ? first.codeIn(written) : written;
    if (!first || found === undefined || tests.every(({ accepts }) => accepts(found))) return;
    if (first.decided === undefined) this.keep(first, found, locationOf(place, first));
    else this.wait(place, tests, found);
  }

  private wait(place: ElementPlace, tests: readonly CodeTest[], found: string): void {
    const { waiting } = this.groupAt(place.parent ?? place);
    if (waiting.length < limits.faults) waiting.push({ tests, found, location: locationOf(place, tests[0]) });
  }

  private keep({ rule }: CodeTest, found: string, location: string): void {
    const kept = this.kept.get(rule) ?? 0;
    this.kept.set(rule, kept + 1);
    if (kept < limits.faults) this.wrong.push({ rule, found: found.slice(0, LONGEST_QUOTE), location });
  }

  private groupAt(place: ElementPlace): Group {
    const last = this.groups.at(-1);
    if (last?.place === place) return last;
    const group: Group = { place, decisions: new Set(), waiting: [] };
    this.groups.push(group);
    return group;
  }

  private settle(): void {
    const group = this.groups.pop();
    for (const { tests, found, location } of group?.waiting ?? []) {
      const test = tests.find(({ decided }) => decided && group?.decisions.has(decided));
      if (test && !test.accepts(found)) this.keep(test, found, location);
    }
  }
}

const locationOf = (place: ElementPlace, test: CodeTest | undefined): string =>
  xpathOf(place) + (test?.attribute === undefined ? '' : `/@${test.attribute}`);

const attributeNamed = (
  name: string | undefined,
  attributes: readonly XmlAttribute[],
): string | undefined => {
  for (const { local, uri, value } of attributes) if (local === name && uri === '') return value;
  return undefined;
};
