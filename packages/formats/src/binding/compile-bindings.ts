import { namespaces } from '../xml/namespaces.js';
import type { Bindings } from './bindings.js';
import { businessTerms } from './business-terms.js';
import { blankGroups } from './draft.js';
import { type Condition, type ElementStep, parseElementPath } from './element-path.js';
import type { ElementSchema, OpenedList, ValueTarget, WantedValue, Wish } from './element-schema.js';
import { GrantedWishes } from './granted-wishes.js';
import type { LeafPath } from './model-paths.js';
import { splitAtList } from './model-place.js';

export interface CompiledBindings {
  readonly root: ElementSchema;
  readonly wishes: GrantedWishes;
  readonly elements: number;
}

/**
 * Turns a table of bindings into what the reader walks along: elements, and wishes on them. `watched` are elements that
 * no term stands in and some rule looks at, with the entry of the model they stand in.
 */
export const compileBindings = (
  rootName: string,
  rootUri: string,
  bindings: Bindings,
  watched: readonly string[],
): CompiledBindings => {
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
      const { steps, attribute, asWritten } = parseElementPath(place);
      let schema = root;
      let wish = rootWish;
      for (const [index, step] of steps.entries()) {
        if (path === 'lines[]') schema.container = true;
        schema = childSchema(schema, step.name);
        schema.decides = false;
        for (const { element } of step.conditions)
          element.reduce((parent, name) => childSchema(parent, name), schema);
        if (
          index === steps.length - 1 &&
          attribute === undefined &&
          isAwaited(path, step, taxOf(path, steps) === 'other')
        )
          wish.awaits.push({ child: step.name, target: targetOf(path) });
        wish = wishBelow(wish, step.name, step.conditions);
      }
      if (path.endsWith('[]')) {
        schema.repeats = true;
        wish.opens = openedList(path, steps, preference);
      } else if (isLeaf(path))
        wish.values.push({
          attribute,
          asWritten,
          target: targetOf(path),
          preference,
          tax: taxOf(path, steps),
        });
      else wish.groups.push({ path, ...splitAtList(path), blank: blankGroups[path] });
    }
  }
  for (const place of watched)
    parseElementPath(place).steps.reduce((parent, { name }) => {
      const child = childSchema(parent, name);
      child.decides = false;
      return child;
    }, root);
  return { root, wishes: new GrantedWishes([rootWish]), elements };
};

const newWish = (conditions: readonly Condition[]): Wish => ({
  conditions,
  groups: [],
  values: [],
  awaits: [],
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

const openedList = (path: string, steps: readonly ElementStep[], preference: number): OpenedList => ({
  list: path,
  holder: splitAtList(path.slice(0, -2)),
  inOrder: preference === 0 && steps.every(({ conditions }) => conditions.length === 0),
});

const isTax = (path: string): boolean => /(?:vatCategory|vatRate|\]\.category|\]\.rate)$/.test(path);

const taxOf = (path: string, steps: readonly ElementStep[]): WantedValue['tax'] => {
  if (!isTax(path)) return undefined;
  const ofOther = steps.some(({ conditions }) => conditions.some(({ operator }) => operator === '!~'));
  return ofOther ? 'other' : 'vat';
};

/** Dates of CII stand in an element of their own inside the term's; rules ask for the codes and numbers inside others. */
const isAwaited = (path: string, { name }: ElementStep, isOfOther: boolean): path is LeafPath =>
  isLeaf(path) &&
  (/:Date(?:Time)?String$/.test(name) ||
    awaitedReferences.has(path) ||
    (isTax(path) && name === 'cbc:ID' && !isOfOther));

const awaitedReferences: ReadonlySet<string> = new Set([
  'tenderReference',
  'projectReference',
  'payments[].creditTransfer.account',
]);

const isLeaf = (path: string): path is LeafPath => path in businessTerms;

export const targetOf = (path: LeafPath): ValueTarget => {
  const { id, kind } = businessTerms[path];
  return { path, term: id, kind, ...splitAtList(path) };
};
