import { describe, expect, it } from 'vitest';
import { readXmlInvoice } from '../xml/read-xml-invoice.js';
import { readExtension } from './read-extension.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const cii = (
  lines: string,
  settlement: string,
  specification = 'urn:x#conformant#urn:factur-x.eu:1p0:extended',
) =>
  `<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
    <rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>${specification}</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
    <rsm:SupplyChainTradeTransaction>${lines}
      <ram:ApplicableHeaderTradeSettlement>${settlement}</ram:ApplicableHeaderTradeSettlement>
    </rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`;

const ciiLine = `<ram:IncludedSupplyChainTradeLineItem>
  <ram:AssociatedDocumentLineDocument><ram:LineID>2</ram:LineID><ram:ParentLineID> 1 </ram:ParentLineID><ram:LineStatusReasonCode>DETAIL</ram:LineStatusReasonCode></ram:AssociatedDocumentLineDocument>
  <ram:SpecifiedLineTradeAgreement><ram:ItemSellerTradeParty><ram:Name>Vendeur</ram:Name><ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">000000125</ram:ID></ram:SpecifiedLegalOrganization></ram:ItemSellerTradeParty></ram:SpecifiedLineTradeAgreement>
  <ram:SpecifiedLineTradeSettlement>
    <ram:ApplicableTradeTax><ram:ExemptionReason>#F1#</ram:ExemptionReason></ram:ApplicableTradeTax>
    <ram:SpecifiedTradeSettlementLineMonetarySummation><ram:TaxTotalAmount currencyID="EUR">2.00</ram:TaxTotalAmount><ram:GrandTotalAmount>12.00</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>
    <ram:AdditionalReferencedDocument><ram:IssuerAssignedID>F1</ram:IssuerAssignedID><ram:TypeCode>130</ram:TypeCode><ram:ReferenceTypeCode>AFL</ram:ReferenceTypeCode></ram:AdditionalReferencedDocument>
  </ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>`;

const settlement = `
  <ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>true</udt:Indicator></ram:ChargeIndicator><ram:CategoryTradeTax><ram:ExemptionReasonCode>VATEX-EU-O</ram:ExemptionReasonCode></ram:CategoryTradeTax></ram:SpecifiedTradeAllowanceCharge>
  <ram:SpecifiedLogisticsServiceCharge><ram:AppliedAmount>5.00</ram:AppliedAmount><ram:AppliedTradeTax><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>20</ram:RateApplicablePercent></ram:AppliedTradeTax></ram:SpecifiedLogisticsServiceCharge>
  <ram:InvoiceReferencedDocument><ram:IssuerAssignedID>F0</ram:IssuerAssignedID><ram:TypeCode>380</ram:TypeCode></ram:InvoiceReferencedDocument>
  <ram:SpecifiedFinancialAdjustment><ram:ActualAmount>7.00</ram:ActualAmount></ram:SpecifiedFinancialAdjustment>`;

const ubl = `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:ID>F1</cbc:ID>
  <cac:InvoiceLine><cbc:ID>2</cbc:ID>
    <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>F0</cbc:ID><cbc:IssueDate>2026-01-31</cbc:IssueDate></cac:InvoiceDocumentReference></cac:BillingReference>
    <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>F1</cbc:ID><cbc:DocumentStatusCode>DETAIL</cbc:DocumentStatusCode></cac:InvoiceDocumentReference><cac:BillingReferenceLine><cbc:ID>1</cbc:ID></cac:BillingReferenceLine></cac:BillingReference>
    <cac:DocumentReference><cbc:ID schemeID="AFL">F1</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:DocumentReference>
    <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">2.00</cbc:TaxAmount></cac:TaxTotal>
    <cac:Item><cac:ClassifiedTaxCategory><cbc:TaxExemptionReason>#F1#</cbc:TaxExemptionReason></cac:ClassifiedTaxCategory>
      <cac:ManufacturerParty><cac:PostalAddress><cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:PostalAddress><cac:PartyLegalEntity><cbc:CompanyID>000000125</cbc:CompanyID></cac:PartyLegalEntity></cac:ManufacturerParty></cac:Item>
  </cac:InvoiceLine></Invoice>`;

describe('what extended profiles say', () => {
  it('is read from CII', () => {
    expect(readExtension('cii', bytes(cii(ciiLine, settlement)))).toEqual({
      lines: [
        {
          subType: 'DETAIL',
          parent: '1',
          taxInclusive: '12.00',
          seller: { name: 'Vendeur', legalRegistration: '000000125' },
          objects: [{ typeCode: '130', scheme: 'AFL', value: 'F1' }],
          vatTotals: [{ currency: 'EUR', amount: '2.00' }],
          exemption: { reason: '#F1#' },
          precedingInvoices: [],
        },
      ],
      serviceCharges: [{ amount: '5.00', category: 'S', rate: '20', exemption: {} }],
      adjustments: ['7.00'],
      allowances: [],
      charges: [{ code: 'VATEX-EU-O' }],
      precedingTypes: ['380'],
    });
  });

  it('is read from UBL, whose lines are arranged by a reference to the invoice itself', () => {
    expect(readExtension('ubl-invoice', bytes(ubl)).lines).toEqual([
      {
        subType: 'DETAIL',
        parent: '1',
        seller: { legalRegistration: '000000125', country: 'FR' },
        objects: [{ typeCode: '130', scheme: 'AFL', value: 'F1' }],
        vatTotals: [{ currency: 'EUR', amount: '2.00' }],
        exemption: { reason: '#F1#' },
        precedingInvoices: [{ number: 'F0', issueDate: '2026-01-31' }],
      },
    ]);
  });

  it('is looked for where the profile or the framework promises it, and nowhere else', () => {
    expect(readXmlInvoice(bytes(cii(ciiLine, settlement))).evidence?.extension?.lines).toHaveLength(1);
    const plain = cii(ciiLine, settlement, 'urn:cen.eu:en16931:2017');
    expect(readXmlInvoice(bytes(plain)).evidence?.extension).toBeUndefined();
  });
});
