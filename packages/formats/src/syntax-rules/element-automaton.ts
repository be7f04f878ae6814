import { namespaces } from '../xml/namespaces.js';
import { fits } from './element-pattern.js';
import type { Deed, PlannedPattern } from './rule-plan.js';

type Of<Kind extends Deed['kind']> = Extract<Deed, { kind: Kind }>;

/** What is done with an element, or with one of its attributes. */
export interface Deeds {
  readonly opens: readonly Of<'open'>[];
  readonly counts: readonly Of<'count'>[];
  readonly gathers: readonly Of<'gather'>[];
  readonly absents: readonly Of<'absent'>[];
  readonly texts: readonly Of<'text'>[];
}

/** Where one stands among all patterns, having come down to an element. */
export interface State {
  /** By number of the element's name. */
  readonly next: (State | undefined)[];
  /** Absent where nothing is done: most elements. */
  readonly deeds: Deeds | undefined;
  /** What is done with attributes, by local name. */
  readonly attributes: ReadonlyMap<string, Deeds>;
  readonly positions: readonly Position[];
}

interface Position {
  readonly pattern: PlannedPattern;
  /** The step that comes next. */
  readonly step: number;
}

interface Name {
  readonly uri: string;
  readonly number: number;
}

/** Distinct names remembered; a document that has more has them looked up again each time. */
const MAXIMUM_NAMES = 4_000;

/**
 * All patterns at once, as an automaton over the names of elements: one step an element, however many rules there are.
 * States are worked out when a document first comes to them, and kept: their number is bounded by the patterns.
 */
export class ElementAutomaton {
  readonly document: State;
  private readonly names = new Map<string, Name>();
  private readonly numbers = new Map<string, number>();
  private readonly states = new Map<string, State>();
  private readonly identities = new Map<PlannedPattern, number>();
  /** Patterns that may begin anywhere. */
  private readonly floating: readonly Position[];
  private readonly known: ReadonlySet<string>;
  private readonly endings: readonly string[];

  constructor(patterns: readonly PlannedPattern[]) {
    for (const pattern of patterns) this.identities.set(pattern, this.identities.size);
    this.floating = patterns.filter(({ steps }) => steps[0]?.deep).map((pattern) => ({ pattern, step: 0 }));
    const tests = patterns.flatMap(({ steps }) => steps.flatMap(({ choices }) => choices));
    this.endings = [...new Set(tests.filter(({ end }) => end).map(({ name }) => name))].sort();
    this.known = new Set(tests.filter(({ end }) => !end).map(({ name }) => name));
    const anchored = patterns.filter(({ steps }) => !steps[0]?.deep);
    this.document = this.stateOf([
      ...anchored.map((pattern) => ({ pattern, step: 0 })),
      // What is asked of any element is asked of the document element too.
      ...this.floating
        .filter(
          ({ pattern }) =>
            pattern.steps.length === 1 && pattern.steps[0]?.choices.every(({ name }) => name === ''),
        )
        .map(({ pattern }) => ({ pattern, step: 1 })),
    ]);
  }

  /** The state of a child of an element in `state`. */
  child(state: State, uri: string, local: string): State {
    const name = this.names.get(local);
    const number = name?.uri === uri ? name.number : this.numberOf(uri, local);
    return state.next[number] ?? this.enter(state, number, uri, local);
  }

  private enter(state: State, number: number, uri: string, local: string): State {
    const positions: Position[] = [];
    for (const position of [...state.positions, ...this.floating]) {
      const step = position.pattern.steps[position.step];
      if (!step) continue;
      if (step.deep && position.step > 0) positions.push(position);
      if (fits(step, uri, local)) positions.push({ pattern: position.pattern, step: position.step + 1 });
    }
    const next = this.stateOf(positions);
    state.next[number] = next;
    return next;
  }

  private stateOf(found: readonly Position[]): State {
    const distinct = new Map(
      found.map((position) => [`${this.identities.get(position.pattern)}.${position.step}`, position]),
    );
    const key = [...distinct.keys()].sort().join(' ');
    const known = this.states.get(key);
    if (known) return known;
    const positions = [...distinct.values()];
    const done = positions
      .filter(({ pattern, step }) => step === pattern.steps.length)
      .map(({ pattern }) => pattern);
    const attributes = new Set(done.map(({ attribute }) => attribute).filter((name) => name !== undefined));
    const state: State = {
      next: [],
      deeds: deedsOf(done.filter(({ attribute }) => attribute === undefined)),
      attributes: new Map(
        [...attributes].flatMap((name) => {
          const deeds = deedsOf(done.filter(({ attribute }) => attribute === name));
          return deeds ? [[name, deeds] as const] : [];
        }),
      ),
      positions: positions.filter(({ pattern, step }) => step < pattern.steps.length),
    };
    this.states.set(key, state);
    return state;
  }

  /** Names no pattern tells apart have one number. */
  private numberOf(uri: string, local: string): number {
    const key = this.known.has(local)
      ? `${knownUri(uri)} ${local}`
      : `${knownUri(uri)} *${this.endings.filter((end) => local.endsWith(end)).join('*')}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(key, number);
    }
    if (!this.names.has(local) && this.names.size < MAXIMUM_NAMES) this.names.set(local, { uri, number });
    return number;
  }
}

const knownUris = new Set(Object.values(namespaces));
const knownUri = (uri: string): string => (knownUris.has(uri) ? uri : '');

const deedsOf = (patterns: readonly PlannedPattern[]): Deeds | undefined => {
  const deeds = patterns.map(({ deed }) => deed);
  const spared = new Set(deeds.filter((deed) => deed.kind === 'except').map(({ rule }) => rule));
  const found = {
    opens: deeds.filter((deed) => deed.kind === 'open'),
    counts: deeds.filter((deed) => deed.kind === 'count'),
    gathers: deeds.filter((deed) => deed.kind === 'gather'),
    absents: deeds.filter((deed) => deed.kind === 'absent' && !spared.has(deed.rule)) as Of<'absent'>[],
    texts: deeds.filter((deed) => deed.kind === 'text' && !spared.has(deed.rule)) as Of<'text'>[],
  };
  return Object.values(found).some(({ length }) => length > 0) ? found : undefined;
};
