import { namespaces } from '../xml/namespaces.js';
import { fits, type NameTest, nameTests, parsePath } from './element-pattern.js';
import type { Deed, PlannedDeed } from './rule-plan.js';

type Of<Kind extends Deed['kind']> = Extract<Deed, { kind: Kind }>;

/** What is done with an element, or with one of its attributes. */
export interface Deeds {
  readonly opens: readonly Of<'open'>[];
  readonly counts: readonly Of<'count'>[];
  readonly gathers: readonly Of<'gather'>[];
  readonly absents: readonly Of<'absent'>[];
  readonly texts: readonly Of<'text'>[];
}

/** Where one stands among all paths, having come down to an element. */
export interface State {
  /** By number of the element's name. */
  readonly next: (State | undefined)[];
  /** Absent where nothing is done: most elements. */
  readonly deeds: Deeds | undefined;
  /** What is done with attributes, by local name. */
  readonly attributes: ReadonlyMap<string, Deeds>;
  /** Nothing is done here, whatever the attributes. */
  readonly isSilent: boolean;
  /** The places in the tree of paths that lead further. */
  readonly nodes: readonly PathNode[];
}

/** The tree of all paths: what begins alike is one. */
class PathNode {
  readonly named = new Map<string, PathNode[]>();
  readonly tested: { readonly test: NameTest; readonly node: PathNode }[] = [];
  /** What leads on from any depth below. */
  deep: PathNode | undefined;
  readonly deeds: Deed[] = [];
  readonly attributes = new Map<string, Deed[]>();
  private readonly children = new Map<string, PathNode>();

  constructor(
    private readonly nodes: PathNode[],
    /** Stays in force for all that is below. */
    readonly stays: boolean,
  ) {
    this.number = nodes.push(this);
  }

  readonly number: number;

  /** The node a step leads to. */
  child(step: string): PathNode {
    if (step === '') {
      this.deep ??= new PathNode(this.nodes, true);
      return this.deep;
    }
    const known = this.children.get(step);
    if (known) return known;
    const node = new PathNode(this.nodes, false);
    this.children.set(step, node);
    for (const test of nameTests(step)) {
      if (test.end || test.uri === undefined) this.tested.push({ test, node });
      else {
        const key = `${test.uri} ${test.name}`;
        const others = this.named.get(key);
        if (others) others.push(node);
        else this.named.set(key, [node]);
      }
    }
    return node;
  }
}

interface Name {
  readonly uri: string;
  readonly number: number;
}

/** Distinct names remembered; a document that has more has them looked up again each time. */
const MAXIMUM_NAMES = 4_000;

/**
 * All paths at once, as an automaton over the names of elements: one step an element, however many rules there are.
 * States are worked out when a document first comes to them, and kept: their number is bounded by the paths.
 */
export class ElementAutomaton {
  readonly document: State;
  private readonly names = new Map<string, Name>();
  private readonly numbers = new Map<string, number>();
  private readonly states = new Map<string, State>();
  private readonly known = new Set<string>();
  private readonly endings: readonly string[];

  constructor(planned: readonly PlannedDeed[]) {
    const nodes: PathNode[] = [];
    const root = new PathNode(nodes, false);
    for (const { path, deed } of planned) {
      const { steps, attribute } = parsePath(path);
      const node = steps.reduce((above, step) => above.child(step), root);
      const deeds = attribute === undefined ? node.deeds : (node.attributes.get(attribute) ?? []);
      deeds.push(deed);
      if (attribute !== undefined) node.attributes.set(attribute, deeds);
    }
    for (const { named } of nodes)
      for (const key of named.keys()) this.known.add(key.slice(key.indexOf(' ') + 1));
    const tests = nodes.flatMap(({ tested }) => tested.map(({ test }) => test));
    this.endings = [...new Set(tests.map(({ name }) => name))].sort();
    // What is asked of any element is asked of the document element too.
    const any = root.deep?.tested.filter(({ test }) => test.name === '' && test.uri === undefined) ?? [];
    this.document = this.stateOf([root, ...any.map(({ node }) => node)]);
  }

  /** The state of a child of an element in `state`. */
  child(state: State, uri: string, local: string): State {
    const name = this.names.get(local);
    const number = name?.uri === uri ? name.number : this.numberOf(uri, local);
    return state.next[number] ?? this.enter(state, number, uri, local);
  }

  private enter(state: State, number: number, uri: string, local: string): State {
    const key = `${uri} ${local}`;
    const reached: PathNode[] = [];
    for (const node of state.nodes) {
      if (node.stays) reached.push(node);
      reached.push(...(node.named.get(key) ?? []));
      for (const { test, node: next } of node.tested) if (fits(test, uri, local)) reached.push(next);
    }
    const next = this.stateOf(reached);
    state.next[number] = next;
    return next;
  }

  private stateOf(reached: readonly PathNode[]): State {
    const nodes = [...new Set(reached.flatMap((node) => (node.deep ? [node, node.deep] : [node])))];
    const key = nodes
      .map(({ number }) => number)
      .sort((a, b) => a - b)
      .join(' ');
    const known = this.states.get(key);
    if (known) return known;
    const attributes = new Map<string, Deed[]>();
    for (const node of nodes)
      for (const [name, deeds] of node.attributes)
        attributes.set(name, [...(attributes.get(name) ?? []), ...deeds]);
    const deeds = deedsOf(nodes.flatMap((node) => node.deeds));
    const state: State = {
      next: [],
      deeds,
      isSilent: deeds === undefined && attributes.size === 0,
      attributes: new Map(
        [...attributes].flatMap(([name, deeds]) => {
          const done = deedsOf(deeds);
          return done ? [[name, done] as const] : [];
        }),
      ),
      nodes,
    };
    this.states.set(key, state);
    return state;
  }

  /** Names no path tells apart have one number. */
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

const deedsOf = (deeds: readonly Deed[]): Deeds | undefined => {
  const spared = new Set(deeds.filter((deed) => deed.kind === 'except').map(({ rule }) => rule));
  const found = {
    opens: deeds.filter((deed) => deed.kind === 'open'),
    counts: deeds.filter((deed) => deed.kind === 'count'),
    gathers: deeds.filter((deed) => deed.kind === 'gather'),
    absents: deeds.filter((deed) => deed.kind === 'absent').filter(({ rule }) => !spared.has(rule)),
    texts: deeds.filter((deed) => deed.kind === 'text').filter(({ rule }) => !spared.has(rule)),
  };
  return Object.values(found).some(({ length }) => length > 0) ? found : undefined;
};
