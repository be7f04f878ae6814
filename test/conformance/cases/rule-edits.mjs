/**
 * Rejected documents for the rules that none of our mutants breaks and that are about more than a forbidden element: a
 * base, what is done to it, and every rule that must then speak (EN 16931 artefacts 1.3.16).
 */
import { after, all, attribute, before, double, drop, inside, says, set } from './edits.mjs';

const ublAllowance = 'Invoice/cac:AllowanceCharge';
const settlement =
  'rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement';
const agreement =
  'rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement';
const delivery = 'rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeDelivery';
const line = 'rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem';
const ciiAllowance = `${settlement}/ram:SpecifiedTradeAllowanceCharge`;
const breakdown = `${settlement}/ram:ApplicableTradeTax`;
const seller = `${agreement}/ram:SellerTradeParty`;
const ublSeller = 'Invoice/cac:AccountingSupplierParty/cac:Party';
const ublBuyer = 'Invoice/cac:AccountingCustomerParty/cac:Party';

const isCharge = says('cbc:ChargeIndicator', 'true');
const isCiiCharge = says('ram:ChargeIndicator/udt:Indicator', 'true');
const isCiiAllowance = says('ram:ChargeIndicator/udt:Indicator', 'false');
const of = (category) => says('ram:CategoryTradeTax/ram:CategoryCode', category);
const inCategory = (category) => says('ram:CategoryCode', category);

/** A part of one element that `which` picks. */
const part =
  (edit, path, inner, which, ...rest) =>
  (text) => {
    const marked = before(path, '<mark/>', which)(text);
    const at = marked.indexOf('<mark/>');
    const bare = marked.slice(at + '<mark/>'.length);
    const end = bare.indexOf(`</${path.split('/').at(-1)}>`) + path.split('/').at(-1).length + 3;
    return (
      marked.slice(0, at) +
      edit(`${path.split('/').at(-1)}/${inner}`, ...rest)(bare.slice(0, end)) +
      bare.slice(end)
    );
  };

const withoutVat = ['S', 'Z', 'E', 'AE', 'AF', 'AG', 'IC', 'G'].flatMap((family) =>
  ['02', '03', '04'].map((number) => `BR-${family}-${number}`),
);

/** `{ rules, base, edits, fires }`: `fires` holds what speaks beside `rules`. */
export const ruleEdits = [
  // Categories and the identifiers they require.
  {
    rules: withoutVat,
    base: 'max-ubl-invoice',
    edits: [
      drop(`${ublSeller}/cac:PartyTaxScheme`),
      drop(`${ublSeller}/cac:PartyTaxScheme`),
      drop('Invoice/cac:TaxRepresentativeParty'),
    ],
  },
  {
    rules: withoutVat,
    base: 'max-cii',
    edits: [
      drop(`${seller}/ram:SpecifiedTaxRegistration`),
      drop(`${seller}/ram:SpecifiedTaxRegistration`),
      drop(`${agreement}/ram:SellerTaxRepresentativeTradeParty`),
    ],
  },
  {
    rules: ['BR-O-02', 'BR-O-03', 'BR-O-04'],
    base: 'oos-ubl-invoice',
    edits: [
      before(
        `${ublSeller}/cac:PartyLegalEntity`,
        '<cac:PartyTaxScheme><cbc:CompanyID>FR11123456782</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>',
      ),
    ],
  },
  {
    rules: ['BR-O-02', 'BR-O-03', 'BR-O-04'],
    base: 'oos-cii',
    edits: [
      inside(
        seller,
        '<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">FR11123456782</ram:ID></ram:SpecifiedTaxRegistration>',
      ),
    ],
  },
  {
    rules: ['BR-O-05'],
    base: 'oos-ubl-invoice',
    edits: [
      after(
        'Invoice/cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory/cbc:ID',
        '<cbc:Percent>0</cbc:Percent>',
      ),
    ],
  },
  {
    rules: ['BR-O-06'],
    base: 'oos-cii',
    edits: [
      after(
        `${ciiAllowance}/ram:CategoryTradeTax/ram:CategoryCode`,
        '<ram:RateApplicablePercent>0</ram:RateApplicablePercent>',
      ),
    ],
  },
  // Rates.
  ...[
    ['BR-AG-06', 'M', isCiiAllowance, '-4', []],
    ['BR-Z-06', 'Z', isCiiAllowance, '5', []],
    ['BR-AF-07', 'L', isCiiCharge, '0', []],
    ['BR-G-07', 'G', isCiiCharge, '5', []],
    ['BR-S-07', 'S', isCiiCharge, '0', ['BR-S-08']],
  ].map(([rule, category, which, rate, fires]) => ({
    rules: [rule],
    base: 'max-cii',
    edits: [
      part(
        set,
        ciiAllowance,
        'ram:CategoryTradeTax/ram:RateApplicablePercent',
        all(which, of(category)),
        rate,
      ),
    ],
    fires,
  })),
  // Tax and exemption reasons of the breakdown.
  {
    rules: ['BR-AF-09'],
    base: 'max-ubl-invoice',
    edits: [set('Invoice/cac:TaxTotal/cac:TaxSubtotal[9]/cbc:TaxAmount', '60.33')],
    fires: ['BR-CO-14', 'BR-CO-17'],
  },
  ...['Z', 'E'].map((category) => ({
    rules: [`BR-${category}-09`],
    base: 'max-cii',
    edits: [part(set, breakdown, 'ram:CalculatedAmount', inCategory(category), '5.00')],
    fires: ['BR-CO-14', 'BR-CO-17'],
  })),
  ...[
    ['BR-AF-10', 9],
    ['BR-AG-10', 10],
    ['BR-Z-10', 4],
  ].map(([rule, rank]) => ({
    rules: [rule],
    base: 'max-ubl-invoice',
    edits: [
      after(
        `Invoice/cac:TaxTotal/cac:TaxSubtotal[${rank}]/cac:TaxCategory/cbc:Percent`,
        '<cbc:TaxExemptionReason>Exempt</cbc:TaxExemptionReason>',
      ),
    ],
  })),
  ...[
    ['BR-AF-10', 'L'],
    ['BR-AG-10', 'M'],
  ].map(([rule, category]) => ({
    rules: [rule],
    base: 'max-cii',
    edits: [
      part(
        after,
        breakdown,
        'ram:TypeCode',
        inCategory(category),
        '<ram:ExemptionReason>Exempt</ram:ExemptionReason>',
      ),
    ],
  })),
  {
    rules: ['BR-E-10'],
    base: 'max-cii',
    edits: [
      part(drop, breakdown, 'ram:ExemptionReason', inCategory('E')),
      part(drop, breakdown, 'ram:ExemptionReasonCode', inCategory('E')),
    ],
  },
  {
    rules: ['BR-IC-11'],
    base: 'max-cii',
    edits: [
      drop(`${delivery}/ram:ActualDeliverySupplyChainEvent`),
      drop(`${settlement}/ram:BillingSpecifiedPeriod`),
    ],
  },
  // What must be there.
  {
    rules: ['BR-14'],
    base: 'min-cii',
    edits: [drop(`${settlement}/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:GrandTotalAmount`)],
    fires: ['BR-CO-15', 'BR-CO-16'],
  },
  {
    rules: ['BR-28'],
    base: 'oos-cii',
    edits: [
      set(`${line}/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:ChargeAmount`, '-11'),
    ],
  },
  {
    rules: ['BR-30'],
    base: 'oos-ubl-invoice',
    edits: [set('Invoice/cac:InvoiceLine/cac:InvoicePeriod/cbc:EndDate', '2026-07-31')],
  },
  {
    rules: ['BR-31'],
    base: 'oos-ubl-invoice',
    edits: [drop(`${ublAllowance}/cbc:Amount`)],
    fires: ['BR-CO-11', 'BR-O-08'],
  },
  {
    rules: ['BR-33', 'BR-CO-21'],
    base: 'oos-ubl-invoice',
    edits: [
      drop(`${ublAllowance}/cbc:AllowanceChargeReasonCode`),
      drop(`${ublAllowance}/cbc:AllowanceChargeReason`),
    ],
  },
  {
    rules: ['BR-33', 'BR-CO-21'],
    base: 'oos-cii',
    edits: [drop(`${ciiAllowance}/ram:ReasonCode`), drop(`${ciiAllowance}/ram:Reason`)],
  },
  {
    rules: ['BR-38', 'BR-CO-22'],
    base: 'oos-ubl-invoice',
    edits: [
      part(drop, ublAllowance, 'cbc:AllowanceChargeReasonCode', isCharge),
      part(drop, ublAllowance, 'cbc:AllowanceChargeReason', isCharge),
    ],
  },
  {
    rules: ['BR-38', 'BR-CO-22'],
    base: 'oos-cii',
    edits: [
      part(drop, ciiAllowance, 'ram:ReasonCode', isCiiCharge),
      part(drop, ciiAllowance, 'ram:Reason', isCiiCharge),
    ],
  },
  {
    rules: ['BR-36'],
    base: 'oos-cii',
    edits: [part(drop, ciiAllowance, 'ram:ActualAmount', isCiiCharge)],
    fires: ['BR-CO-12', 'BR-O-08'],
  },
  {
    rules: ['BR-41'],
    base: 'oos-cii',
    edits: [
      drop(`${line}/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ActualAmount`),
    ],
  },
  {
    rules: ['BR-44', 'BR-CO-24'],
    base: 'oos-ubl-invoice',
    edits: [
      part(drop, 'Invoice/cac:InvoiceLine/cac:AllowanceCharge', 'cbc:AllowanceChargeReasonCode', isCharge),
      part(drop, 'Invoice/cac:InvoiceLine/cac:AllowanceCharge', 'cbc:AllowanceChargeReason', isCharge),
    ],
  },
  {
    rules: ['BR-44', 'BR-CO-24'],
    base: 'oos-cii',
    edits: ['ram:ReasonCode', 'ram:Reason'].map((name) =>
      part(
        drop,
        `${line}/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge`,
        name,
        isCiiCharge,
      ),
    ),
  },
  {
    rules: ['BR-45'],
    base: 'min-cii',
    edits: [drop(`${breakdown}/ram:BasisAmount`)],
    fires: ['BR-CO-17', 'BR-S-08', 'BR-S-09'],
  },
  {
    rules: ['BR-CO-26'],
    base: 'oos-cii',
    edits: [drop(`${seller}/ram:GlobalID`), drop(`${seller}/ram:SpecifiedLegalOrganization/ram:ID`)],
  },
  // Decimals.
  {
    rules: ['BR-DEC-05'],
    base: 'oos-cii',
    edits: [part(set, ciiAllowance, 'ram:ActualAmount', isCiiCharge, '2.250')],
  },
  {
    rules: ['BR-DEC-25'],
    base: 'oos-cii',
    edits: [
      set(
        `${line}/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:BasisAmount`,
        '15.380',
      ),
    ],
  },
  {
    rules: ['BR-DEC-28'],
    base: 'oos-cii',
    edits: [
      part(
        before,
        `${line}/ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge`,
        'ram:ActualAmount',
        isCiiCharge,
        '<ram:BasisAmount>10.000</ram:BasisAmount>',
      ),
    ],
  },
  {
    rules: ['BR-DEC-28'],
    base: 'oos-ubl-invoice',
    edits: [
      part(
        after,
        'Invoice/cac:InvoiceLine/cac:AllowanceCharge',
        'cbc:Amount',
        isCharge,
        '<cbc:BaseAmount currencyID="EUR">10.000</cbc:BaseAmount>',
      ),
    ],
    fires: ['UBL-DT-01'],
  },
  // How often an element may stand in UBL.
  ...[
    ['UBL-SR-08', 'Invoice/cac:InvoicePeriod', ['UBL-SR-49']],
    ['UBL-SR-27', 'Invoice/cac:PaymentMeans[2]/cbc:PaymentMeansCode', []],
    ['UBL-SR-36', 'Invoice/cac:InvoiceLine/cac:InvoicePeriod', []],
    ['UBL-SR-09', `${ublSeller}/cac:PartyLegalEntity/cbc:RegistrationName`, []],
    ['UBL-SR-15', `${ublBuyer}/cac:PartyLegalEntity/cbc:RegistrationName`, []],
    ['UBL-SR-29', `${ublSeller}/cac:PartyIdentification[2]`, []],
  ].map(([rule, path, fires]) => ({ rules: [rule], base: 'oos-ubl-invoice', edits: [double(path)], fires })),
  {
    rules: ['UBL-SR-22'],
    base: 'max-ubl-invoice',
    edits: [double('Invoice/cac:TaxRepresentativeParty/cac:PartyName')],
  },
  {
    rules: ['UBL-SR-18'],
    base: 'max-ubl-invoice',
    edits: [double(`${ublBuyer}/cac:PartyTaxScheme`)],
  },
  {
    rules: ['UBL-SR-04'],
    base: 'oos-ubl-invoice',
    edits: [double('Invoice/cac:AdditionalDocumentReference[cbc:DocumentTypeCode=130]')],
  },
  {
    rules: ['UBL-SR-31'],
    base: 'oos-ubl-invoice',
    edits: [part(double, ublAllowance, 'cbc:AllowanceChargeReason', isCharge)],
  },
  {
    rules: ['UBL-SR-44'],
    base: 'oos-ubl-invoice',
    edits: [after('Invoice/cac:PaymentMeans[2]/cbc:PaymentMeansCode', '<cbc:PaymentID>RF00</cbc:PaymentID>')],
  },
  {
    rules: ['UBL-SR-45'],
    base: 'max-ubl-creditnote',
    edits: [double('CreditNote/cac:PaymentMeans/cbc:PaymentDueDate')],
  },
  {
    rules: ['UBL-CR-002'],
    base: 'min-ubl-invoice',
    edits: [before('Invoice/cbc:CustomizationID', '<cbc:UBLVersionID>2.0</cbc:UBLVersionID>')],
  },
  // How elements of CII stand together.
  {
    rules: ['CII-DT-033'],
    base: 'oos-cii',
    edits: [1, 2].map((rank) =>
      attribute(`${line}[${rank}]/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity`, 'unitCode', undefined),
    ),
    fires: ['BR-23'],
  },
  {
    rules: ['CII-SR-046'],
    base: 'oos-cii',
    edits: [attribute(`${line}/ram:SpecifiedTradeProduct/ram:GlobalID`, 'schemeID', undefined)],
    fires: ['BR-64'],
  },
  ...[
    ['CII-SR-449', `${delivery}/ram:ShipToTradeParty`],
    ['CII-SR-450', `${agreement}/ram:BuyerTradeParty`],
  ].map(([rule, party]) => ({
    rules: [rule],
    base: 'oos-cii',
    edits: [before(`${party}/ram:GlobalID`, '<ram:ID>AUTRE</ram:ID>')],
  })),
  ...[
    ['CII-SR-457', '50'],
    ['CII-SR-458', '130'],
  ].map(([rule, type]) => ({
    rules: [rule],
    base: 'oos-cii',
    edits: [double(`${agreement}/ram:AdditionalReferencedDocument[ram:TypeCode=${type}]`)],
  })),
  ...[
    ['CII-SR-465', 'SellerTradeParty'],
    ['CII-SR-466', 'BuyerTradeParty'],
  ].map(([rule, party]) => ({
    rules: [rule],
    base: 'oos-cii',
    edits: [
      after(
        `${agreement}/ram:${party}/ram:DefinedTradeContact/ram:PersonName`,
        '<ram:DepartmentName>Service</ram:DepartmentName>',
      ),
    ],
  })),
  ...[
    ['CII-SR-467', '<ram:TypeCode>48</ram:TypeCode>'],
    ['CII-SR-468', '<ram:TypeCode>30</ram:TypeCode><ram:Information>Autre moyen</ram:Information>'],
  ].map(([rule, inner]) => ({
    rules: [rule],
    base: 'oos-cii',
    edits: [
      after(
        `${settlement}/ram:SpecifiedTradeSettlementPaymentMeans`,
        `<ram:SpecifiedTradeSettlementPaymentMeans>${inner}</ram:SpecifiedTradeSettlementPaymentMeans>`,
      ),
    ],
    fires: rule === 'CII-SR-468' ? ['CII-SR-470'] : [],
  })),
];
