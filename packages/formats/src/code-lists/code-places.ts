import { acceptedBy, type CodeRuleId } from '@parvis/domain/rules/en16931/code-list-rules';
import { namespaces, ublCreditNoteNamespace, ublInvoiceNamespace } from '../xml/namespaces.js';
import { trimmed } from '../xml/white-space.js';

/** What an element says about the codes beside it. */
export type Decision = 'allowance' | 'charge' | 'object';

/** Where the code of an element stands, and the rule that judges it. */
export interface CodeTest {
  readonly rule: CodeRuleId;
  readonly accepts: (code: string) => boolean;
  /** The code is this attribute; else it is the text. */
  readonly attribute?: string;
  /** An element without the attribute fails the rule; else the rule is silent there. */
  readonly required?: boolean;
  /** The part of the text that is the code, if there is one. */
  readonly codeIn?: (text: string) => string | undefined;
  /** The rule speaks where an element beside this one says so. */
  readonly decided?: Decision;
}

/** A kind of place in a file where a code of a list stands. */
export interface CodePlace extends CodeTest {
  /** The element above; any when absent. */
  readonly under?: string;
  /** Elements somewhere above, without which, or with one of which, the rule is silent. */
  readonly onlyBelow?: string;
  readonly notBelow?: readonly string[];
  /** A further code, accepted below one of these elements. */
  readonly also?: { readonly code: string; readonly below: readonly string[] };
}

/** An element that decides which rule speaks about a code beside it. */
export interface Decider {
  readonly under?: string;
  /** How many levels above it the element stands whose codes it decides about. */
  readonly levels: number;
  readonly decisionIn: (text: string) => Decision | undefined;
}

/** The rules that may speak about an element, in the order in which the official files try them: the first that fits. */
export interface Fitting {
  /** Those whose code is an attribute come first. */
  readonly attributed: readonly CodePlace[];
  readonly written: readonly CodePlace[];
}

/** What to do with the elements of a name. */
export interface Sought {
  readonly uri: string;
  /** By the local name of the element above, where that matters. */
  readonly under: ReadonlyMap<string, Fitting>;
  readonly anywhere: Fitting | undefined;
  readonly decider?: Decider;
}

export interface CodePlaces {
  /** Namespace of an element above. */
  readonly above: (name: string) => string;
  readonly byName: ReadonlyMap<string, Sought>;
}

type Row = Omit<CodePlace, 'accepts'> & { readonly of: string; readonly in?: 'ubl-credit-note' };

const tableOf = (
  syntax: 'ubl-invoice' | 'cii',
  [prefix, above]: readonly [prefix: string, above: CodePlaces['above']],
  rows: readonly Row[],
  deciders: Readonly<Record<string, Decider & { readonly prefix?: string }>>,
): CodePlaces => {
  const rowsOf = new Map<string, CodePlace[]>();
  for (const { of: names, in: other, ...place } of rows) {
    const accepts = acceptedBy(place.rule, { syntax: other ?? syntax });
    for (const name of names.split(' '))
      rowsOf.set(name, [...(rowsOf.get(name) ?? []), { ...place, accepts }]);
  }
  const byName = new Map<string, Sought>(
    [...rowsOf].map(([name, places]) => [name, { uri: uriOf(prefix), ...fittingByParent(places) }]),
  );
  for (const [name, { prefix: own, ...decider }] of Object.entries(deciders))
    byName.set(name, { uri: uriOf(own ?? prefix), under: new Map(), anywhere: undefined, decider });
  return { above, byName };
};

const fittingByParent = (places: readonly CodePlace[]): Pick<Sought, 'under' | 'anywhere'> => {
  const parents = places.flatMap(({ under }) => under ?? []);
  const below = (parent: string | undefined): Fitting =>
    fittingOf(places.filter(({ under }) => under === undefined || under === parent));
  const anywhere = below(undefined);
  return {
    under: new Map(parents.map((parent) => [parent, below(parent)])),
    anywhere: anywhere.attributed.length + anywhere.written.length > 0 ? anywhere : undefined,
  };
};

const fittingOf = (places: readonly CodePlace[]): Fitting => ({
  attributed: places.filter(({ attribute }) => attribute !== undefined),
  written: places.filter(({ attribute }) => attribute === undefined),
});

const uriOf = (prefix: string): string => namespaces[prefix] ?? '';

/** An indicator compares as a boolean, which may be written as a digit. */
const allowanceOrCharge = (text: string): Decision | undefined => {
  const said = trimmed(text);
  if (said === 'false' || said === '0') return 'allowance';
  return said === 'true' || said === '1' ? 'charge' : undefined;
};

/** UBL writes the subject of a note inside it: three characters between the first two number signs. */
const subjectIn = (text: string): string | undefined => {
  const code = /#([^#]*)#/.exec(text)?.[1];
  return code?.length === 3 ? code : undefined;
};

const amounts =
  'Amount BaseAmount PriceAmount TaxAmount TaxableAmount LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount ' +
  'AllowanceTotalAmount ChargeTotalAmount PrepaidAmount PayableRoundingAmount PayableAmount';

const ublRows: readonly Row[] = [
  { rule: 'BR-CL-01', of: 'InvoiceTypeCode' },
  { rule: 'BR-CL-01', of: 'CreditNoteTypeCode', in: 'ubl-credit-note' },
  { rule: 'BR-CL-03', of: amounts, attribute: 'currencyID', required: true },
  { rule: 'BR-CL-04', of: 'DocumentCurrencyCode' },
  { rule: 'BR-CL-05', of: 'TaxCurrencyCode' },
  { rule: 'BR-CL-06', of: 'DescriptionCode', under: 'InvoicePeriod' },
  {
    rule: 'BR-CL-07',
    of: 'ID',
    under: 'AdditionalDocumentReference',
    attribute: 'schemeID',
    decided: 'object',
  },
  { rule: 'BR-CL-07', of: 'ID', under: 'DocumentReference', attribute: 'schemeID', decided: 'object' },
  { rule: 'BR-CL-08', of: 'Note', under: 'Invoice', codeIn: subjectIn },
  { rule: 'BR-CL-08', of: 'Note', under: 'CreditNote', codeIn: subjectIn },
  {
    rule: 'BR-CL-10',
    of: 'ID',
    under: 'PartyIdentification',
    attribute: 'schemeID',
    also: { code: 'SEPA', below: ['AccountingSupplierParty', 'PayeeParty'] },
  },
  { rule: 'BR-CL-11', of: 'CompanyID', under: 'PartyLegalEntity', attribute: 'schemeID' },
  { rule: 'BR-CL-13', of: 'ItemClassificationCode', under: 'CommodityClassification', attribute: 'listID' },
  { rule: 'BR-CL-14', of: 'IdentificationCode', under: 'Country' },
  { rule: 'BR-CL-15', of: 'IdentificationCode', under: 'OriginCountry' },
  { rule: 'BR-CL-16', of: 'PaymentMeansCode', under: 'PaymentMeans' },
  { rule: 'BR-CL-17', of: 'ID', under: 'TaxCategory' },
  { rule: 'BR-CL-18', of: 'ID', under: 'ClassifiedTaxCategory' },
  { rule: 'BR-CL-19', of: 'AllowanceChargeReasonCode', under: 'AllowanceCharge', decided: 'allowance' },
  { rule: 'BR-CL-20', of: 'AllowanceChargeReasonCode', under: 'AllowanceCharge', decided: 'charge' },
  { rule: 'BR-CL-21', of: 'ID', under: 'StandardItemIdentification', attribute: 'schemeID' },
  { rule: 'BR-CL-22', of: 'TaxExemptionReasonCode' },
  { rule: 'BR-CL-23', of: 'InvoicedQuantity CreditedQuantity BaseQuantity', attribute: 'unitCode' },
  { rule: 'BR-CL-24', of: 'EmbeddedDocumentBinaryObject', attribute: 'mimeCode' },
  { rule: 'BR-CL-25', of: 'EndpointID', attribute: 'schemeID' },
  { rule: 'BR-CL-26', of: 'ID', under: 'DeliveryLocation', attribute: 'schemeID' },
];

const ublDeciders = {
  ChargeIndicator: { under: 'AllowanceCharge', levels: 1, decisionIn: allowanceOrCharge },
  DocumentTypeCode: { levels: 1, decisionIn: (text) => (text === '130' ? 'object' : undefined) },
} as const satisfies Record<string, Decider>;

const ciiRows: readonly Row[] = [
  { rule: 'BR-CL-01', of: 'TypeCode', under: 'ExchangedDocument' },
  { rule: 'BR-CL-03', of: 'TaxTotalAmount', attribute: 'currencyID' },
  { rule: 'BR-CL-04', of: 'InvoiceCurrencyCode' },
  { rule: 'BR-CL-05', of: 'TaxCurrencyCode' },
  { rule: 'BR-CL-06', of: 'DueDateTypeCode' },
  { rule: 'BR-CL-07', of: 'ReferenceTypeCode' },
  { rule: 'BR-CL-08', of: 'SubjectCode' },
  { rule: 'BR-CL-21', of: 'GlobalID', under: 'SpecifiedTradeProduct', attribute: 'schemeID' },
  {
    rule: 'BR-CL-26',
    of: 'GlobalID',
    under: 'ShipToTradeParty',
    onlyBelow: 'ApplicableHeaderTradeDelivery',
    attribute: 'schemeID',
  },
  {
    rule: 'BR-CL-10',
    of: 'GlobalID',
    notBelow: ['SpecifiedTradeProduct', 'ShipToTradeParty'],
    attribute: 'schemeID',
  },
  { rule: 'BR-CL-11', of: 'ID', notBelow: ['SpecifiedTaxRegistration'], attribute: 'schemeID' },
  { rule: 'BR-CL-13', of: 'ClassCode', attribute: 'listID' },
  { rule: 'BR-CL-14', of: 'CountryID' },
  { rule: 'BR-CL-15', of: 'ID', under: 'OriginTradeCountry' },
  { rule: 'BR-CL-16', of: 'TypeCode', under: 'SpecifiedTradeSettlementPaymentMeans' },
  { rule: 'BR-CL-17', of: 'CategoryCode', under: 'CategoryTradeTax' },
  { rule: 'BR-CL-18', of: 'CategoryCode', under: 'ApplicableTradeTax' },
  { rule: 'BR-CL-19', of: 'ReasonCode', under: 'SpecifiedTradeAllowanceCharge', decided: 'allowance' },
  { rule: 'BR-CL-20', of: 'ReasonCode', under: 'SpecifiedTradeAllowanceCharge', decided: 'charge' },
  { rule: 'BR-CL-22', of: 'ExemptionReasonCode' },
  { rule: 'BR-CL-23', of: 'BilledQuantity BasisQuantity', attribute: 'unitCode' },
  { rule: 'BR-CL-24', of: 'AttachmentBinaryObject', attribute: 'mimeCode' },
  { rule: 'BR-CL-25', of: 'URIID', under: 'URIUniversalCommunication', attribute: 'schemeID' },
];

const ciiDeciders = {
  Indicator: {
    prefix: 'udt',
    under: 'ChargeIndicator',
    levels: 2,
    decisionIn: allowanceOrCharge,
  },
} as const satisfies Record<string, Decider & { readonly prefix?: string }>;

const aboveInUbl = (name: string): string => {
  if (name === 'Invoice') return ublInvoiceNamespace;
  return name === 'CreditNote' ? ublCreditNoteNamespace : uriOf('cac');
};

const aboveInCii = (name: string): string => uriOf(name === 'ExchangedDocument' ? 'rsm' : 'ram');

const ubl = tableOf('ubl-invoice', ['cbc', aboveInUbl], ublRows, ublDeciders);

export const codePlaces: Readonly<Record<'ubl-invoice' | 'ubl-credit-note' | 'cii', CodePlaces>> = {
  'ubl-invoice': ubl,
  'ubl-credit-note': ubl,
  cii: tableOf('cii', ['ram', aboveInCii], ciiRows, ciiDeciders),
};
