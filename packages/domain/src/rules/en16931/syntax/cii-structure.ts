import type { SyntaxRule } from './syntax-rule.js';
import {
  absent,
  allEqual,
  atMostOne,
  exactlyOne,
  normalised,
  type Seen,
  seen,
  summed,
  texts,
  written,
} from './syntax-rule.js';

const context = '/rsm:ExchangedDocumentContext';
const document = '/rsm:ExchangedDocument';
const transaction = '/rsm:SupplyChainTradeTransaction';
const line = `${transaction}/IncludedSupplyChainTradeLineItem`;
const product = `${line}/SpecifiedTradeProduct`;
const lineAgreement = `${line}/SpecifiedLineTradeAgreement`;
const lineSettlement = `${line}/SpecifiedLineTradeSettlement`;
const agreement = `${transaction}/ApplicableHeaderTradeAgreement`;
const delivery = `${transaction}/ApplicableHeaderTradeDelivery`;
const settlement = `${transaction}/ApplicableHeaderTradeSettlement`;

const references = 'AdditionalReferencedDocument';
const types = { types: 'TypeCode' };
const isOf = (of: Seen, code: string): boolean =>
  texts(of, 'types').some((type) => normalised(type) === code);
const countOf = (code: string, name: string) => (of: Seen) => (isOf(of, code) ? texts(of, name).length : 0);
const one = (code: string) => (of: Seen) => (isOf(of, code) ? 1 : 0);

const both = (of: Seen): boolean => texts(of, 'a').length > 0 && texts(of, 'b').length > 0;

const priceDiscount = 'GrossPriceProductTradePrice/AppliedTradeAllowanceCharge';

/** A party is identified with a scheme (GlobalID) or without one (ID). */
const oneIdentifier = (id: string, term: string, within: string, party: string): SyntaxRule =>
  seen({
    id,
    severity: 'warning',
    terms: [term],
    within,
    reads: { a: `?${party}/ID`, b: `?${party}/GlobalID` },
    holds: (of) => !both(of),
  });

const oneContactPoint = (id: string, term: string, party: string): SyntaxRule =>
  seen({
    id,
    severity: 'warning',
    terms: [term],
    within: agreement,
    reads: {
      a: `?${party}/DefinedTradeContact/PersonName`,
      b: `?${party}/DefinedTradeContact/DepartmentName`,
    },
    holds: (of) => !both(of),
  });

/** Only a reference of the header that says to be of this type may hold it. */
const onlyWithType = (id: string, term: string, element: string, code: string): SyntaxRule =>
  seen({
    id,
    terms: [term],
    within: '//*ReferencedDocument',
    reads: { ...types, found: `?${element}` },
    holds: (of, { element: name }) =>
      texts(of, 'found').length === 0 || (name === references && texts(of, 'types').includes(code)),
  });

const totals: Readonly<Record<string, readonly [id: string, ...terms: string[]]>> = {
  LineTotalAmount: ['CII-SR-477', 'BT-106'],
  ChargeTotalAmount: ['CII-SR-478', 'BT-108'],
  AllowanceTotalAmount: ['CII-SR-479', 'BT-107'],
  TaxBasisTotalAmount: ['CII-SR-480', 'BT-109'],
  RoundingAmount: ['CII-SR-481', 'BT-114'],
  GrandTotalAmount: ['CII-SR-482', 'BT-112'],
  InformationAmount: ['CII-SR-483', 'BG-22'],
  TotalPrepaidAmount: ['CII-SR-484', 'BT-113'],
  TotalDiscountAmount: ['CII-SR-485', 'BG-22'],
  TotalAllowanceChargeAmount: ['CII-SR-486', 'BG-22'],
  DuePayableAmount: ['CII-SR-487', 'BT-115'],
  RetailValueExcludingTaxInformationAmount: ['CII-SR-488', 'BG-22'],
  TotalDepositFeeInformationAmount: ['CII-SR-489', 'BG-22'],
  ProductValueExcludingTobaccoTaxInformationAmount: ['CII-SR-490', 'BG-22'],
  TotalRetailValueInformationAmount: ['CII-SR-491', 'BG-22'],
  GrossLineTotalAmount: ['CII-SR-492', 'BG-22'],
  NetLineTotalAmount: ['CII-SR-493', 'BG-22'],
  NetIncludingTaxesLineTotalAmount: ['CII-SR-494', 'BG-22'],
};

/** How CII files are built, beyond what must not occur (CEN artefacts 1.3.16, CII-SR and CII-DT with conditions). */
export const ciiStructure: readonly SyntaxRule[] = [
  // The document.
  atMostOne({
    id: 'CII-SR-003',
    severity: 'warning',
    terms: ['BT-23'],
    within: context,
    of: 'BusinessProcessSpecifiedDocumentContextParameter',
  }),
  exactlyOne({
    id: 'CII-SR-009',
    terms: ['BT-24'],
    within: context,
    of: 'GuidelineSpecifiedDocumentContextParameter',
  }),
  exactlyOne({
    id: 'CII-SR-010',
    terms: ['BT-24'],
    within: context,
    of: 'GuidelineSpecifiedDocumentContextParameter/ID',
  }),
  exactlyOne({ id: 'CII-SR-014', terms: ['BT-3'], within: document, of: 'TypeCode' }),
  atMostOne({
    id: 'CII-SR-030',
    severity: 'warning',
    terms: ['BT-22'],
    within: `${document}/IncludedNote`,
    of: 'Content',
  }),

  // Lines.
  atMostOne({
    id: 'CII-SR-039',
    severity: 'warning',
    terms: ['BT-127'],
    within: `${line}/AssociatedDocumentLineDocument`,
    of: 'IncludedNote',
  }),
  atMostOne({
    id: 'CII-SR-040',
    severity: 'warning',
    terms: ['BT-127'],
    within: `${line}/AssociatedDocumentLineDocument`,
    of: 'IncludedNote/Content',
  }),
  seen({
    id: 'CII-SR-046',
    terms: ['BT-157'],
    within: product,
    reads: { ids: '?GlobalID', schemes: 'GlobalID/@schemeID' },
    holds: (of) => texts(of, 'ids').length === 0 || texts(of, 'schemes').length > 0,
  }),
  exactlyOne({
    id: 'CII-SR-069',
    terms: ['BT-160'],
    within: `${product}/ApplicableProductCharacteristic`,
    of: 'Description',
  }),
  exactlyOne({
    id: 'CII-SR-072',
    terms: ['BT-161'],
    within: `${product}/ApplicableProductCharacteristic`,
    of: 'Value',
  }),
  seen({
    id: 'CII-SR-090',
    terms: ['BT-159'],
    within: product,
    reads: { countries: '?OriginTradeCountry', ids: '?OriginTradeCountry/ID' },
    holds: (of) => texts(of, 'countries').length === 0 || texts(of, 'ids').length === 1,
  }),
  seen({
    id: 'CII-SR-119',
    severity: 'warning',
    terms: ['BT-147'],
    within: lineAgreement,
    reads: {
      groups: `?${priceDiscount}/ChargeIndicator`,
      indicators: `${priceDiscount}/ChargeIndicator/udt:Indicator`,
      amounts: `?${priceDiscount}/ActualAmount`,
    },
    holds: (of) =>
      texts(of, 'amounts').length > 0
        ? texts(of, 'indicators').some((value) => ['false', '0'].includes(value.trim()))
        : texts(of, 'groups').length === 0,
  }),
  exactlyOne({
    id: 'CII-SR-439',
    terms: ['BT-146'],
    within: lineAgreement,
    of: 'NetPriceProductTradePrice/ChargeAmount',
  }),
  atMostOne({
    id: 'CII-SR-441',
    terms: ['BT-146'],
    within: lineAgreement,
    of: 'NetPriceProductTradePrice/ChargeAmount',
  }),
  atMostOne({ id: 'CII-SR-440', terms: ['BT-147'], within: `//${priceDiscount}`, of: 'ActualAmount' }),
  exactlyOne({
    id: 'CII-SR-454',
    severity: 'warning',
    terms: ['BG-30'],
    within: lineSettlement,
    of: 'ApplicableTradeTax',
  }),
  summed({
    id: 'CII-SR-474',
    severity: 'warning',
    terms: ['BT-128'],
    within: lineSettlement,
    each: references,
    reads: types,
    adds: one('130'),
    to: 1,
  }),

  // Parties.
  oneIdentifier('CII-SR-449', 'BT-71', delivery, 'ShipToTradeParty'),
  oneIdentifier('CII-SR-450', 'BT-46', agreement, 'BuyerTradeParty'),
  oneIdentifier('CII-SR-451', 'BT-60', settlement, 'PayeeTradeParty'),
  atMostOne({
    id: 'CII-SR-455',
    terms: ['BG-6'],
    within: agreement,
    of: 'SellerTradeParty/DefinedTradeContact',
  }),
  atMostOne({
    id: 'CII-SR-456',
    terms: ['BG-9'],
    within: agreement,
    of: 'BuyerTradeParty/DefinedTradeContact',
  }),
  atMostOne({
    id: 'CII-SR-459',
    terms: ['BT-34'],
    within: agreement,
    of: 'SellerTradeParty/URIUniversalCommunication',
  }),
  atMostOne({
    id: 'CII-SR-460',
    terms: ['BT-49'],
    within: agreement,
    of: 'BuyerTradeParty/URIUniversalCommunication',
  }),
  oneContactPoint('CII-SR-465', 'BT-41', 'SellerTradeParty'),
  oneContactPoint('CII-SR-466', 'BT-56', 'BuyerTradeParty'),

  // References of the header.
  summed({
    id: 'CII-SR-457',
    severity: 'warning',
    terms: ['BT-17'],
    within: agreement,
    each: references,
    reads: types,
    adds: one('50'),
    to: 1,
  }),
  summed({
    id: 'CII-SR-458',
    severity: 'warning',
    terms: ['BT-18'],
    within: agreement,
    each: references,
    reads: types,
    adds: one('130'),
    to: 1,
  }),
  summed({
    id: 'CII-SR-475',
    severity: 'warning',
    terms: ['BT-123'],
    within: agreement,
    each: references,
    reads: { ...types, names: '?Name' },
    adds: countOf('916', 'names'),
    to: 1,
  }),
  summed({
    id: 'CII-SR-476',
    severity: 'warning',
    terms: ['BT-125'],
    within: agreement,
    each: references,
    reads: { ...types, attachments: '?AttachmentBinaryObject' },
    adds: countOf('916', 'attachments'),
    to: 1,
  }),

  // Payment.
  atMostOne({
    id: 'CII-SR-452',
    severity: 'warning',
    terms: ['BT-20'],
    within: settlement,
    of: 'SpecifiedTradePaymentTerms',
  }),
  atMostOne({
    id: 'CII-SR-453',
    severity: 'warning',
    terms: ['BT-20'],
    within: settlement,
    of: 'SpecifiedTradePaymentTerms/Description',
  }),
  seen({
    id: 'CII-SR-467',
    terms: ['BT-81'],
    within: '/',
    reads: { codes: '//SpecifiedTradeSettlementPaymentMeans/TypeCode' },
    holds: (of) => allEqual(texts(of, 'codes').map(normalised)),
  }),
  seen({
    id: 'CII-SR-468',
    terms: ['BT-82'],
    within: '/',
    reads: { texts: '//SpecifiedTradeSettlementPaymentMeans/Information' },
    holds: (of) => allEqual(texts(of, 'texts').map(normalised)),
  }),
  atMostOne({
    id: 'CII-SR-469',
    terms: ['BT-83'],
    within: '/',
    of: '//ApplicableHeaderTradeSettlement/PaymentReference',
  }),
  summed({
    id: 'CII-SR-470',
    terms: ['BT-84'],
    within: settlement,
    each: 'SpecifiedTradeSettlementPaymentMeans',
    reads: {
      ...types,
      ibans: '?PayeePartyCreditorFinancialAccount/IBANID',
      others: '?PayeePartyCreditorFinancialAccount/ProprietaryID',
    },
    adds: (of) =>
      (isOf(of, '30') || isOf(of, '58')) && texts(of, 'ibans').length + texts(of, 'others').length === 0
        ? 1
        : 0,
    to: 0,
  }),

  // VAT, allowances and charges, totals.
  atMostOne({ id: 'CII-SR-461', terms: ['BT-7'], within: settlement, of: 'ApplicableTradeTax/TaxPointDate' }),
  seen({
    id: 'CII-SR-462',
    terms: ['BT-8'],
    within: settlement,
    reads: { codes: '//ApplicableTradeTax/DueDateTypeCode' },
    holds: (of) => allEqual(texts(of, 'codes')),
  }),
  seen({
    id: 'CII-SR-463',
    terms: ['BG-20', 'BG-21', 'BG-27', 'BG-28'],
    within: '//SpecifiedTradeAllowanceCharge',
    reads: { indicators: '?ChargeIndicator' },
    holds: (of) => texts(of, 'indicators').length > 0,
  }),
  atMostOne({
    id: 'CII-SR-471',
    terms: ['BT-96', 'BT-103'],
    within: '//SpecifiedTradeAllowanceCharge',
    of: 'RateApplicablePercent',
  }),
  atMostOne({
    id: 'CII-SR-472',
    terms: ['BT-95', 'BT-102'],
    within: '//SpecifiedTradeAllowanceCharge',
    of: 'CategoryTradeTax',
  }),
  atMostOne({
    id: 'CII-SR-473',
    terms: ['BT-92', 'BT-99', 'BT-136', 'BT-141'],
    within: '//SpecifiedTradeAllowanceCharge',
    of: 'ActualAmount',
  }),
  ...Object.entries(totals).map(([of, [id, ...terms]]) =>
    atMostOne({ id, terms, within: `${settlement}/SpecifiedTradeSettlementHeaderMonetarySummation`, of }),
  ),

  // References to documents, wherever they stand.
  onlyWithType('CII-DT-015', 'BT-124', 'URIID', '916'),
  onlyWithType('CII-DT-021', 'BT-123', 'Name', '916'),
  onlyWithType('CII-DT-022', 'BT-125', 'AttachmentBinaryObject', '916'),
  onlyWithType('CII-DT-024', 'BT-18', 'ReferenceTypeCode', '130'),
  seen({
    id: 'CII-DT-018',
    terms: ['BT-17', 'BT-18', 'BG-24'],
    within: '//*ReferencedDocument',
    reads: types,
    holds: (of, { element }) =>
      texts(of, 'types').length === 0 ||
      (element === references && texts(of, 'types').some((type) => ['50', '130', '916'].includes(type))),
  }),
  ...absent(
    { within: '//*ReferencedDocument', except: ['//InvoiceReferencedDocument'], severity: 'fatal' },
    { 'CII-DT-027': 'FormattedIssueDateTime' },
  ),

  // Values, wherever they stand.
  seen({
    id: 'CII-DT-033',
    terms: ['BT-130'],
    within: '/',
    reads: {
      units: '//ram:*Quantity/@unitCode',
      billed: `${line}/SpecifiedLineTradeDelivery/BilledQuantity/@unitCode`,
    },
    holds: (of) => texts(of, 'units').length === 0 || texts(of, 'billed').length > 0,
  }),
  seen({
    id: 'CII-DT-037',
    terms: [],
    within: '//*TradeTax',
    reads: types,
    holds: (of) => texts(of, 'types').length === 0 || texts(of, 'types').includes('VAT'),
  }),
  // Anywhere below the settlement of the header, even on the VAT of an allowance.
  ...absent(
    { within: '//*TradeTax', except: [`${settlement}//*TradeTax`] },
    { 'CII-DT-041': 'BasisAmount', 'CII-DT-054': 'TaxPointDate', 'CII-DT-058': 'DueDateTypeCode' },
  ),
  ...absent(
    { within: '//*TradeTax', except: ['//ApplicableTradeTax'] },
    { 'CII-DT-052': 'ExemptionReasonCode', 'CII-DT-098': 'ExemptionReason' },
  ),
  written({
    id: 'CII-DT-097',
    terms: [],
    within: '//udt:DateTimeString',
    when: { attribute: 'format', value: '102' },
    holds: (text) => /^[ \t\r\n]*\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ \t\r\n]*$/.test(text),
  }),
];
