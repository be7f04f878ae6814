import { hospital, stationer } from '@parvis/application/testing/cast';

interface Sample {
  readonly number: string;
  /** Left out: the hospital makes it compulsory. */
  readonly serviceCode?: string;
  readonly engagementNumber?: string;
  readonly sellerSiret?: string;
  readonly buyerSiret?: string;
  /** The total said to be due; wrong unless it is 120.00. */
  readonly due?: string;
}

/** A small invoice as a supplier's program would send it: UBL 2.1, one line of 100.00 EUR and 20 % VAT. */
export const ublSample = ({
  number,
  serviceCode,
  engagementNumber,
  sellerSiret = stationer.siret,
  buyerSiret = hospital.siret,
  due = '120.00',
}: Sample): Uint8Array =>
  new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
  <cbc:ProfileID>A1</cbc:ProfileID>
  <cbc:ID>${number}</cbc:ID>
  <cbc:IssueDate>2026-03-02</cbc:IssueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  ${serviceCode === undefined ? '' : `<cbc:BuyerReference>${serviceCode}</cbc:BuyerReference>`}
  ${engagementNumber === undefined ? '' : `<cac:OrderReference><cbc:ID>${engagementNumber}</cbc:ID></cac:OrderReference>`}
  <cac:AccountingSupplierParty>${party('Papeterie du Bocage', sellerSiret, vat(sellerSiret))}</cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>${party('Centre hospitalier de Valmont', buyerSiret, '')}</cac:AccountingCustomerParty>
  <cac:PaymentMeans>
    <cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>
    <cac:PayeeFinancialAccount><cbc:ID>FR7630006000011234567890189</cbc:ID></cac:PayeeFinancialAccount>
  </cac:PaymentMeans>
  <cac:PaymentTerms><cbc:Note>Délai légal.</cbc:Note></cac:PaymentTerms>
  <cac:TaxTotal>
    <cbc:TaxAmount currencyID="EUR">20.00</cbc:TaxAmount>
    <cac:TaxSubtotal>
      <cbc:TaxableAmount currencyID="EUR">100.00</cbc:TaxableAmount>
      <cbc:TaxAmount currencyID="EUR">20.00</cbc:TaxAmount>
      ${taxCategory('TaxCategory')}
    </cac:TaxSubtotal>
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    <cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="EUR">100.00</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">120.00</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="EUR">${due}</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
  <cac:InvoiceLine>
    <cbc:ID>1</cbc:ID>
    <cbc:InvoicedQuantity unitCode="C62">10</cbc:InvoicedQuantity>
    <cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount>
    <cac:Item><cbc:Name>Ramette de papier</cbc:Name>${taxCategory('ClassifiedTaxCategory')}</cac:Item>
    <cac:Price><cbc:PriceAmount currencyID="EUR">10.00</cbc:PriceAmount></cac:Price>
  </cac:InvoiceLine>
</Invoice>
`);

const taxCategory = (element: string): string =>
  `<cac:${element}><cbc:ID>S</cbc:ID><cbc:Percent>20</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:${element}>`;

/** The key of a French VAT identifier follows from the SIREN. */
const vat = (siret: string): string => {
  const siren = siret.slice(0, 9);
  const key = String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0');
  return `<cac:PartyTaxScheme><cbc:CompanyID>FR${key}${siren}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`;
};

const party = (name: string, siret: string, taxScheme: string): string => `
    <cac:Party>
      <cbc:EndpointID schemeID="0009">${siret}</cbc:EndpointID>
      <cac:PartyIdentification><cbc:ID schemeID="0009">${siret}</cbc:ID></cac:PartyIdentification>
      <cac:PostalAddress><cbc:StreetName>1 place du Parvis</cbc:StreetName><cbc:CityName>Valmont</cbc:CityName><cbc:PostalZone>99000</cbc:PostalZone><cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
      ${taxScheme}
      <cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName><cbc:CompanyID schemeID="0002">${siret.slice(0, 9)}</cbc:CompanyID></cac:PartyLegalEntity>
    </cac:Party>`;
