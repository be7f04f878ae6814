import type { Invoice } from '../../invoice/invoice.js';
import { eachPrecedingInvoice, eachSupportingDocument, maybe } from '../places.js';
import { exists, hasText } from '../presence.js';
import { isCii, isUbl, type Judged, type Rule, rule, ruleOfEach } from '../rule.js';

/** A term of the document that must have text. */
const required = (
  id: string,
  term: string,
  path: string,
  valueIn: (invoice: Invoice) => string | undefined,
) => rule({ id, terms: [term], path, holds: ({ invoice }) => hasText(valueIn(invoice)) });

const categoriesLeftOut = ['L', 'M', 'O'];

const vatPointDateOnce = rule({
  id: 'BR-CO-03',
  terms: ['BT-7', 'BT-8'],
  path: 'vatPointDate',
  // CII looks for both in each breakdown, and not in those of categories L, M and O.
  holds: ({ invoice, context }) =>
    !exists(invoice.vatPointDate) ||
    !exists(invoice.vatPointDateCode) ||
    (isCii(context) &&
      invoice.vatBreakdown.every(({ category = '' }) => categoriesLeftOut.includes(category))),
});

const hasVatTotalIn = (currency: string, { invoice }: Judged): boolean =>
  currency === invoice.currency && exists(invoice.totals.vat)
    ? true
    : exists(invoice.totals.vatInVatCurrency);

const vatTotalInVatCurrency = rule({
  id: 'BR-53',
  terms: ['BT-6', 'BT-111'],
  path: 'totals.vatInVatCurrency',
  holds: (judged) => {
    const { vatCurrency, currency } = judged.invoice;
    if (vatCurrency === undefined) return true;
    return hasVatTotalIn(vatCurrency, judged) && (isUbl(judged.context) || vatCurrency !== currency);
  },
});

const precedingInvoiceNumber = ruleOfEach({
  id: 'BR-55',
  terms: ['BT-25', 'BG-3'],
  each: eachPrecedingInvoice,
  path: 'number',
  holds: ({ number }, { context }) => (isUbl(context) ? exists(number) : hasText(number)),
});

const supportingDocumentReference = ruleOfEach({
  id: 'BR-52',
  terms: ['BT-122', 'BG-24'],
  each: eachSupportingDocument,
  path: 'reference',
  holds: ({ reference }) => hasText(reference),
});

/** BT-17 and BT-18 travel in the same element as supporting documents, under the same rule. */
const referenceInItsPlace = (
  term: string,
  path: string,
  referenceIn: (invoice: Invoice) => string | undefined,
): Rule =>
  ruleOfEach({
    id: 'BR-52',
    terms: [term],
    each: (invoice) => maybe(referenceIn(invoice), path),
    path: '',
    holds: hasText,
  });

const atLeastOneLine = rule({
  id: 'BR-16',
  terms: ['BG-25'],
  path: 'lines',
  holds: ({ invoice }) => invoice.lines.length > 0,
});

const atLeastOneBreakdown = rule({
  id: 'BR-CO-18',
  terms: ['BG-23'],
  path: 'vatBreakdown',
  // CII asks from each line, so an invoice without lines passes.
  holds: ({ invoice, context }) =>
    invoice.vatBreakdown.length > 0 || (isCii(context) && invoice.lines.length === 0),
});

/** The document as a whole: what it is, when, in which currency, and what it refers to. */
export const documentRules: readonly Rule[] = [
  required('BR-01', 'BT-24', 'specification', ({ specification }) => specification),
  required('BR-02', 'BT-1', 'number', ({ number }) => number),
  required('BR-03', 'BT-2', 'issueDate', ({ issueDate }) => issueDate),
  required('BR-04', 'BT-3', 'typeCode', ({ typeCode }) => typeCode),
  required('BR-05', 'BT-5', 'currency', ({ currency }) => currency),
  atLeastOneLine,
  supportingDocumentReference,
  referenceInItsPlace('BT-18', 'invoicedObject', ({ invoicedObject }) => invoicedObject?.value),
  vatTotalInVatCurrency,
  precedingInvoiceNumber,
  vatPointDateOnce,
  atLeastOneBreakdown,
];
