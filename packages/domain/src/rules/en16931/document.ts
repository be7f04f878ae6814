import type { Invoice } from '../../invoice/invoice.js';
import type { Place } from '../place.js';
import {
  eachLineObject,
  eachPrecedingInvoice,
  eachSupportingDocument,
  eachVatBreakdown,
  maybe,
} from '../places.js';
import { exists, hasText } from '../presence.js';
import { isCii, isUbl, type Judged, type Rule, type RuleContext, rule, ruleOfEach } from '../rule.js';
import type { WrittenFile } from '../written-file.js';
import { besides, precedingInvoicesElsewhere, referencesElsewhere } from './elsewhere.js';
import { isLookedAt } from './vat-families.js';

/** A term of the document that must have text. */
const required = (
  id: string,
  term: string,
  path: string,
  valueIn: (invoice: Invoice) => string | undefined,
) => rule({ id, terms: [term], path, holds: ({ invoice }) => hasText(valueIn(invoice)) });

/** Also where it cannot be read: what is wrong with it then is the reader's to say. */
const issueDate = rule({
  id: 'BR-03',
  terms: ['BT-2'],
  path: 'issueDate',
  holds: ({ invoice, file }) => hasText(file.text('issueDate', invoice.issueDate)),
});

const vatPointDateOnce = rule({
  id: 'BR-CO-03',
  terms: ['BT-7', 'BT-8'],
  path: 'vatPointDate',
  holds: (judged) => {
    const { invoice, file, context } = judged;
    const hasDate = file.has('vatPointDate', invoice.vatPointDate);
    const hasCode = exists(invoice.vatPointDateCode);
    if (isUbl(context)) return !hasDate || !hasCode;
    // CII looks for both anywhere, from each breakdown that no other rule has selected.
    return (
      !(hasDate || file.strays('ram:TaxPointDate').length > 0) ||
      !(hasCode || file.strays('ram:DueDateTypeCode').length > 0) ||
      eachVatBreakdown(invoice).every(({ item, path }) => !isLookedAt(item, judged, path))
    );
  },
});

const vatTotalInVatCurrency = rule({
  id: 'BR-53',
  terms: ['BT-6', 'BT-111'],
  path: 'totals.vatInVatCurrency',
  holds: ({ invoice: { vatCurrency, currency }, file, context }) => {
    if (vatCurrency === undefined) return true;
    const wanted = file.text('vatCurrency', vatCurrency);
    if (isUbl(context)) return hasVatTotalIn(wanted, file);
    if (!file.hasGroup('totals')) return true;
    return hasVatTotalIn(wanted, file) && wanted !== file.text('currency', currency);
  },
});

/** UBL takes the totals of lines as well. */
const hasVatTotalIn = (wanted: string | undefined, file: WrittenFile): boolean =>
  file.vatTotals.some(({ currency }) => currency === wanted) ||
  file
    .strays('cbc:TaxAmount')
    .some(
      ({ item: { parent, attributes } }) => parent === 'cac:TaxTotal' && attributes.currencyID === wanted,
    );

const precedingInvoiceNumber = ruleOfEach({
  id: 'BR-55',
  terms: ['BT-25', 'BG-3'],
  each: (invoice, judged) => besides(eachPrecedingInvoice(invoice), precedingInvoicesElsewhere(judged)),
  path: 'number',
  holds: ({ number }, { context }) => (isUbl(context) ? exists(number) : hasText(number)),
});

/** BT-17, BT-18 and, in credit notes, BT-11 travel in the same element as supporting documents, under the same rule. */
const referenceHasText = (term: string, each: EachReference): Rule =>
  ruleOfEach({ id: 'BR-52', terms: [term], each, path: '', holds: hasText });

type EachReference = (invoice: Invoice, judged: Judged) => readonly Place<string>[];

/** Where the reference is written at all. */
const referenceIn =
  (
    path: string,
    speaks: (context: RuleContext) => boolean,
    referenceOf: (invoice: Invoice) => string | undefined,
  ): EachReference =>
  (invoice, { file, context }) => {
    const reference = referenceOf(invoice);
    return speaks(context) && file.has(path, reference) ? [{ item: reference ?? '', path }] : [];
  };

const referenceRules: readonly Rule[] = [
  ruleOfEach({
    id: 'BR-52',
    terms: ['BT-122', 'BG-24'],
    each: eachSupportingDocument,
    path: 'reference',
    holds: ({ reference }) => hasText(reference),
  }),
  referenceHasText('BT-18', (invoice) => maybe(invoice.invoicedObject?.value, 'invoicedObject')),
  referenceHasText(
    'BT-17',
    referenceIn('tenderReference', isCii, ({ tenderReference }) => tenderReference),
  ),
  referenceHasText(
    'BT-11',
    referenceIn(
      'projectReference',
      ({ syntax }) => syntax === 'ubl-credit-note',
      ({ projectReference }) => projectReference,
    ),
  ),
  referenceHasText('BT-128', (invoice, { context }) =>
    isCii(context) ? eachLineObject(invoice).map(({ item, path }) => ({ item: item.value, path })) : [],
  ),
  referenceHasText('BT-122', (_, judged) => referencesElsewhere(judged)),
];

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
  issueDate,
  required('BR-04', 'BT-3', 'typeCode', ({ typeCode }) => typeCode),
  required('BR-05', 'BT-5', 'currency', ({ currency }) => currency),
  atLeastOneLine,
  ...referenceRules,
  vatTotalInVatCurrency,
  precedingInvoiceNumber,
  vatPointDateOnce,
  atLeastOneBreakdown,
];
