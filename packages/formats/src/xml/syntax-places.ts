import { type CompiledBindings, compileBindings } from '../binding/compile-bindings.js';
import type { GrantedWishes } from '../binding/granted-wishes.js';
import { type Places, tables } from '../binding/locate.js';
import { codePlaces } from '../code-lists/code-places.js';
import { schemas } from '../schema/schemas.js';
import { automatonOf } from '../syntax-rules/automata.js';
import type { ElementPlace } from './element-place.js';
import { ciiNamespace, ublCreditNoteNamespace, ublInvoiceNamespace } from './namespaces.js';
import { PlaceTree } from './place-tree.js';

type Syntax = Places['syntax'];

const compile = (syntax: Syntax, uri: string): CompiledBindings => {
  const { root, bindings, watched } = tables[syntax];
  return compileBindings(root, uri, bindings, watched);
};

const compiled: Readonly<Record<Syntax, CompiledBindings>> = {
  'ubl-invoice': compile('ubl-invoice', ublInvoiceNamespace),
  'ubl-credit-note': compile('ubl-credit-note', ublCreditNoteNamespace),
  cii: compile('cii', ciiNamespace),
};

/** What the bindings of a syntax want of its root. */
export const wishesOf = (syntax: Syntax): GrantedWishes => compiled[syntax].wishes;

export const newPlaceTree = (syntax: Syntax): PlaceTree =>
  new PlaceTree({
    root: compiled[syntax].root,
    schema: schemas[syntax],
    rules: automatonOf(syntax),
    codes: codePlaces[syntax],
  });

const trees = new Map<Syntax, PlaceTree>();

/** The place of the root, for one document: only one is read at a time. */
export const rootPlaceOf = (syntax: Syntax): ElementPlace => {
  const known = trees.get(syntax);
  if (known && !known.isSpent) return known.root;
  const tree = newPlaceTree(syntax);
  trees.set(syntax, tree);
  return tree.root;
};
