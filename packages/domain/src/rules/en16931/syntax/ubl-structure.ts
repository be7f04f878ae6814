import type { SyntaxRule } from './syntax-rule.js';
import {
  absent,
  allEqual,
  atMostOne,
  counted,
  exactlyOne,
  type Seen,
  seen,
  summed,
  texts,
  written,
} from './syntax-rule.js';

const seller = 'cac:AccountingSupplierParty/cac:Party';
const buyer = 'cac:AccountingCustomerParty/cac:Party';
const line = '//cac:InvoiceLine|cac:CreditNoteLine';
const reference = '//cac:AdditionalDocumentReference';

const codes = { types: 'cbc:DocumentTypeCode' };
const isObjectIdentifier = (reference: Seen): boolean => texts(reference, 'types').includes('130');
const isSepa = (scheme: string): boolean => scheme.toUpperCase() === 'SEPA';

const taxSchemes = { schemes: 'cac:TaxScheme/cbc:ID', groups: '?cac:TaxScheme', ids: '?cbc:CompanyID' };
/** Tax identifiers of a PartyTaxScheme group when its scheme is VAT, upper-cased but not trimmed. */
const vatIds = (group: Seen): number =>
  texts(group, 'schemes').some((scheme) => scheme.toUpperCase() === 'VAT') ? texts(group, 'ids').length : 0;
/** The same when its scheme is another; a scheme without an identifier counts as another. */
const otherTaxIds = (group: Seen): number => {
  const schemes = texts(group, 'schemes');
  const other =
    schemes.some((scheme) => scheme.toUpperCase() !== 'VAT') ||
    texts(group, 'groups').length > schemes.length;
  return other ? texts(group, 'ids').length : 0;
};

const payeeReads = {
  names: 'cac:PartyName/cbc:Name',
  sellers: `/${seller}/cac:PartyLegalEntity/cbc:RegistrationName`,
};
/** The official rules ask it of each of three terms: the payee is somebody else than the seller. */
const isNotTheSeller = (payee: Seen): boolean =>
  texts(payee, 'names').some((name) => texts(payee, 'sellers').some((other) => other !== name));

const indicator = { charge: 'cbc:ChargeIndicator', reasons: '?cbc:AllowanceChargeReason' };
const says = (of: Seen, ...values: string[]): boolean =>
  texts(of, 'charge').some((value) => values.includes(value.trim()));

/** How UBL files are built, beyond what must not occur (CEN artefacts 1.3.16, UBL-SR, and UBL-DT or UBL-CR with conditions). */
export const ublStructure: readonly SyntaxRule[] = [
  // The document.
  atMostOne({ id: 'UBL-SR-01', terms: ['BT-12'], within: '/', of: 'cac:ContractDocumentReference/cbc:ID' }),
  atMostOne({ id: 'UBL-SR-02', terms: ['BT-15'], within: '/', of: 'cac:ReceiptDocumentReference/cbc:ID' }),
  atMostOne({ id: 'UBL-SR-03', terms: ['BT-16'], within: '/', of: 'cac:DespatchDocumentReference/cbc:ID' }),
  summed({
    id: 'UBL-SR-04',
    terms: ['BT-18'],
    within: '/',
    each: 'cac:AdditionalDocumentReference',
    reads: { ...codes, ids: '?cbc:ID' },
    adds: (reference) => (isObjectIdentifier(reference) ? texts(reference, 'ids').length : 0),
    to: 1,
  }),
  atMostOne({ id: 'UBL-SR-05', terms: ['BT-20'], within: '/', of: 'cac:PaymentTerms/cbc:Note' }),
  atMostOne({ id: 'UBL-SR-08', terms: ['BG-14'], within: '/', of: 'cac:InvoicePeriod' }),
  atMostOne({ id: 'UBL-SR-24', terms: ['BG-13'], within: '/', of: 'cac:Delivery' }),
  atMostOne({ id: 'UBL-SR-39', terms: ['BT-11'], within: '/', of: 'cac:ProjectReference/cbc:ID' }),
  atMostOne({ id: 'UBL-SR-45', terms: ['BT-9'], within: '/', of: 'cac:PaymentMeans/cbc:PaymentDueDate' }),
  atMostOne({
    id: 'UBL-SR-46',
    terms: ['BT-82'],
    within: '/',
    of: 'cac:PaymentMeans/cbc:PaymentMeansCode/@name',
  }),
  atMostOne({ id: 'UBL-SR-49', terms: ['BT-8'], within: '/', of: 'cac:InvoicePeriod/cbc:DescriptionCode' }),
  atMostOne({ id: 'UBL-SR-54', terms: ['BG-18'], within: '/', of: 'cac:PaymentMeans/cac:CardAccount' }),
  atMostOne({ id: 'UBL-SR-55', terms: ['BG-19'], within: '/', of: 'cac:PaymentMeans/cac:PaymentMandate' }),
  atMostOne({ id: 'UBL-SR-56', terms: ['BT-17'], within: '/', of: 'cac:OriginatorDocumentReference/cbc:ID' }),
  seen({
    id: 'UBL-SR-44',
    terms: ['BT-83'],
    within: '/',
    reads: { ids: '//cbc:PaymentID' },
    holds: (of) => allEqual(texts(of, 'ids')),
  }),
  seen({
    id: 'UBL-SR-47',
    terms: ['BT-81'],
    within: '/',
    reads: { codes: '//cbc:PaymentMeansCode' },
    holds: (of) => allEqual(texts(of, 'codes')),
  }),
  seen({
    id: 'UBL-SR-29',
    terms: ['BT-90'],
    within: '/',
    reads: { schemes: '//cac:PartyIdentification/cbc:ID/@schemeID' },
    holds: (of) => texts(of, 'schemes').filter(isSepa).length <= 1,
  }),
  seen({
    id: 'UBL-CR-002',
    severity: 'warning',
    terms: [],
    within: '/',
    reads: { versions: 'cbc:UBLVersionID' },
    holds: (of) => texts(of, 'versions').length === 0 || texts(of, 'versions').includes('2.1'),
  }),
  ...absent({ under: 'cac:PaymentMeans', only: 'ubl-invoice' }, { 'UBL-CR-412': 'cbc:PaymentDueDate' }),
  seen({
    id: 'UBL-DT-18',
    severity: 'warning',
    terms: [],
    within: '/',
    reads: { all: '//*/@name', means: '//cbc:PaymentMeansCode/@name' },
    holds: (of) => texts(of, 'all').length <= texts(of, 'means').length,
  }),

  // Parties.
  atMostOne({
    id: 'UBL-SR-09',
    terms: ['BT-27'],
    within: '/',
    of: `${seller}/cac:PartyLegalEntity/cbc:RegistrationName`,
  }),
  atMostOne({ id: 'UBL-SR-10', terms: ['BT-28'], within: '/', of: `${seller}/cac:PartyName/cbc:Name` }),
  atMostOne({
    id: 'UBL-SR-11',
    terms: ['BT-30'],
    within: '/',
    of: `${seller}/cac:PartyLegalEntity/cbc:CompanyID`,
  }),
  atMostOne({
    id: 'UBL-SR-14',
    terms: ['BT-33'],
    within: '/',
    of: `${seller}/cac:PartyLegalEntity/cbc:CompanyLegalForm`,
  }),
  atMostOne({
    id: 'UBL-SR-15',
    terms: ['BT-44'],
    within: '/',
    of: `${buyer}/cac:PartyLegalEntity/cbc:RegistrationName`,
  }),
  atMostOne({
    id: 'UBL-SR-16',
    terms: ['BT-46'],
    within: '/',
    of: `${buyer}/cac:PartyIdentification/cbc:ID`,
  }),
  atMostOne({
    id: 'UBL-SR-17',
    terms: ['BT-47'],
    within: '/',
    of: `${buyer}/cac:PartyLegalEntity/cbc:CompanyID`,
  }),
  atMostOne({ id: 'UBL-SR-40', terms: ['BT-45'], within: '/', of: `${buyer}/cac:PartyName/cbc:Name` }),
  summed({
    id: 'UBL-SR-12',
    terms: ['BT-31'],
    within: '/',
    each: `${seller}/cac:PartyTaxScheme`,
    reads: taxSchemes,
    adds: vatIds,
    to: 1,
  }),
  summed({
    id: 'UBL-SR-13',
    terms: ['BT-32'],
    within: '/',
    each: `${seller}/cac:PartyTaxScheme`,
    reads: taxSchemes,
    adds: otherTaxIds,
    to: 1,
  }),
  summed({
    id: 'UBL-SR-18',
    terms: ['BT-48'],
    within: '/',
    each: `${buyer}/cac:PartyTaxScheme`,
    reads: taxSchemes,
    adds: vatIds,
    to: 1,
  }),
  counted({
    id: 'UBL-SR-42',
    terms: ['BT-31', 'BT-32'],
    within: `//${seller}`,
    of: 'cac:PartyTaxScheme',
    from: 0,
    to: 2,
  }),
  seen({
    id: 'UBL-SR-53',
    terms: ['BT-31', 'BT-32', 'BT-48', 'BT-63'],
    within: '//cac:PartyTaxScheme',
    reads: { schemes: '?cac:TaxScheme/cbc:ID', ids: '?cbc:CompanyID' },
    holds: (of) => texts(of, 'schemes').length > 0 && texts(of, 'ids').length > 0,
  }),
  atMostOne({
    id: 'UBL-SR-22',
    terms: ['BT-62'],
    within: '//cac:TaxRepresentativeParty',
    of: 'cac:PartyName/cbc:Name',
  }),
  atMostOne({
    id: 'UBL-SR-23',
    terms: ['BT-63'],
    within: '//cac:TaxRepresentativeParty',
    of: 'cac:PartyTaxScheme/cbc:CompanyID',
  }),
  seen({
    id: 'UBL-SR-19',
    terms: ['BT-59', 'BT-27'],
    within: '//cac:PayeeParty',
    reads: payeeReads,
    holds: (payee) => texts(payee, 'names').length <= 1 && isNotTheSeller(payee),
  }),
  seen({
    id: 'UBL-SR-20',
    terms: ['BT-60', 'BT-27'],
    within: '//cac:PayeeParty',
    reads: {
      ...payeeReads,
      ids: '?cac:PartyIdentification/cbc:ID',
      schemes: 'cac:PartyIdentification/cbc:ID/@schemeID',
    },
    holds: (payee) =>
      texts(payee, 'ids').length - texts(payee, 'schemes').filter(isSepa).length <= 1 &&
      isNotTheSeller(payee),
  }),
  seen({
    id: 'UBL-SR-21',
    terms: ['BT-61', 'BT-27'],
    within: '//cac:PayeeParty',
    reads: { ...payeeReads, ids: '?cac:PartyLegalEntity/cbc:CompanyID' },
    holds: (payee) => texts(payee, 'ids').length <= 1 && isNotTheSeller(payee),
  }),
  atMostOne({
    id: 'UBL-SR-51',
    terms: ['BT-162', 'BT-163', 'BT-164', 'BT-165'],
    within: ['//cac:PostalAddress', '//cac:Address'],
    of: 'cac:AddressLine',
  }),

  // Delivery, payment, allowances, VAT, references.
  atMostOne({
    id: 'UBL-SR-25',
    terms: ['BT-70'],
    within: '//cac:Delivery',
    of: 'cac:DeliveryParty/cac:PartyName/cbc:Name',
  }),
  atMostOne({ id: 'UBL-SR-26', terms: ['BT-83'], within: '//cac:PaymentMeans', of: 'cbc:PaymentID' }),
  atMostOne({ id: 'UBL-SR-27', terms: ['BT-81'], within: '//cac:PaymentMeans', of: 'cbc:PaymentMeansCode' }),
  atMostOne({
    id: 'UBL-SR-28',
    terms: ['BT-89'],
    within: '//cac:PaymentMeans',
    of: 'cac:PaymentMandate/cbc:ID',
  }),
  seen({
    id: 'UBL-SR-30',
    terms: ['BT-97', 'BT-139'],
    within: '//cac:AllowanceCharge',
    reads: indicator,
    holds: (of) => texts(of, 'reasons').length <= 1 || !says(of, 'false', '0'),
  }),
  seen({
    id: 'UBL-SR-31',
    terms: ['BT-104', 'BT-144'],
    within: '//cac:AllowanceCharge',
    reads: indicator,
    holds: (of) => texts(of, 'reasons').length <= 1 || !says(of, 'true', '1'),
  }),
  atMostOne({
    id: 'UBL-SR-32',
    terms: ['BT-120'],
    within: '//cac:TaxSubtotal',
    of: 'cac:TaxCategory/cbc:TaxExemptionReason',
  }),
  atMostOne({
    id: 'UBL-SR-06',
    terms: ['BG-3'],
    within: '//cac:BillingReference',
    of: 'cac:InvoiceDocumentReference',
  }),
  counted({
    id: 'UBL-SR-07',
    terms: ['BT-25'],
    within: '//cac:BillingReference',
    of: 'cac:InvoiceDocumentReference/cbc:ID',
    from: 1,
    to: Number.POSITIVE_INFINITY,
  }),
  atMostOne({ id: 'UBL-SR-33', terms: ['BT-123'], within: reference, of: 'cbc:DocumentDescription' }),
  seen({
    id: 'UBL-SR-43',
    terms: ['BT-18', 'BG-24'],
    within: reference,
    reads: { ...codes, schemes: 'cbc:ID/@schemeID' },
    holds: (of, { syntax }) =>
      isObjectIdentifier(of) ||
      (syntax === 'ubl-credit-note' && texts(of, 'types').includes('50')) ||
      (texts(of, 'types').length === 0 && texts(of, 'schemes').length === 0),
  }),
  summed({
    id: 'UBL-CR-665',
    severity: 'warning',
    terms: ['BG-24'],
    within: '/',
    each: reference,
    reads: { ...codes, schemes: 'cbc:ID/@schemeID' },
    adds: (of) =>
      texts(of, 'types').every((type) => type === '130') && texts(of, 'types').length > 0
        ? 0
        : texts(of, 'schemes').length,
    to: 0,
  }),
  summed({
    id: 'UBL-CR-666',
    terms: ['BT-18', 'BT-125'],
    within: '/',
    each: reference,
    reads: { ...codes, attachments: '?cac:Attachment' },
    adds: (of) => (isObjectIdentifier(of) ? texts(of, 'attachments').length : 0),
    to: 0,
  }),
  summed({
    id: 'UBL-CR-673',
    terms: ['BT-18', 'BT-123'],
    within: '/',
    each: reference,
    reads: { ...codes, descriptions: '?cbc:DocumentDescription' },
    adds: (of) => (isObjectIdentifier(of) ? texts(of, 'descriptions').length : 0),
    to: 0,
  }),

  // Lines.
  atMostOne({ id: 'UBL-SR-34', terms: ['BT-127'], within: line, of: 'cbc:Note' }),
  atMostOne({ id: 'UBL-SR-35', terms: ['BT-132'], within: line, of: 'cac:OrderLineReference/cbc:LineID' }),
  atMostOne({ id: 'UBL-SR-36', terms: ['BG-26'], within: line, of: 'cac:InvoicePeriod' }),
  atMostOne({
    id: 'UBL-SR-37',
    terms: ['BT-147'],
    within: line,
    of: 'cac:Price/cac:AllowanceCharge/cbc:Amount',
  }),
  exactlyOne({ id: 'UBL-SR-48', terms: ['BT-151'], within: line, of: 'cac:Item/cac:ClassifiedTaxCategory' }),
  atMostOne({ id: 'UBL-SR-50', terms: ['BT-154'], within: line, of: 'cac:Item/cbc:Description' }),
  atMostOne({ id: 'UBL-SR-52', terms: ['BT-128'], within: line, of: 'cac:DocumentReference' }),

  // Values.
  written({
    id: 'UBL-DT-01',
    terms: [],
    within: '//*Amount',
    except: ['//*PriceAmount', '//cac:Price/cac:AllowanceCharge//*Amount'],
    holds: (text) => {
      const point = text.indexOf('.');
      return point < 0 || text.length - point <= 3;
    },
  }),
  counted({ id: 'UBL-DT-06', terms: ['BT-125'], within: '//*BinaryObject', of: '@mimeCode', from: 1, to: 1 }),
  counted({ id: 'UBL-DT-07', terms: ['BT-125'], within: '//*BinaryObject', of: '@filename', from: 1, to: 1 }),
];
