import type { PathStep } from '../xml/xpath.js';
import type { ModelPlace } from './model-place.js';

export type Draft = Record<string, unknown>;

/** An entry of the model while it is filled: the document itself, or one entry of a list. */
export class Scope {
  /** Of lines there are many: what can be found again by counting is not written down for them. */
  readonly inLines: boolean;

  constructor(
    /** The list it belongs to (`lines[]`), empty for the document. */
    readonly list: string,
    readonly draft: Draft,
    readonly parent: Scope | undefined,
    /** The way to the list from the parent's entry, and its rank there. */
    private readonly fields: readonly string[],
    readonly index: number,
    /** Undefined for the document, and where the syntax has no element for the entry. */
    readonly element: PathStep | undefined,
  ) {
    this.inLines = list.startsWith('lines[]');
  }

  /** Its place in the model: `lines[2]`. Spelled out only where somebody asks. */
  get path(): string {
    if (!this.parent) return '';
    return join(this.parent.path, `${this.fields.join('.')}[${this.index}]`);
  }
}

/** What every entry of a list has from the start: the parts that the model never leaves out. */
const blanks: Readonly<Record<string, () => Draft>> = {
  'lines[]': () => ({
    allowances: [],
    charges: [],
    price: {},
    item: { classifications: [], attributes: [] },
  }),
  'notes[]': () => ({ text: '' }),
  'seller.identifiers[]': () => ({ value: '' }),
  'buyer.identifiers[]': () => ({ value: '' }),
  'lines[].item.classifications[]': () => ({ code: '' }),
};

/** Groups whose model asks for a value even where the sender wrote none. */
export const blankGroups: Readonly<Record<string, Draft>> = {
  invoicedObject: { value: '' },
  'lines[].object': { value: '' },
  'seller.electronicAddress': { value: '' },
  'buyer.electronicAddress': { value: '' },
};

export const documentScope = (): Scope =>
  new Scope(
    '',
    {
      notes: [],
      precedingInvoices: [],
      seller: { identifiers: [] },
      buyer: { identifiers: [] },
      payments: [],
      allowances: [],
      charges: [],
      totals: {},
      vatBreakdown: [],
      supportingDocuments: [],
      lines: [],
    },
    undefined,
    [],
    0,
    undefined,
  );

/** Adds an entry to a list of the model, for an element of the file. */
export const openEntry = (scope: Scope, list: string, { fields }: ModelPlace, element: PathStep): Scope => {
  const holder = holderOf(scope.draft, fields);
  const field = fields[fields.length - 1] ?? '';
  holder[field] ??= [];
  const entries = holder[field] as Draft[];
  const draft = blanks[list]?.() ?? {};
  return new Scope(list, draft, scope, fields, entries.push(draft) - 1, element);
};

/** The object that holds the last of `fields`, made on the way where it is missing. */
export const holderOf = (draft: Draft, fields: readonly string[]): Draft => {
  let holder = draft;
  for (let index = 0; index < fields.length - 1; index++) holder = groupIn(holder, fields[index] ?? '');
  return holder;
};

/** The object that `fields` lead to, made where it is missing. */
export const groupAt = (draft: Draft, fields: readonly string[]): Draft =>
  groupIn(holderOf(draft, fields), fields[fields.length - 1] ?? '');

const groupIn = (draft: Draft, field: string): Draft => {
  draft[field] ??= {};
  return draft[field] as Draft;
};

export const entriesAt = (draft: Draft, field: string): readonly Draft[] =>
  Array.isArray(draft[field]) ? (draft[field] as Draft[]) : [];

/** The entry of a list, or the document, that something inside `scope` belongs to. */
export const scopeOf = (scope: Scope, list: string): Scope | undefined => {
  let current: Scope | undefined = scope;
  while (current && current.list !== list) current = current.parent;
  return current;
};

export const join = (prefix: string, rest: string): string => (prefix === '' ? rest : `${prefix}.${rest}`);
