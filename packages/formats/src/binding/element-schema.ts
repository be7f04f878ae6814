import { namespaces } from '../xml/namespaces.js';
import type { Bindings } from './bindings.js';
import { businessTerms, type ValueKind } from './business-terms.js';
import { type Condition, parseElementPath } from './element-path.js';
import type { LeafPath } from './model-paths.js';

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
  opens?: string;
  /** Objects of the model that exist from now on. */
  readonly groups: string[];
  readonly values: WantedValue[];
  /** What is wanted further down. */
  readonly below: Map<string, Wish[]>;
}

/** The text of the element, or of one of its attributes, and where it goes. */
export interface WantedValue {
  readonly attribute: string | undefined;
  readonly target: ValueTarget;
  /** 0 for the preferred place of the term. */
  readonly preference: number;
}

export interface ValueTarget {
  readonly path: LeafPath;
  readonly term: string;
  readonly kind: ValueKind;
  /** The list it belongs to (`lines[].allowances[]`), empty for the document. */
  readonly list: string;
  /** The fields from that list's entry on. */
  readonly fields: readonly string[];
}

export interface CompiledBindings {
  readonly root: ElementSchema;
  readonly rootWish: Wish;
  readonly elements: number;
}

/** Turns a table of bindings into what the reader walks along: elements, and wishes on them. */
export const compileBindings = (rootName: string, rootUri: string, bindings: Bindings): CompiledBindings => {
  let elements = 0;
  const newSchema = (name: string, uri: string): ElementSchema => ({
    name,
    uri,
    container: false,
    repeats: false,
    children: new Map(),
    decides: true,
    index: elements++,
  });
  const root = newSchema(rootName, rootUri);
  const rootWish = newWish([]);
  root.container = true;
  root.decides = false;

  const childSchema = (parent: ElementSchema, name: string): ElementSchema => {
    const [prefix = '', local = ''] = name.split(':');
    const known = parent.children.get(local);
    if (known) return known;
    const child = newSchema(name, namespaces[prefix] ?? '');
    parent.children.set(local, child);
    return child;
  };

  for (const [path, places] of Object.entries(bindings)) {
    const alternatives = places === undefined ? [] : typeof places === 'string' ? [places] : places;
    for (const [preference, place] of alternatives.entries()) {
      const { steps, attribute } = parseElementPath(place);
      let schema = root;
      let wish = rootWish;
      for (const step of steps) {
        if (path === 'lines[]') schema.container = true;
        schema = childSchema(schema, step.name);
        schema.decides = false;
        for (const { element } of step.conditions)
          element.reduce((parent, name) => childSchema(parent, name), schema);
        wish = wishBelow(wish, step.name, step.conditions);
      }
      if (path.endsWith('[]')) schema.repeats = true;
      ask(wish, path, attribute, preference);
    }
  }
  return { root, rootWish, elements };
};

const newWish = (conditions: readonly Condition[]): Wish => ({
  conditions,
  groups: [],
  values: [],
  below: new Map(),
});

const wishBelow = (parent: Wish, name: string, conditions: readonly Condition[]): Wish => {
  const siblings = parent.below.get(name) ?? [];
  parent.below.set(name, siblings);
  const key = JSON.stringify(conditions);
  const known = siblings.find((wish) => JSON.stringify(wish.conditions) === key);
  if (known) return known;
  const wish = newWish(conditions);
  siblings.push(wish);
  return wish;
};

const ask = (wish: Wish, path: string, attribute: string | undefined, preference: number): void => {
  if (path.endsWith('[]')) wish.opens = path;
  else if (isLeaf(path)) wish.values.push({ attribute, target: targetOf(path), preference });
  else wish.groups.push(path);
};

const isLeaf = (path: string): path is LeafPath => path in businessTerms;

export const targetOf = (path: LeafPath): ValueTarget => {
  const { id, kind } = businessTerms[path];
  const { list, fields } = splitAtList(path);
  return { path, term: id, kind, list, fields };
};

/** `lines[].price.net` is `price.net` of an entry of `lines[]`. */
export const splitAtList = (path: string): { list: string; fields: readonly string[] } => {
  const end = path.lastIndexOf('[]');
  const list = end < 0 ? '' : path.slice(0, end + 2);
  return { list, fields: (end < 0 ? path : path.slice(end + 3)).split('.') };
};
