import type { Invoice } from '@parvis/domain/invoice/invoice';
import { invoiceFromJson } from '@parvis/domain/invoice/invoice-json';
import { businessTerms } from '@parvis/formats/binding/business-terms';

/** Why a JSON text is not the invoice model: the place where it departs from it, empty for the whole. */
export class NotAnInvoiceError extends Error {
  constructor(readonly path: string) {
    super('not an invoice in JSON');
  }
}

const leaves: readonly string[] = Object.keys(businessTerms);
const kinds: Readonly<Record<string, { readonly kind: string }>> = businessTerms;

/** The model as its JSON form gives it back (`parvis convert --to json`). Throws a `NotAnInvoiceError`. */
export const invoiceFromText = (text: string): Invoice => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new NotAnInvoiceError('');
  }
  return invoiceFromJson(checked(json, '', ''));
};

/** The value with the empty lists and groups that every invoice has. */
const checked = (value: unknown, path: string, generic: string): unknown => {
  const leaf = kinds[generic];
  if (leaf) return checkedLeaf(value, path, leaf.kind);
  if (Array.isArray(value)) {
    if (!leaves.some((known) => known.startsWith(`${generic}[]`))) throw new NotAnInvoiceError(path);
    return value.map((item, index) => checked(item, `${path}[${index}]`, `${generic}[]`));
  }
  if (typeof value !== 'object' || value === null) throw new NotAnInvoiceError(path);
  const prefix = generic === '' ? '' : `${generic}.`;
  if (!leaves.some((known) => known.startsWith(prefix))) throw new NotAnInvoiceError(path);
  const fields = Object.entries(value).map(([field, content]) => [
    field,
    checked(content, path === '' ? field : `${path}.${field}`, prefix + field),
  ]);
  return { ...alwaysThere(generic), ...Object.fromEntries(fields) };
};

const checkedLeaf = (value: unknown, path: string, kind: string): unknown => {
  const isRight = kind === 'decimal' ? /^-?\d+(?:\.\d+)?$/.test(String(value)) : typeof value === 'string';
  if (!isRight) throw new NotAnInvoiceError(path);
  return String(value);
};

const alwaysThere = (generic: string): Readonly<Record<string, unknown>> => {
  const prefix = generic === '' ? '' : `${generic}.`;
  const lists = leaves
    .filter((known) => known.startsWith(prefix))
    .map((known) => /^(\w+)\[\]/.exec(known.slice(prefix.length))?.[1])
    .filter((list) => list !== undefined);
  const empty = Object.fromEntries(lists.map((list) => [list, []]));
  return generic === ''
    ? { ...empty, seller: alwaysThere('seller'), buyer: alwaysThere('buyer'), totals: {} }
    : empty;
};
