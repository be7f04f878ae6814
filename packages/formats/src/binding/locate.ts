import type { Bindings } from './bindings.js';
import { ciiBindings } from './cii-bindings.js';
import { parseElementPath } from './element-path.js';
import { ublCreditNoteBindings, ublInvoiceBindings } from './ubl-bindings.js';

/** What it takes to tell the places of a read document; plain data, so that it can travel between threads. */
export interface Places {
  readonly syntax: 'ubl-invoice' | 'ubl-credit-note' | 'cii';
  /** Model path to XPath: entries of lists, and the values of the header. */
  readonly known: Readonly<Record<string, string>>;
}

export const tables = {
  'ubl-invoice': { root: 'Invoice', bindings: ublInvoiceBindings },
  'ubl-credit-note': { root: 'CreditNote', bindings: ublCreditNoteBindings },
  cii: { root: 'rsm:CrossIndustryInvoice', bindings: ciiBindings },
} as const satisfies Record<Places['syntax'], { root: string; bindings: Bindings }>;

/**
 * The XPath of a place in the model (`lines[2].netAmount`), where it stands in the file or where it should stand.
 * Undefined for a place that the syntax or the model does not know.
 */
export const locate = ({ syntax, known }: Places, path: string): string | undefined => {
  const { root, bindings } = tables[syntax];
  if (path === '') return `/${root}`;
  return known[path] ?? beside(known, bindings, path) ?? elementOf(bindings, path, `/${root}`);
};

/** A value of a known entry: the entry's own XPath, then the way on from there. */
const beside = (known: Places['known'], bindings: Bindings, path: string): string | undefined => {
  const end = path.lastIndexOf(']');
  const entry = end < 0 ? undefined : known[path.slice(0, end + 1)];
  if (entry === undefined) return undefined;
  const list = firstPlace(bindings, generic(path.slice(0, end + 1)));
  const place = firstPlace(bindings, generic(path));
  if (list === undefined || place === undefined) return entry;
  return withoutConditions(place).startsWith(withoutConditions(list))
    ? entry + asXPath(steps(place).slice(steps(list).length).join('/'), '/')
    : entry;
};

/** Where a value should stand, by the table alone; `lines[2]` is the third element of its name. */
const elementOf = (bindings: Bindings, path: string, root: string): string | undefined => {
  const place = firstPlace(bindings, generic(path));
  if (place === undefined) return undefined;
  const index = /\[(\d+)\]/.exec(path)?.[1];
  const list = firstPlace(bindings, generic(path.slice(0, path.indexOf(']') + 1)));
  if (index === undefined || list === undefined || !place.startsWith(list)) return root + asXPath(place, '/');
  return `${root}${asXPath(list, '/')}[${Number(index) + 1}]${asXPath(place.slice(list.length), '')}`;
};

/** The table's place of a model path; of an identifier, that of its value. */
const firstPlace = (bindings: Bindings, path: string): string | undefined => {
  const all: Readonly<Record<string, string | readonly string[] | undefined>> = bindings;
  const places = all[path] ?? all[`${path}.value`] ?? parentPlace(all, path);
  return typeof places === 'string' ? places : places?.[0];
};

/** A value that the syntax writes inside another (a note's code), or a part without a row: the part above. */
const parentPlace = (all: Readonly<Record<string, string | readonly string[] | undefined>>, path: string) => {
  const parent = path.replace(/\.[^.]+$/, '');
  return path in all || Object.keys(all).some((known) => known.startsWith(`${path}.`))
    ? (all[parent] ?? commonPlace(all, path))
    : undefined;
};

const commonPlace = (all: Readonly<Record<string, string | readonly string[] | undefined>>, path: string) => {
  const inside = Object.keys(all).find((known) => known.startsWith(`${path}.`));
  const place = inside === undefined ? undefined : all[inside];
  const first = typeof place === 'string' ? place : place?.[0];
  return first && steps(first).slice(0, -1).join('/');
};

const generic = (path: string): string => path.replaceAll(/\[\d+\]/g, '[]');

const steps = (place: string): string[] => place.match(/(?:[^/[\]]|\[[^\]]*\])+/g) ?? [];

const withoutConditions = (place: string): string => place.replaceAll(/\[[^\]]*\]/g, '');

/** Conditions are left out, but for those that tell one element of a kind from another. */
const asXPath = (place: string, start: '/' | ''): string => {
  if (place === '') return '';
  const { steps: parsed, attribute } = parseElementPath(place.replace(/^\//, ''));
  const path = parsed.map(({ name, conditions }) => {
    const condition = conditions.find(({ operator, field }) => operator === '=' && field === undefined);
    if (!condition) return name;
    const subject = [...condition.element, ...(condition.attribute ? [`@${condition.attribute}`] : [])].join(
      '/',
    );
    return `${name}[${subject}='${condition.values[0]}']`;
  });
  if (attribute !== undefined) path.push(`@${attribute}`);
  return (start === '/' || place.startsWith('/') ? '/' : '') + path.join('/');
};
