import type { Bindings } from './bindings.js';
import { ciiBindings, ciiWatched } from './cii-bindings.js';
import { type ElementStep, parseElementPath } from './element-path.js';
import { ublCreditNoteBindings, ublInvoiceBindings, ublWatched } from './ubl-bindings.js';

/** What it takes to tell the places of a read document; plain data, so that it can travel between threads. */
export interface Places {
  readonly syntax: 'ubl-invoice' | 'ubl-credit-note' | 'cii';
  /** Model path to XPath, of what does not stand where the table alone would put it. */
  readonly known: Readonly<Record<string, string>>;
}

export const tables = {
  'ubl-invoice': { root: 'Invoice', bindings: ublInvoiceBindings, watched: ublWatched },
  'ubl-credit-note': { root: 'CreditNote', bindings: ublCreditNoteBindings, watched: ublWatched },
  cii: { root: 'rsm:CrossIndustryInvoice', bindings: ciiBindings, watched: ciiWatched },
} as const satisfies Record<
  Places['syntax'],
  { root: string; bindings: Bindings; watched: readonly string[] }
>;

type Table = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * The XPath of a place in the model (`lines[2].netAmount`), where it stands in the file or where it should stand.
 * Undefined for a place that the syntax or the model does not know.
 */
export const locate = ({ syntax, known }: Places, path: string): string | undefined => {
  const { root, bindings } = tables[syntax];
  if (path === '') return `/${root}`;
  const table: Table = bindings;
  const place = firstPlace(table, generic(path));
  const entry = entryOf(path);
  if (entry === path || known[path] !== undefined) return xpathOfEntry(table, known, `/${root}`, path);
  if (place === undefined) return entry === undefined ? undefined : known[entry];
  if (entry === undefined) return `/${root}${asXPath(place)}`;
  const inside = below(firstPlace(table, generic(entry)), place);
  if (inside !== undefined) return xpathOfEntry(table, known, `/${root}`, entry) + inside;
  return known[entry] ?? `/${root}${asXPath(place)}`;
};

/** An entry stands where the reader met it out of order, or it is the nth of its name inside the entry above it. */
const xpathOfEntry = (table: Table, known: Places['known'], root: string, path: string): string => {
  const met = known[path];
  if (met !== undefined) return met;
  const outer = entryOf(path.slice(0, path.lastIndexOf('[')));
  const place = firstPlace(table, generic(path)) ?? '';
  const rank = Number(path.slice(path.lastIndexOf('[') + 1, -1)) + 1;
  const inside = outer === undefined ? undefined : below(firstPlace(table, generic(outer)), place);
  const start = outer === undefined || inside === undefined ? root : xpathOfEntry(table, known, root, outer);
  return `${start}${inside ?? asXPath(place)}[${rank}]`;
};

/** `lines[2].allowances[0].amount` stands in `lines[2].allowances[0]`. */
const entryOf = (path: string): string | undefined => {
  const end = path.lastIndexOf(']');
  return end < 0 ? undefined : path.slice(0, end + 1);
};

/** The way from one place of the table down to another; undefined where it does not lead there. */
const below = (outer: string | undefined, place: string): string | undefined => {
  if (outer === undefined || !withoutConditions(place).startsWith(withoutConditions(outer))) return undefined;
  return asXPath(steps(place).slice(steps(outer).length).join('/'));
};

/** The table's place of a model path; of an identifier, that of its value. */
const firstPlace = (table: Table, path: string): string | undefined => {
  const places = table[path] ?? table[`${path}.value`] ?? parentPlace(table, path);
  return typeof places === 'string' ? places : places?.[0];
};

/** A value that the syntax writes inside another (a note's code), or a part without a row: the part above. */
const parentPlace = (table: Table, path: string) => {
  const parent = path.replace(/\.[^.]+$/, '');
  return path in table || Object.keys(table).some((known) => known.startsWith(`${path}.`))
    ? (table[parent] ?? commonPlace(table, path))
    : undefined;
};

const commonPlace = (table: Table, path: string) => {
  const inside = Object.keys(table).find((known) => known.startsWith(`${path}.`));
  const place = inside === undefined ? undefined : table[inside];
  const first = typeof place === 'string' ? place : place?.[0];
  return first && steps(first).slice(0, -1).join('/');
};

const generic = (path: string): string => path.replaceAll(/\[\d+\]/g, '[]');

const steps = (place: string): string[] => place.match(/(?:[^/[\]]|\[[^\]]*\])+/g) ?? [];

const withoutConditions = (place: string): string => place.replaceAll(/\[[^\]]*\]/g, '');

/** Conditions are left out, but for those that tell one element of a kind from another. */
const asXPath = (place: string): string => {
  if (place === '') return '';
  const { steps: parsed, attribute } = parseElementPath(place);
  const path = parsed.map(stepOfXPath);
  if (attribute !== undefined) path.push(`@${attribute}`);
  return `/${path.join('/')}`;
};

const stepOfXPath = ({ name, conditions }: ElementStep): string => {
  const condition = conditions.find(({ operator, field }) => operator === '=' && field === undefined);
  if (!condition) return name;
  const attribute = condition.attribute === undefined ? [] : [`@${condition.attribute}`];
  return `${name}[${[...condition.element, ...attribute].join('/')}='${condition.values[0]}']`;
};
