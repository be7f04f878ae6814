import { type DemoInvoice, escapeXml, figuresOf, partiesOf } from './demo-invoice.js';

/** The file a supplier's program would send: UBL 2.1, EN 16931, with the French identifiers. */
export const ublFile = (invoice: DemoInvoice): Uint8Array => {
  const credit = invoice.kind === 'creditNote';
  const root = credit ? 'CreditNote' : 'Invoice';
  const { lines, vat, net, tax, gross } = figuresOf(invoice);
  const { seller, buyer } = partiesOf(invoice);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
  <cbc:ProfileID>A1</cbc:ProfileID>
  <cbc:ID>${escapeXml(invoice.number)}</cbc:ID>
  <cbc:IssueDate>${invoice.issueDate}</cbc:IssueDate>
${invoice.dueDate && !credit ? `  <cbc:DueDate>${invoice.dueDate}</cbc:DueDate>\n` : ''}  <cbc:${root}TypeCode>${credit ? 381 : 380}</cbc:${root}TypeCode>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
${invoice.serviceCode ? `  <cbc:BuyerReference>${escapeXml(invoice.serviceCode)}</cbc:BuyerReference>\n` : ''}${
  invoice.engagementNumber
    ? `  <cac:OrderReference><cbc:ID>${escapeXml(invoice.engagementNumber)}</cbc:ID></cac:OrderReference>\n`
    : ''
}${
  invoice.precedingInvoice
    ? `  <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${escapeXml(invoice.precedingInvoice)}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>\n`
    : ''
}  <cac:AccountingSupplierParty>${party(seller, true)}</cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>${party(buyer, false)}</cac:AccountingCustomerParty>
  <cac:PaymentMeans>
    <cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>${credit && invoice.dueDate ? `\n    <cbc:PaymentDueDate>${invoice.dueDate}</cbc:PaymentDueDate>` : ''}
    <cac:PayeeFinancialAccount><cbc:ID>${seller.iban}</cbc:ID></cac:PayeeFinancialAccount>
  </cac:PaymentMeans>
  <cac:PaymentTerms><cbc:Note>Paiement par virement administratif, délai légal.</cbc:Note></cac:PaymentTerms>
  <cac:TaxTotal>
    <cbc:TaxAmount currencyID="EUR">${tax}</cbc:TaxAmount>
${vat
  .map(
    ({ rate, base, tax: amount }) => `    <cac:TaxSubtotal>
      <cbc:TaxableAmount currencyID="EUR">${base}</cbc:TaxableAmount>
      <cbc:TaxAmount currencyID="EUR">${amount}</cbc:TaxAmount>
      <cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>${rate}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>
    </cac:TaxSubtotal>`,
  )
  .join('\n')}
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    <cbc:LineExtensionAmount currencyID="EUR">${net}</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="EUR">${net}</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">${gross}</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="EUR">${gross}</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
${lines
  .map(
    (line, index) => `  <cac:${root}Line>
    <cbc:ID>${index + 1}</cbc:ID>
    <cbc:${credit ? 'Credited' : 'Invoiced'}Quantity unitCode="${line.unit}">${line.quantity}</cbc:${credit ? 'Credited' : 'Invoiced'}Quantity>
    <cbc:LineExtensionAmount currencyID="EUR">${line.net}</cbc:LineExtensionAmount>
    <cac:Item>
      <cbc:Name>${escapeXml(line.label)}</cbc:Name>
      <cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>${line.vatRate}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory>
    </cac:Item>
    <cac:Price><cbc:PriceAmount currencyID="EUR">${line.unitPrice}</cbc:PriceAmount></cac:Price>
  </cac:${root}Line>`,
  )
  .join('\n')}
</${root}>
`;
  return new TextEncoder().encode(xml);
};

interface Party {
  readonly name: string;
  readonly siret: string;
  readonly street: string;
  readonly postCode: string;
  readonly town: string;
  readonly vatIdentifier?: string;
}

const party = ({ name, siret, street, postCode, town, vatIdentifier }: Party, seller: boolean): string => `
    <cac:Party>
      <cbc:EndpointID schemeID="0009">${siret}</cbc:EndpointID>
      <cac:PartyIdentification><cbc:ID schemeID="0009">${siret}</cbc:ID></cac:PartyIdentification>
      <cac:PostalAddress>
        <cbc:StreetName>${escapeXml(street)}</cbc:StreetName>
        <cbc:CityName>${escapeXml(town)}</cbc:CityName>
        <cbc:PostalZone>${postCode}</cbc:PostalZone>
        <cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country>
      </cac:PostalAddress>
${seller && vatIdentifier ? `      <cac:PartyTaxScheme><cbc:CompanyID>${vatIdentifier}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>\n` : ''}      <cac:PartyLegalEntity>
        <cbc:RegistrationName>${escapeXml(name)}</cbc:RegistrationName>
        <cbc:CompanyID schemeID="${seller ? '0002' : '0009'}">${seller ? siret.slice(0, 9) : siret}</cbc:CompanyID>
      </cac:PartyLegalEntity>
    </cac:Party>`;
