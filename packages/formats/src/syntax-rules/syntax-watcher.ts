import type { Seen, SyntaxRule } from '@parvis/domain/rules/en16931/syntax/syntax-rule';
import { syntaxRulesOf } from '@parvis/domain/rules/en16931/syntax/syntax-rules';
import { termsOfLocation } from '@parvis/domain/rules/en16931/syntax/terms-of-places';
import type { Fault } from '@parvis/domain/rules/fault';
import type { Syntax } from '@parvis/domain/rules/rule';
import { limits } from '../reading/limits.js';
import type { XmlAttribute, XmlWatcher } from '../xml/xml-watcher.js';
import { type Deeds, ElementAutomaton, type State } from './element-automaton.js';
import { ElementTrail } from './element-trail.js';
import { type Check, type Gathering, planRules, type Slots, type Up } from './rule-plan.js';

/** Judges the syntax rules while a file is read. */
export interface SyntaxWatcher extends XmlWatcher {
  /** What was found, each rule at least once; known when the document element has closed. */
  readonly faults: readonly Fault[];
}

const automata = new Map<Syntax, ElementAutomaton>();

/** A watcher for one document of this syntax. The rules are compiled once a syntax. */
export const syntaxWatcher = (syntax: Syntax): SyntaxWatcher => {
  const automaton =
    automata.get(syntax) ?? new ElementAutomaton(planRules(syntax, syntaxRulesOf(syntax)).deeds);
  automata.set(syntax, automaton);
  return new RuleWatcher(syntax, automaton);
};

type Figures = Readonly<Record<string, string>>;
type TextDeed = Deeds['texts'][number];
type GatherDeed = Deeds['gathers'][number];

/** What was gathered since an element opened; nothing is kept for what was not found. */
class Gathered {
  counts: number[] | undefined;
  texts: string[][] | undefined;
  sums: number[] | undefined;
  /** Where the first one too many stands, by slot. */
  culprits: Map<string, Place> | undefined;

  constructor(
    readonly plan: Gathering,
    readonly depth: number,
    /** Another that began with the same element. */
    readonly other: Gathered | undefined,
  ) {}
}

interface Place {
  readonly location: string;
  readonly values: Figures;
}

interface Later {
  readonly check: Extract<Check, { kind: 'reading' }>;
  readonly own: Seen;
  readonly element: string;
  readonly place: Place;
}

class RuleWatcher implements SyntaxWatcher {
  readonly faults: Fault[] = [];
  private readonly found = new Set<string>();
  private readonly trail = new ElementTrail();
  private readonly states: State[] = [];
  private readonly gathered: (Gathered | undefined)[] = [];
  /** The depths of the elements whose text somebody asks for, and what was heard there so far: values hold no elements. */
  private readonly listening: number[] = [];
  private readonly heard: string[] = [];
  private readonly judgedTexts: (readonly TextDeed[] | undefined)[] = [];
  private readonly locals: string[] = [];
  private readonly ordinals: number[] = [];
  private readonly lastOrdinal = new Map<SyntaxRule, number>();
  private readonly later: Later[] = [];
  private depth = -1;
  private elements = 0;

  constructor(
    private readonly syntax: Syntax,
    private readonly automaton: ElementAutomaton,
  ) {}

  open(uri: string, local: string, attributes: readonly XmlAttribute[]): void {
    const above = this.states[this.depth];
    const state = above ? this.automaton.child(above, uri, local) : this.automaton.document;
    this.trail.open(uri, local);
    const depth = ++this.depth;
    this.states[depth] = state;
    this.locals[depth] = local;
    this.ordinals[depth] = ++this.elements;
    const { deeds } = state;
    if (deeds) this.begin(deeds, attributes);
    if (attributes.length > 0 && state.attributes.size > 0)
      for (const { uri: namespace, local: name, value } of attributes) {
        const concerned = namespace === '' ? state.attributes.get(name) : undefined;
        if (concerned) this.meet(concerned, name, value);
      }
  }

  text(text: string): void {
    const last = this.heard.length - 1;
    if (last < 0) return;
    const heard = this.heard[last] ?? '';
    if (heard.length < limits.textLength) this.heard[last] = heard === '' ? text : heard + text;
  }

  close(): void {
    const { depth } = this;
    const deeds = this.states[depth]?.deeds;
    if (deeds) this.end(deeds);
    this.trail.close();
    this.depth = depth - 1;
  }

  private begin(deeds: Deeds, attributes: readonly XmlAttribute[]): void {
    const { depth } = this;
    for (const { rule, up } of deeds.absents) this.forbidden(rule, up, undefined, '');
    for (const { gathering, slot, up, to } of deeds.counts) this.count(gathering, slot, up, to, undefined);
    let gathered: Gathered | undefined;
    for (const { gathering } of deeds.opens) gathered = new Gathered(gathering, depth, gathered);
    this.gathered[depth] = gathered;
    const judged =
      deeds.texts.length > 0 ? deeds.texts.filter(({ when }) => !when || says(attributes, when)) : undefined;
    this.judgedTexts[depth] = judged;
    let listens = judged !== undefined && judged.length > 0;
    for (const deed of deeds.gathers) {
      if (deed.text) listens = true;
      else this.gather(deed, '');
    }
    if (listens) {
      this.listening.push(depth);
      this.heard.push('');
    }
  }

  private end(deeds: Deeds): void {
    const { depth } = this;
    if (this.listening.at(-1) === depth) {
      this.listening.pop();
      const text = this.heard.pop() ?? '';
      for (const deed of deeds.gathers) if (deed.text) this.gather(deed, text);
      for (const { rule, holds } of this.judgedTexts[depth] ?? [])
        if (!holds(text) && this.wanted(rule)) this.report(rule, this.here(undefined, text));
    }
    for (let gathered = this.gathered[depth]; gathered; gathered = gathered.other)
      for (const check of gathered.plan.checks) this.check(gathered, check);
    if (depth === 0) this.checkLater();
  }

  /** An attribute some rule speaks of. */
  private meet({ absents, counts, gathers }: Deeds, name: string, value: string): void {
    for (const { rule, up } of absents) this.forbidden(rule, up, name, value);
    for (const { gathering, slot, up, to } of counts) this.count(gathering, slot, up, to, name);
    for (const deed of gathers) this.gather(deed, value);
  }

  private forbidden(rule: SyntaxRule, up: Up, attribute: string | undefined, value: string): void {
    const judged = this.ordinals[this.depthOf(up)] ?? 0;
    if (this.lastOrdinal.get(rule) === judged) return;
    this.lastOrdinal.set(rule, judged);
    if (this.wanted(rule)) this.report(rule, this.here(attribute, value));
  }

  private count(gathering: Gathering, slot: number, up: Up, to: number, attribute: string | undefined): void {
    const gathered = this.gatheredAt(gathering, up);
    if (!gathered) return;
    gathered.counts ??= [];
    const count = (gathered.counts[slot] ?? 0) + 1;
    gathered.counts[slot] = count;
    if (count !== to + 1 || this.faults.length >= limits.faults) return;
    gathered.culprits ??= new Map();
    gathered.culprits.set(`count ${slot}`, this.here(attribute, ''));
  }

  private gather({ gathering, slot, up }: GatherDeed, text: string): void {
    const gathered = this.gatheredAt(gathering, up);
    if (!gathered) return;
    gathered.texts ??= [];
    const texts = gathered.texts[slot];
    if (texts) texts.push(text);
    else gathered.texts[slot] = [text];
  }

  private check(gathered: Gathered, check: Check): void {
    switch (check.kind) {
      case 'count': {
        const count = gathered.counts?.[check.slot] ?? 0;
        if (count >= check.from && count <= check.to) return;
        this.reportMany(check.rule, gathered, `count ${check.slot}`, count, check.of);
        return;
      }
      case 'sum': {
        const sum = gathered.sums?.[check.slot] ?? 0;
        if (sum > check.to) this.reportMany(check.rule, gathered, `sum ${check.slot}`, sum, check.of);
        return;
      }
      case 'add': {
        const added = gathered.texts ? check.adds(seenIn(gathered, check.own)) : 0;
        const outer = added > 0 ? this.gatheredAt(check.to, check.up) : undefined;
        if (!outer) return;
        outer.sums ??= [];
        const before = outer.sums[check.slot] ?? 0;
        outer.sums[check.slot] = before + added;
        if (before > check.limit || before + added <= check.limit || this.faults.length >= limits.faults)
          return;
        outer.culprits ??= new Map();
        outer.culprits.set(`sum ${check.slot}`, this.here(undefined, ''));
        return;
      }
      case 'reading': {
        if (check.holdsUnseen && !hasAny(gathered, check.own)) return;
        if (check.document.length > 0 && this.later.length >= limits.faults) return;
        const own = seenIn(gathered, check.own);
        const element = this.locals[gathered.depth] ?? '';
        if (check.document.length > 0) {
          this.later.push({ check, own, element, place: this.here(undefined, '') });
        } else if (this.wanted(check.rule) && !check.holds(own, { syntax: this.syntax, element })) {
          this.report(check.rule, this.here(undefined, figureOf(own)));
        }
      }
    }
  }

  private checkLater(): void {
    const document = this.gathered[0];
    for (const { check, own, element, place } of this.later) {
      const seen = { ...own, ...(document && seenIn(document, check.document)) };
      if (!check.holds(seen, { syntax: this.syntax, element })) this.report(check.rule, place);
    }
  }

  private reportMany(rule: SyntaxRule, gathered: Gathered, slot: string, count: number, of: string): void {
    if (!this.wanted(rule)) return;
    const { location, values } = gathered.culprits?.get(slot) ?? this.here(undefined, '');
    const element = of.replace(/^.*\//, '');
    this.report(rule, { location, values: { element, ...(count > 0 && values), count: String(count) } });
  }

  private report(rule: SyntaxRule, { location, values }: Place): void {
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

  private here(attribute: string | undefined, found: string): Place {
    const quote = found.trim().slice(0, LONGEST_QUOTE);
    const values = {
      element: attribute === undefined ? this.trail.nameAbove(0) : `@${attribute}`,
      parent: this.trail.nameAbove(attribute === undefined && this.depth > 0 ? 1 : 0),
      ...(quote !== '' && { found: quote }),
    };
    return { location: this.trail.xpathAbove(0) + (attribute === undefined ? '' : `/@${attribute}`), values };
  }

  private gatheredAt(plan: Gathering, up: Up): Gathered | undefined {
    let gathered = this.gathered[this.depthOf(up)];
    while (gathered && gathered.plan !== plan) gathered = gathered.other;
    return gathered;
  }

  private depthOf(up: Up): number {
    return up === 'document' ? 0 : this.depth - up;
  }
}

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
