import type {
  Classification,
  DocumentAllowanceCharge,
  Identifier,
  Invoice,
  InvoiceLine,
  ItemAttribute,
  LineAllowanceCharge,
  PaymentInstruction,
  PrecedingInvoice,
  SupportingDocument,
  VatBreakdown,
} from '../invoice/invoice.js';
import type { Place } from './place.js';

/** The groups of the invoice looked at last, by the number of their walk. */
let current: { readonly invoice: Invoice; readonly groups: unknown[] } | undefined;
let walks = 0;

/**
 * The groups that rules walk, each item with its path in the invoice model. Hundreds of rules ask for the same groups, so
 * each is walked once for an invoice: an invoice is never changed in place.
 */
const walkedOnce = <Item>(
  walk: (invoice: Invoice) => Place<Item>[],
): ((invoice: Invoice) => Place<Item>[]) => {
  const number = walks++;
  return (invoice) => {
    if (current?.invoice !== invoice) current = { invoice, groups: [] };
    const { groups } = current;
    const known = groups[number];
    if (known) return known as Place<Item>[];
    const places = walk(invoice);
    groups[number] = places;
    return places;
  };
};

/** Lets go of the invoice looked at last. */
export const forgetPlaces = (): void => {
  current = undefined;
};

const placesIn = <Item>(items: readonly Item[], name: string): Place<Item>[] =>
  items.map((item, index) => ({ item, path: `${name}[${index}]` }));

export const eachLine: (invoice: Invoice) => Place<InvoiceLine>[] = walkedOnce(({ lines }) =>
  placesIn(lines, 'lines'),
);

export const eachVatBreakdown: (invoice: Invoice) => Place<VatBreakdown>[] = walkedOnce(({ vatBreakdown }) =>
  placesIn(vatBreakdown, 'vatBreakdown'),
);

export const eachAllowance: (invoice: Invoice) => Place<DocumentAllowanceCharge>[] = walkedOnce(
  ({ allowances }) => placesIn(allowances, 'allowances'),
);

export const eachCharge: (invoice: Invoice) => Place<DocumentAllowanceCharge>[] = walkedOnce(({ charges }) =>
  placesIn(charges, 'charges'),
);

export const eachLineAllowance: (invoice: Invoice) => Place<LineAllowanceCharge>[] = walkedOnce((invoice) =>
  inside(eachLine(invoice), 'allowances', ({ allowances }) => allowances),
);

export const eachLineCharge: (invoice: Invoice) => Place<LineAllowanceCharge>[] = walkedOnce((invoice) =>
  inside(eachLine(invoice), 'charges', ({ charges }) => charges),
);

export const eachClassification: (invoice: Invoice) => Place<Classification>[] = walkedOnce((invoice) =>
  inside(eachLine(invoice), 'item.classifications', ({ item }) => item.classifications),
);

export const eachItemAttribute: (invoice: Invoice) => Place<ItemAttribute>[] = walkedOnce((invoice) =>
  inside(eachLine(invoice), 'item.attributes', ({ item }) => item.attributes),
);

export const eachItemIdentifier: (invoice: Invoice) => Place<Identifier>[] = walkedOnce((invoice) =>
  maybeInside(eachLine(invoice), 'item.standardIdentifier', ({ item }) => item.standardIdentifier),
);

export const eachLineObject: (invoice: Invoice) => Place<Identifier>[] = walkedOnce((invoice) =>
  maybeInside(eachLine(invoice), 'object', ({ object }) => object),
);

export const eachSellerIdentifier: (invoice: Invoice) => Place<Identifier>[] = walkedOnce(({ seller }) =>
  placesIn(seller.identifiers, 'seller.identifiers'),
);

export const eachBuyerIdentifier: (invoice: Invoice) => Place<Identifier>[] = walkedOnce(({ buyer }) =>
  placesIn(buyer.identifiers, 'buyer.identifiers'),
);

export const eachPayment: (invoice: Invoice) => Place<PaymentInstruction>[] = walkedOnce(({ payments }) =>
  placesIn(payments, 'payments'),
);

export const eachPrecedingInvoice: (invoice: Invoice) => Place<PrecedingInvoice>[] = walkedOnce(
  ({ precedingInvoices }) => placesIn(precedingInvoices, 'precedingInvoices'),
);

export const eachSupportingDocument: (invoice: Invoice) => Place<SupportingDocument>[] = walkedOnce(
  ({ supportingDocuments }) => placesIn(supportingDocuments, 'supportingDocuments'),
);

/** The items of a group inside each item of another: `lines[2].allowances[0]`. */
const inside = <Outer, Inner>(
  outer: readonly Place<Outer>[],
  name: string,
  itemsOf: (item: Outer) => readonly Inner[],
): Place<Inner>[] => {
  const places: Place<Inner>[] = [];
  for (const { item, path } of outer) {
    const items = itemsOf(item);
    if (items.length === 0) continue;
    for (const place of placesIn(items, `${path}.${name}`)) places.push(place);
  }
  return places;
};

/** What each item of a group may hold once: `lines[2].object`. */
const maybeInside = <Outer, Inner>(
  outer: readonly Place<Outer>[],
  name: string,
  itemOf: (item: Outer) => Inner | undefined,
): Place<Inner>[] => {
  const places: Place<Inner>[] = [];
  for (const { item, path } of outer) {
    const inner = itemOf(item);
    if (inner !== undefined) places.push({ item: inner, path: `${path}.${name}` });
  }
  return places;
};

/** A group that is there or not, as a group of one or none. */
export const maybe = <Item>(item: Item | undefined, path: string): Place<Item>[] =>
  item === undefined ? [] : [{ item, path }];
