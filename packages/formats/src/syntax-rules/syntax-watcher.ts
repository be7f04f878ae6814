import type { Seen, SyntaxRule } from '@parvis/domain/rules/en16931/syntax/syntax-rule';
import { termsOfLocation } from '@parvis/domain/rules/en16931/syntax/terms-of-places';
import type { Fault } from '@parvis/domain/rules/fault';
import type { Syntax } from '@parvis/domain/rules/rule';
import { limits } from '../reading/limits.js';
import type { ElementPlace } from '../xml/element-place.js';
import type { XmlAttribute } from '../xml/xml-watcher.js';
import { xpathOf } from '../xml/xpath.js';
import type { Deeds } from './element-automaton.js';
import type { Check, Gathering, Slots, Up } from './rule-plan.js';

type Figures = Readonly<Record<string, string>>;
type TextDeed = Deeds['texts'][number];
type GatherDeed = Deeds['gathers'][number];

/** What was gathered since an element opened; nothing is kept for what was not found. */
class Gathered {
  counts: number[] | undefined;
  texts: string[][] | undefined;
  sums: number[] | undefined;
  /** Where the first one too many stands, by slot. */
  culprits: Map<string, Finding> | undefined;

  constructor(
    readonly plan: Gathering,
    /** Another that began with the same element. */
    readonly other: Gathered | undefined,
  ) {}
}

interface Finding {
  readonly location: string;
  readonly values: Figures;
}

interface Later {
  readonly check: Extract<Check, { kind: 'reading' }>;
  readonly own: Seen;
  readonly element: string;
  readonly finding: Finding;
}

/** Judges the syntax rules while a file is read. */
export class SyntaxWatcher {
  /** What was found, each rule at least once; known when the document element has closed. */
  readonly faults: Fault[] = [];
  private readonly found = new Set<string>();
  /** By depth, of elements with which something begins. */
  private readonly gathered: (Gathered | undefined)[] = [];
  private readonly judgedTexts: (readonly TextDeed[] | undefined)[] = [];
  /** The depths of the elements whose text somebody asks for, and what was heard there so far: values hold no elements. */
  private readonly listening: number[] = [];
  private readonly heard: string[] = [];
  /** The number of the element about which a rule spoke last. */
  private readonly lastNumber = new Map<SyntaxRule, number>();
  private readonly later: Later[] = [];

  constructor(private readonly syntax: Syntax) {}

  /** An element opens of which some rule speaks. */
  open(place: ElementPlace, attributes: readonly XmlAttribute[]): void {
    const { rules } = place;
    if (rules.deeds) this.begin(place, rules.deeds, attributes);
    if (attributes.length > 0 && rules.attributes.size > 0)
      for (const { uri: namespace, local: name, value } of attributes) {
        const concerned = namespace === '' ? rules.attributes.get(name) : undefined;
        if (concerned) this.meet(place, concerned, name, value);
      }
  }

  text(text: string): void {
    const last = this.heard.length - 1;
    if (last < 0) return;
    const heard = this.heard[last] ?? '';
    if (heard.length < limits.textLength) this.heard[last] = heard === '' ? text : heard + text;
  }

  close(place: ElementPlace): void {
    const { deeds } = place.rules;
    if (deeds) this.end(place, deeds);
  }

  private begin(place: ElementPlace, deeds: Deeds, attributes: readonly XmlAttribute[]): void {
    const { depth } = place;
    for (const { rule, up } of deeds.absents) this.forbidden(place, rule, up, undefined, '');
    for (const { gathering, slot, up, to } of deeds.counts)
      this.count(place, gathering, slot, up, to, undefined);
    let gathered: Gathered | undefined;
    for (const { gathering } of deeds.opens) gathered = new Gathered(gathering, gathered);
    this.gathered[depth] = gathered;
    const judged =
      deeds.texts.length > 0 ? deeds.texts.filter(({ when }) => !when || says(attributes, when)) : undefined;
    this.judgedTexts[depth] = judged;
    let listens = judged !== undefined && judged.length > 0;
    for (const deed of deeds.gathers) {
      if (deed.text) listens = true;
      else this.gather(place, deed, '');
    }
    if (listens) {
      this.listening.push(depth);
      this.heard.push('');
    }
  }

  private end(place: ElementPlace, deeds: Deeds): void {
    const { depth } = place;
    if (this.listening.at(-1) === depth) {
      this.listening.pop();
      const text = this.heard.pop() ?? '';
      for (const deed of deeds.gathers) if (deed.text) this.gather(place, deed, text);
      for (const { rule, holds } of this.judgedTexts[depth] ?? [])
        if (!holds(text) && this.wanted(rule)) this.report(rule, this.here(place, undefined, text));
    }
    for (let gathered = this.gathered[depth]; gathered; gathered = gathered.other)
      for (const check of gathered.plan.checks) this.check(place, gathered, check);
    if (depth === 0) this.checkLater();
  }

  /** An attribute some rule speaks of. */
  private meet(place: ElementPlace, { absents, counts, gathers }: Deeds, name: string, value: string): void {
    for (const { rule, up } of absents) this.forbidden(place, rule, up, name, value);
    for (const { gathering, slot, up, to } of counts) this.count(place, gathering, slot, up, to, name);
    for (const deed of gathers) this.gather(place, deed, value);
  }

  private forbidden(
    place: ElementPlace,
    rule: SyntaxRule,
    up: Up,
    attribute: string | undefined,
    value: string,
  ): void {
    const judged = numberAbove(place, up);
    if (this.lastNumber.get(rule) === judged) return;
    this.lastNumber.set(rule, judged);
    if (this.wanted(rule)) this.report(rule, this.here(place, attribute, value));
  }

  private count(
    place: ElementPlace,
    gathering: Gathering,
    slot: number,
    up: Up,
    to: number,
    attribute: string | undefined,
  ): void {
    const gathered = this.gatheredAt(gathering, place, up);
    if (!gathered) return;
    gathered.counts ??= [];
    const count = (gathered.counts[slot] ?? 0) + 1;
    gathered.counts[slot] = count;
    if (count !== to + 1 || this.faults.length >= limits.faults) return;
    gathered.culprits ??= new Map();
    gathered.culprits.set(`count ${slot}`, this.here(place, attribute, ''));
  }

  private gather(place: ElementPlace, { gathering, slot, up }: GatherDeed, text: string): void {
    const gathered = this.gatheredAt(gathering, place, up);
    if (!gathered) return;
    gathered.texts ??= [];
    const texts = gathered.texts[slot];
    if (texts) texts.push(text);
    else gathered.texts[slot] = [text];
  }

  private check(place: ElementPlace, gathered: Gathered, check: Check): void {
    switch (check.kind) {
      case 'count': {
        const count = gathered.counts?.[check.slot] ?? 0;
        if (count >= check.from && count <= check.to) return;
        this.reportMany(place, check.rule, gathered, `count ${check.slot}`, count, check.of);
        return;
      }
      case 'sum': {
        const sum = gathered.sums?.[check.slot] ?? 0;
        if (sum > check.to) this.reportMany(place, check.rule, gathered, `sum ${check.slot}`, sum, check.of);
        return;
      }
      case 'add': {
        const added = gathered.texts ? check.adds(seenIn(gathered, check.own)) : 0;
        const outer = added > 0 ? this.gatheredAt(check.to, place, check.up) : undefined;
        if (!outer) return;
        outer.sums ??= [];
        const before = outer.sums[check.slot] ?? 0;
        outer.sums[check.slot] = before + added;
        if (before > check.limit || before + added <= check.limit || this.faults.length >= limits.faults)
          return;
        outer.culprits ??= new Map();
        outer.culprits.set(`sum ${check.slot}`, this.here(place, undefined, ''));
        return;
      }
      case 'reading': {
        if (check.holdsUnseen && !hasAny(gathered, check.own)) return;
        if (check.document.length > 0 && this.later.length >= limits.faults) return;
        const own = seenIn(gathered, check.own);
        const element = place.local;
        if (check.document.length > 0) {
          this.later.push({ check, own, element, finding: this.here(place, undefined, '') });
        } else if (this.wanted(check.rule) && !check.holds(own, { syntax: this.syntax, element })) {
          this.report(check.rule, this.here(place, undefined, figureOf(own)));
        }
      }
    }
  }

  private checkLater(): void {
    const document = this.gathered[0];
    for (const { check, own, element, finding } of this.later) {
      const seen = { ...own, ...(document && seenIn(document, check.document)) };
      if (!check.holds(seen, { syntax: this.syntax, element })) this.report(check.rule, finding);
    }
  }

  private reportMany(
    place: ElementPlace,
    rule: SyntaxRule,
    gathered: Gathered,
    slot: string,
    count: number,
    of: string,
  ): void {
    if (!this.wanted(rule)) return;
    const { location, values } = gathered.culprits?.get(slot) ?? this.here(place, undefined, '');
    const element = of.replace(/^.*\//, '');
    this.report(rule, { location, values: { element, ...(count > 0 && values), count: String(count) } });
  }

  private report(rule: SyntaxRule, { location, values }: Finding): void {
    if (!this.wanted(rule)) return;
    this.found.add(rule.id);
    const { id, severity } = rule;
    const terms =
      rule.terms.length === 1 ? rule.terms : [...new Set([...termsOfLocation(location), ...rule.terms])];
    this.faults.push({ rule: id, severity, terms, path: '', location, values });
  }

  /** Every rule is told once at least, and none without end. */
  private wanted({ id }: SyntaxRule): boolean {
    return this.faults.length < limits.faults || !this.found.has(id);
  }

  private here(place: ElementPlace, attribute: string | undefined, found: string): Finding {
    const quote = found.trim().slice(0, LONGEST_QUOTE);
    const values = {
      element: attribute === undefined ? place.name : `@${attribute}`,
      parent: attribute === undefined && place.parent ? place.parent.name : place.name,
      ...(quote !== '' && { found: quote }),
    };
    return { location: xpathOf(place) + (attribute === undefined ? '' : `/@${attribute}`), values };
  }

  private gatheredAt(plan: Gathering, place: ElementPlace, up: Up): Gathered | undefined {
    let gathered = this.gathered[up === 'document' ? 0 : place.depth - up];
    while (gathered && gathered.plan !== plan) gathered = gathered.other;
    return gathered;
  }
}

/** Of the element open at a place, or of one above. */
const numberAbove = (place: ElementPlace, up: Up): number => {
  let above = place;
  for (let level = 0; above.parent && (up === 'document' || level < up); level++) above = above.parent;
  return above.number;
};

/** Of a value, in characters: sentences quote less. */
const LONGEST_QUOTE = 200;

const none: readonly string[] = [];

const hasAny = ({ texts }: Gathered, slots: Slots): boolean => {
  if (!texts) return false;
  for (const { slot } of slots) if (texts[slot]) return true;
  return false;
};

const seenIn = ({ texts }: Gathered, slots: Slots): Seen => {
  const seen: Record<string, readonly string[]> = {};
  for (const { name, slot } of slots) seen[name] = texts?.[slot] ?? none;
  return seen;
};

/** The value a sentence may quote: the last that was read. */
const figureOf = (seen: Seen): string =>
  Object.values(seen)
    .flat()
    .findLast((text) => text.trim() !== '') ?? '';

const says = (
  attributes: readonly XmlAttribute[],
  { attribute, value }: NonNullable<TextDeed['when']>,
): boolean => attributes.some((one) => one.local === attribute && one.uri === '' && one.value === value);
