/** An entry of the model while it is filled: the document itself, or one entry of a list. */
export interface Scope {
  /** The list it belongs to (`lines[]`), empty for the document. */
  readonly list: string;
  /** Its place in the model: `lines[2]`. */
  readonly path: string;
  readonly parent: Scope | undefined;
  readonly draft: Draft;
}

export type Draft = Record<string, unknown>;

/** What every entry of a list has from the start: the parts that the model never leaves out. */
const blanks: Readonly<Record<string, () => Draft>> = {
  '': () => ({
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
  }),
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
};

export const documentScope = (): Scope => ({
  list: '',
  path: '',
  parent: undefined,
  draft: (blanks[''] ?? Object)() as Draft,
});

/** Adds an entry to a list of the model. `fields` lead from the scope to the list: `['item', 'classifications']`. */
export const openEntry = (scope: Scope, list: string, fields: readonly string[]): Scope => {
  const entries = listAt(scope.draft, fields);
  const draft = blanks[list]?.() ?? {};
  entries.push(draft);
  return { list, path: join(scope.path, `${fields.join('.')}[${entries.length - 1}]`), parent: scope, draft };
};

/** The object that holds the last of `fields`, made on the way where it is missing. */
export const holderOf = (draft: Draft, fields: readonly string[]): Draft => {
  let holder = draft;
  for (const field of fields.slice(0, -1)) {
    const next = holder[field] ?? {};
    holder[field] = next;
    holder = next as Draft;
  }
  return holder;
};

export const entriesAt = (draft: Draft, field: string): readonly Draft[] =>
  Array.isArray(draft[field]) ? (draft[field] as Draft[]) : [];

export const join = (prefix: string, rest: string): string => (prefix === '' ? rest : `${prefix}.${rest}`);

const listAt = (draft: Draft, fields: readonly string[]): Draft[] => {
  const holder = holderOf(draft, fields);
  const field = fields.at(-1) ?? '';
  const list = holder[field] ?? [];
  holder[field] = list;
  return list as Draft[];
};
