import type { Invoice, InvoiceLine, Note } from '../../invoice/invoice.js';
import type { WrongCode } from '../evidence.js';
import { groupedBy } from '../grouped.js';
import type { Place } from '../place.js';
import {
  eachAllowance,
  eachBuyerIdentifier,
  eachCharge,
  eachClassification,
  eachLine,
  eachLineAllowance,
  eachLineCharge,
  eachPayment,
  eachSellerIdentifier,
  eachSupportingDocument,
  eachVatBreakdown,
} from '../places.js';
import { figures } from '../presence.js';
import { type Finding, isCii, isUbl, type Judged, nothing, type Rule, type RuleContext } from '../rule.js';
import { bare } from '../white-space.js';
import { allowanceReasons } from './code-lists/allowance-reasons.js';
import { chargeReasons } from './code-lists/charge-reasons.js';
import type { CodeList } from './code-lists/code-list.js';
import { choicesFor, withoutDoubt } from './code-lists/code-mends.js';
import { countriesOfCii, countriesOfUbl } from './code-lists/countries.js';
import { currencies } from './code-lists/currencies.js';
import { creditNoteTypes, documentTypesOfCii, invoiceTypes } from './code-lists/document-types.js';
import { electronicAddressSchemes } from './code-lists/electronic-address-schemes.js';
import { exemptionReasons } from './code-lists/exemption-reasons.js';
import { itemClassifications } from './code-lists/item-classifications.js';
import { mediaTypes } from './code-lists/media-types.js';
import { noteSubjects, noteSubjectsOfCii } from './code-lists/note-subjects.js';
import { objectSchemes } from './code-lists/object-schemes.js';
import { partySchemes } from './code-lists/party-schemes.js';
import { paymentMeans } from './code-lists/payment-means.js';
import { unitCodes } from './code-lists/unit-codes.js';
import { vatCategoryCodes } from './code-lists/vat-category-codes.js';
import { vatPointDates, vatPointDatesOfCii } from './code-lists/vat-point-dates.js';

/** A kind of place in the model where a code of the list stands. */
interface CodePlaces {
  readonly term: string;
  readonly codes: (invoice: Invoice, context: RuleContext) => readonly Place<string | undefined>[];
}

interface CodeRule {
  /** Of the list in a file of this syntax. */
  readonly list: CodeList | ((context: Pick<RuleContext, 'syntax'>) => CodeList);
  /** Where the model holds its codes in another list than the syntax. */
  readonly listOfModel?: CodeList;
  /** Compared as it stands, white space included. */
  readonly exact?: boolean;
  /** Compared in upper case. */
  readonly anyCase?: boolean;
  /** Those of its places when absent. */
  readonly terms?: readonly string[];
  readonly places: readonly CodePlaces[];
}

const one = (term: string, path: string, codeIn: (invoice: Invoice) => string | undefined): CodePlaces => ({
  term,
  codes: (invoice) => [{ item: codeIn(invoice), path }],
});

const ofEach = <Item>(
  term: string,
  each: (invoice: Invoice) => readonly Place<Item>[],
  field: string,
  codeIn: (item: Item) => string | undefined,
): CodePlaces => ({
  term,
  codes: (invoice) =>
    each(invoice).map(({ item, path }) => ({ item: codeIn(item), path: `${path}.${field}` })),
});

const ofLines = (
  term: string,
  field: string,
  codeIn: (line: InvoiceLine) => string | undefined,
): CodePlaces => ofEach(term, eachLine, field, codeIn);

const onlyIn = (speaks: (context: RuleContext) => boolean, { term, codes }: CodePlaces): CodePlaces => ({
  term,
  codes: (invoice, context) => (speaks(context) ? codes(invoice, context) : []),
});

const eachNote = ({ notes }: Invoice): readonly Place<Note>[] =>
  notes.map((item, index) => ({ item, path: `notes[${index}]` }));

const breakdownCategory = ofEach('BT-118', eachVatBreakdown, 'category', ({ category }) => category);

const countries: CodeRule['list'] = (context) => (isUbl(context) ? countriesOfUbl : countriesOfCii);

const documentTypes: CodeRule['list'] = ({ syntax }) =>
  ({
    'ubl-invoice': invoiceTypes,
    'ubl-credit-note': creditNoteTypes,
    cii: documentTypesOfCii,
    'factur-x': documentTypesOfCii,
  })[syntax];

const rules = {
  'BR-CL-01': { list: documentTypes, places: [one('BT-3', 'typeCode', ({ typeCode }) => typeCode)] },
  // Only a file repeats the currency at each amount.
  'BR-CL-03': { list: currencies, terms: ['BT-5'], places: [] },
  'BR-CL-04': { list: currencies, places: [one('BT-5', 'currency', ({ currency }) => currency)] },
  'BR-CL-05': { list: currencies, places: [one('BT-6', 'vatCurrency', ({ vatCurrency }) => vatCurrency)] },
  'BR-CL-06': {
    list: (context) => (isUbl(context) ? vatPointDates : vatPointDatesOfCii),
    listOfModel: vatPointDates,
    places: [one('BT-8', 'vatPointDateCode', ({ vatPointDateCode }) => vatPointDateCode)],
  },
  'BR-CL-07': {
    list: objectSchemes,
    places: [
      one('BT-18', 'invoicedObject.scheme', ({ invoicedObject }) => invoicedObject?.scheme),
      ofLines('BT-128', 'object.scheme', ({ object }) => object?.scheme),
    ],
  },
  'BR-CL-08': {
    list: (context) => (isUbl(context) ? noteSubjects : noteSubjectsOfCii),
    places: [ofEach('BT-21', eachNote, 'subjectCode', ({ subjectCode }) => subjectCode)],
  },
  'BR-CL-10': {
    list: partySchemes,
    places: [
      ofEach('BT-29', eachSellerIdentifier, 'scheme', ({ scheme }) => scheme),
      ofEach('BT-46', eachBuyerIdentifier, 'scheme', ({ scheme }) => scheme),
      one('BT-60', 'payee.identifier.scheme', ({ payee }) => payee?.identifier?.scheme),
    ],
  },
  'BR-CL-11': {
    list: partySchemes,
    places: [
      one('BT-30', 'seller.legalRegistration.scheme', ({ seller }) => seller.legalRegistration?.scheme),
      one('BT-47', 'buyer.legalRegistration.scheme', ({ buyer }) => buyer.legalRegistration?.scheme),
      one('BT-61', 'payee.legalRegistration.scheme', ({ payee }) => payee?.legalRegistration?.scheme),
    ],
  },
  'BR-CL-13': {
    list: itemClassifications,
    places: [ofEach('BT-158', eachClassification, 'list', ({ list }) => list)],
  },
  'BR-CL-14': {
    list: countries,
    places: [
      one('BT-40', 'seller.address.country', ({ seller }) => seller.address?.country),
      one('BT-55', 'buyer.address.country', ({ buyer }) => buyer.address?.country),
      one(
        'BT-69',
        'taxRepresentative.address.country',
        (invoice) => invoice.taxRepresentative?.address?.country,
      ),
      one('BT-80', 'delivery.address.country', ({ delivery }) => delivery?.address?.country),
    ],
  },
  'BR-CL-15': {
    list: countries,
    places: [ofLines('BT-159', 'item.originCountry', ({ item }) => item.originCountry)],
  },
  'BR-CL-16': {
    list: paymentMeans,
    places: [ofEach('BT-81', eachPayment, 'meansCode', ({ meansCode }) => meansCode)],
  },
  'BR-CL-17': {
    list: vatCategoryCodes,
    places: [
      ofEach('BT-95', eachAllowance, 'vatCategory', ({ vatCategory }) => vatCategory),
      ofEach('BT-102', eachCharge, 'vatCategory', ({ vatCategory }) => vatCategory),
      onlyIn(isUbl, breakdownCategory),
    ],
  },
  'BR-CL-18': {
    list: vatCategoryCodes,
    places: [
      ofLines('BT-151', 'vatCategory', ({ vatCategory }) => vatCategory),
      onlyIn(isCii, breakdownCategory),
    ],
  },
  'BR-CL-19': {
    list: allowanceReasons,
    places: [
      ofEach('BT-98', eachAllowance, 'reasonCode', ({ reasonCode }) => reasonCode),
      ofEach('BT-140', eachLineAllowance, 'reasonCode', ({ reasonCode }) => reasonCode),
    ],
  },
  'BR-CL-20': {
    list: chargeReasons,
    places: [
      ofEach('BT-105', eachCharge, 'reasonCode', ({ reasonCode }) => reasonCode),
      ofEach('BT-145', eachLineCharge, 'reasonCode', ({ reasonCode }) => reasonCode),
    ],
  },
  'BR-CL-21': {
    list: partySchemes,
    places: [
      ofLines('BT-157', 'item.standardIdentifier.scheme', ({ item }) => item.standardIdentifier?.scheme),
    ],
  },
  'BR-CL-22': {
    list: exemptionReasons,
    anyCase: true,
    places: [
      ofEach(
        'BT-121',
        eachVatBreakdown,
        'exemptionReasonCode',
        ({ exemptionReasonCode }) => exemptionReasonCode,
      ),
    ],
  },
  'BR-CL-23': {
    list: unitCodes,
    places: [
      ofLines('BT-130', 'unit', ({ unit }) => unit),
      ofLines('BT-150', 'price.baseQuantityUnit', ({ price }) => price.baseQuantityUnit),
    ],
  },
  'BR-CL-24': {
    list: mediaTypes,
    exact: true,
    places: [
      ofEach(
        'BT-125',
        eachSupportingDocument,
        'attachment.mediaType',
        ({ attachment }) => attachment?.mediaType,
      ),
    ],
  },
  'BR-CL-25': {
    list: electronicAddressSchemes,
    places: [
      one('BT-34', 'seller.electronicAddress.scheme', ({ seller }) => seller.electronicAddress?.scheme),
      one('BT-49', 'buyer.electronicAddress.scheme', ({ buyer }) => buyer.electronicAddress?.scheme),
    ],
  },
  'BR-CL-26': {
    list: partySchemes,
    places: [one('BT-71', 'delivery.location.scheme', ({ delivery }) => delivery?.location?.scheme)],
  },
} as const satisfies Readonly<Record<string, CodeRule>>;

export type CodeRuleId = keyof typeof rules;

/** Whether a code that stands in a file keeps a rule (EN 16931 artefacts: section BR-CL). */
export const acceptedBy = (
  id: CodeRuleId,
  context: Pick<RuleContext, 'syntax'>,
): ((code: string) => boolean) => testOf(rules[id], listIn(rules[id], context));

const listIn = ({ list }: CodeRule, context: Pick<RuleContext, 'syntax'>): CodeList =>
  typeof list === 'function' ? list(context) : list;

const testOf = ({ exact, anyCase }: CodeRule, list: CodeList): ((code: string) => boolean) => {
  if (exact) return (code) => list.has(code);
  if (anyCase) return (code) => list.has(bare(code).toUpperCase());
  return (code) => list.has(code) || list.has(bare(code));
};

const inModel = (declared: CodeRule, { invoice, context }: Judged): Finding[] => {
  const list = declared.listOfModel ?? listIn(declared, context);
  const accepts = testOf(declared, list);
  return declared.places.flatMap(({ term, codes }) =>
    codes(invoice, context).flatMap(({ item: code, path }) =>
      code === undefined || accepts(code) ? [] : [finding(list, code, { terms: [term], path }, invoice)],
    ),
  );
};

const finding = (
  list: CodeList,
  code: string,
  { terms, path }: Pick<Finding, 'terms' | 'path'>,
  invoice: Invoice,
): Finding => {
  const choices = choicesFor(list, code);
  const meant = withoutDoubt(list, code);
  return {
    ...(terms && { terms }),
    path,
    values: figures({ found: bare(code) || undefined, line: lineOf(path, invoice) }),
    ...(choices.length > 0 && { choices }),
    ...(meant !== undefined && path !== '' && { patch: { path, from: code, to: meant } }),
  };
};

const lineOf = (path: string, { lines }: Invoice): string | undefined => {
  const index = /^lines\[(\d+)\]/.exec(path)?.[1];
  return index === undefined ? undefined : (lines[Number(index)]?.id ?? String(Number(index) + 1));
};

/** What the file holds decides; the model tells which of its places is meant, where it holds the code at all. */
const inFile = (declared: CodeRule, wrong: readonly WrongCode[], judged: Judged): Finding[] => {
  const known = groupedBy(inModel(declared, judged), ({ values }) => values?.found ?? '');
  return wrong.map(
    ({ found, location }) => known.get(bare(found))?.shift() ?? elsewhere(declared, found, location, judged),
  );
};

const elsewhere = (
  declared: CodeRule,
  found: string,
  location: string,
  { invoice, context }: Judged,
): Finding => {
  const [place, another] = declared.places.flatMap(({ codes }) => codes(invoice, context));
  const only = place && !another && !place.path.includes('[') ? place.path : undefined;
  const path = only ?? lineAt(location, invoice);
  return {
    path,
    location,
    values: figures({ found: bare(found) || undefined, line: lineOf(path, invoice) }),
  };
};

/** The line of the model that a place in a file belongs to; empty outside the lines. */
const lineAt = (location: string, { lines }: Invoice): string => {
  const rank = /\/(?:cac:InvoiceLine|cac:CreditNoteLine|ram:IncludedSupplyChainTradeLineItem)\[(\d+)\]/.exec(
    location,
  )?.[1];
  const index = Number(rank ?? 0) - 1;
  return lines[index] ? `lines[${index}]` : '';
};

const ruleOf = ([id, declared]: readonly [string, CodeRule]): Rule => ({
  id,
  severity: 'fatal',
  terms: declared.terms ?? declared.places.map(({ term }) => term),
  findings: (judged) => {
    const codes = judged.context.evidence?.codes;
    if (codes === undefined) return inModel(declared, judged);
    if (codes.length === 0) return nothing;
    const wrong = codes.filter(({ rule }) => rule === id);
    return wrong.length === 0 ? nothing : inFile(declared, wrong, judged);
  },
});

/** Codes stand in the lists that EN 16931 names. */
export const codeListRules: readonly Rule[] = Object.entries<CodeRule>(rules).map(ruleOf);
