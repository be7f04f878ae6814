import type {
  DocumentAllowanceCharge,
  Invoice,
  InvoiceLine,
  LineAllowanceCharge,
  PaymentInstruction,
  PrecedingInvoice,
  SupportingDocument,
  VatBreakdown,
} from '../invoice/invoice.js';
import type { Place } from './rule.js';

/** The groups that rules walk, each item with its path in the invoice model. */
export const eachLine = (invoice: Invoice): Place<InvoiceLine>[] => placesIn(invoice.lines, 'lines');

export const eachVatBreakdown = (invoice: Invoice): Place<VatBreakdown>[] =>
  placesIn(invoice.vatBreakdown, 'vatBreakdown');

export const eachAllowance = (invoice: Invoice): Place<DocumentAllowanceCharge>[] =>
  placesIn(invoice.allowances, 'allowances');

export const eachCharge = (invoice: Invoice): Place<DocumentAllowanceCharge>[] =>
  placesIn(invoice.charges, 'charges');

export const eachLineAllowance = (invoice: Invoice): Place<LineAllowanceCharge>[] =>
  inside(eachLine(invoice), 'allowances', ({ allowances }) => allowances);

export const eachLineCharge = (invoice: Invoice): Place<LineAllowanceCharge>[] =>
  inside(eachLine(invoice), 'charges', ({ charges }) => charges);

export const eachPayment = (invoice: Invoice): Place<PaymentInstruction>[] =>
  placesIn(invoice.payments, 'payments');

export const eachPrecedingInvoice = (invoice: Invoice): Place<PrecedingInvoice>[] =>
  placesIn(invoice.precedingInvoices, 'precedingInvoices');

export const eachSupportingDocument = (invoice: Invoice): Place<SupportingDocument>[] =>
  placesIn(invoice.supportingDocuments, 'supportingDocuments');

/** The items of a group inside each item of another: `lines[2].allowances[0]`. */
export const inside = <Outer, Inner>(
  outer: readonly Place<Outer>[],
  name: string,
  itemsOf: (item: Outer) => readonly Inner[],
): Place<Inner>[] => outer.flatMap(({ item, path }) => placesIn(itemsOf(item), `${path}.${name}`));

/** A group that is there or not, as a group of one or none. */
export const maybe = <Item>(item: Item | undefined, path: string): Place<Item>[] =>
  item === undefined ? [] : [{ item, path }];

const placesIn = <Item>(items: readonly Item[], name: string): Place<Item>[] =>
  items.map((item, index) => ({ item, path: `${name}[${index}]` }));
