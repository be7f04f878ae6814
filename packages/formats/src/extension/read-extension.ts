import type { Invoice } from '@parvis/domain/invoice/invoice';
import type {
  Exemption,
  Extension,
  LineExtension,
  LineObject,
  ServiceCharge,
} from '@parvis/domain/rules/extension';
import { scanXml } from '../xml/scan-xml.js';
import { type ElementTree, TreeBuilder } from './element-tree.js';

type Syntax = 'ubl-invoice' | 'ubl-credit-note' | 'cii';

/** Whether an invoice says more than EN 16931, by its profile or its framework: invoices within the invoice. */
export const saysMoreThanTheNorm = ({ specification = '', businessProcess = '' }: Invoice): boolean =>
  /extended/i.test(specification) || /^\s*[BSM][89]\s*$/.test(businessProcess);

/**
 * Reads a document a second time, for what the invoice model has no place for. `text` is well-formed UTF-8: the first
 * reading has seen it. Attachments are left out.
 */
export const readExtension = (syntax: Syntax, text: Uint8Array): Extension => {
  const lines: LineExtension[] = [];
  const builder = new TreeBuilder({
    leaveOut: leftOut,
    entry: lineElements[syntax],
    take: (line, root) => lines.push(syntax === 'cii' ? ciiLine(line) : ublLine(line, root)),
  });
  scanXml(text, builder);
  const { root } = builder;
  if (!root) return nothing;
  return { ...(syntax === 'cii' ? ciiExtension(root) : ublExtension(root)), lines };
};

const lineElements: Readonly<Record<Syntax, string>> = {
  cii: 'IncludedSupplyChainTradeLineItem',
  'ubl-invoice': 'InvoiceLine',
  'ubl-credit-note': 'CreditNoteLine',
};

const leftOut: ReadonlySet<string> = new Set(['EmbeddedDocumentBinaryObject', 'AttachmentBinaryObject']);

const nothing: Extension = {
  lines: [],
  serviceCharges: [],
  adjustments: [],
  allowances: [],
  charges: [],
  precedingTypes: [],
};

/** Only what is there. */
const given = <Name extends string>(
  entries: Readonly<Record<Name, string | undefined>>,
): { readonly [Key in Name]?: string } =>
  Object.fromEntries(
    Object.entries<string | undefined>(entries).filter(([, value]) => value !== undefined),
  ) as { readonly [Key in Name]?: string };

const textsAt = (element: ElementTree, path: string): string[] =>
  element.all(path).map(({ text }) => text.trim());

const exemptionAt = (element: ElementTree | undefined, prefix: '' | 'Tax'): Exemption => ({
  ...given({
    reason: element?.textAt(`${prefix}ExemptionReason`),
    code: element?.textAt(`${prefix}ExemptionReasonCode`),
  }),
});

const ciiExtension = (root: ElementTree): Extension => {
  const trade = root.first('SupplyChainTradeTransaction');
  const settlement = trade?.first('ApplicableHeaderTradeSettlement');
  if (!trade) return nothing;
  const reasons = (indicator: string): Exemption[] =>
    (settlement?.all('SpecifiedTradeAllowanceCharge') ?? [])
      .filter((entry) => allowanceMark(entry.textAt('ChargeIndicator/Indicator')) === indicator)
      .map((entry) => exemptionAt(entry.first('CategoryTradeTax'), ''));
  return {
    ...nothing,
    serviceCharges: (settlement?.all('SpecifiedLogisticsServiceCharge') ?? []).map(serviceCharge),
    adjustments: settlement ? textsAt(settlement, 'SpecifiedFinancialAdjustment/ActualAmount') : [],
    allowances: reasons('allowance'),
    charges: reasons('charge'),
    precedingTypes: settlement ? textsAt(settlement, 'InvoiceReferencedDocument/TypeCode') : [],
  };
};

const allowanceMark = (indicator: string | undefined): string =>
  indicator === 'true' || indicator === '1' ? 'charge' : 'allowance';

const serviceCharge = (entry: ElementTree): ServiceCharge => {
  const tax = entry.first('AppliedTradeTax');
  return {
    ...given({
      amount: entry.textAt('AppliedAmount'),
      category: tax?.textAt('CategoryCode'),
      rate: tax?.textAt('RateApplicablePercent'),
    }),
    exemption: exemptionAt(tax, ''),
  };
};

const ciiLine = (line: ElementTree): LineExtension => {
  const settlement = line.first('SpecifiedLineTradeSettlement');
  const seller = line.first('SpecifiedLineTradeAgreement/ItemSellerTradeParty');
  const sums = settlement?.first('SpecifiedTradeSettlementLineMonetarySummation');
  return {
    ...given({
      subType: line.textAt('AssociatedDocumentLineDocument/LineStatusReasonCode'),
      parent: line.textAt('AssociatedDocumentLineDocument/ParentLineID'),
      taxInclusive: sums?.textAt('GrandTotalAmount'),
    }),
    ...(seller && {
      seller: given({
        name: seller.textAt('Name'),
        legalRegistration: seller.textAt('SpecifiedLegalOrganization/ID'),
        country: seller.textAt('PostalTradeAddress/CountryID'),
      }),
    }),
    objects: (settlement?.all('AdditionalReferencedDocument') ?? []).map(ciiObject),
    vatTotals: (sums?.all('TaxTotalAmount') ?? []).map(amountWithCurrency),
    exemption: exemptionAt(settlement?.first('ApplicableTradeTax'), ''),
    precedingInvoices: (settlement?.all('InvoiceReferencedDocument') ?? []).map((reference) =>
      given({
        number: reference.textAt('IssuerAssignedID'),
        issueDate: reference.textAt('FormattedIssueDateTime/DateTimeString'),
        typeCode: reference.textAt('TypeCode'),
      }),
    ),
  };
};

const ciiObject = (reference: ElementTree): LineObject => ({
  ...given({ typeCode: reference.textAt('TypeCode'), scheme: reference.textAt('ReferenceTypeCode') }),
  value: reference.textAt('IssuerAssignedID') ?? '',
});

const amountWithCurrency = ({ text, attributes }: ElementTree): { currency?: string; amount: string } => {
  const currency = attributes.get('currencyID');
  return { amount: text.trim(), ...(currency !== undefined && { currency }) };
};

const ublExtension = (root: ElementTree): Extension => ({
  ...nothing,
  precedingTypes: textsAt(root, 'BillingReference/InvoiceDocumentReference/DocumentTypeCode'),
});

/** UBL arranges lines by a reference to the invoice itself: its status is the kind, its line the parent. */
const ublLine = (line: ElementTree, invoice: ElementTree): LineExtension => {
  const number = invoice.textAt('ID') ?? '';
  const references = line.all('BillingReference');
  const own = references.find((entry) => entry.textAt('InvoiceDocumentReference/ID') === number);
  const seller = line.first('Item/ManufacturerParty');
  return {
    ...given({
      subType: own?.textAt('InvoiceDocumentReference/DocumentStatusCode'),
      parent: own?.textAt('BillingReferenceLine/ID'),
    }),
    ...(seller && {
      seller: given({
        name: seller.textAt('PartyLegalEntity/RegistrationName'),
        legalRegistration: seller.textAt('PartyLegalEntity/CompanyID'),
        country: seller.textAt('PostalAddress/Country/IdentificationCode'),
      }),
    }),
    objects: line.all('DocumentReference').map(ublObject),
    vatTotals: line.all('TaxTotal/TaxAmount').map(amountWithCurrency),
    exemption: exemptionAt(line.first('Item/ClassifiedTaxCategory'), 'Tax'),
    precedingInvoices: references
      .filter((entry) => entry !== own)
      .map((entry) =>
        given({
          number: entry.textAt('InvoiceDocumentReference/ID'),
          issueDate: entry.textAt('InvoiceDocumentReference/IssueDate'),
          typeCode: entry.textAt('InvoiceDocumentReference/DocumentTypeCode'),
        }),
      ),
  };
};

const ublObject = (reference: ElementTree): LineObject => ({
  ...given({
    typeCode: reference.textAt('DocumentTypeCode'),
    scheme: reference.first('ID')?.attributes.get('schemeID'),
  }),
  value: reference.textAt('ID') ?? '',
});
