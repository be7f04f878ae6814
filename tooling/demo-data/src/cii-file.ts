import { type DemoInvoice, escapeXml, figuresOf, partiesOf } from './demo-invoice.js';

/** The same invoice in UN/CEFACT Cross Industry Invoice (D22B), the XML inside a Factur-X too. */
export const ciiFile = (invoice: DemoInvoice): Uint8Array => {
  const { lines, vat, net, tax, gross } = figuresOf(invoice);
  const { seller, buyer } = partiesOf(invoice);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
  <rsm:ExchangedDocumentContext>
    <ram:BusinessProcessSpecifiedDocumentContextParameter><ram:ID>A1</ram:ID></ram:BusinessProcessSpecifiedDocumentContextParameter>
    <ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter>
  </rsm:ExchangedDocumentContext>
  <rsm:ExchangedDocument>
    <ram:ID>${escapeXml(invoice.number)}</ram:ID>
    <ram:TypeCode>${invoice.kind === 'creditNote' ? 381 : 380}</ram:TypeCode>
    <ram:IssueDateTime>${day(invoice.issueDate)}</ram:IssueDateTime>
  </rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
${lines
  .map(
    (line, index) => `    <ram:IncludedSupplyChainTradeLineItem>
      <ram:AssociatedDocumentLineDocument><ram:LineID>${index + 1}</ram:LineID></ram:AssociatedDocumentLineDocument>
      <ram:SpecifiedTradeProduct><ram:Name>${escapeXml(line.label)}</ram:Name></ram:SpecifiedTradeProduct>
      <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${line.unitPrice}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
      <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="${line.unit}">${line.quantity}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
      <ram:SpecifiedLineTradeSettlement>
        <ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>${line.vatRate}</ram:RateApplicablePercent></ram:ApplicableTradeTax>
        <ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${line.net}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>
      </ram:SpecifiedLineTradeSettlement>
    </ram:IncludedSupplyChainTradeLineItem>`,
  )
  .join('\n')}
    <ram:ApplicableHeaderTradeAgreement>
${invoice.serviceCode ? `      <ram:BuyerReference>${escapeXml(invoice.serviceCode)}</ram:BuyerReference>\n` : ''}      <ram:SellerTradeParty>${party(seller)}
        <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${seller.vatIdentifier}</ram:ID></ram:SpecifiedTaxRegistration>
      </ram:SellerTradeParty>
      <ram:BuyerTradeParty>${party(buyer)}
      </ram:BuyerTradeParty>
${invoice.engagementNumber ? `      <ram:BuyerOrderReferencedDocument><ram:IssuerAssignedID>${escapeXml(invoice.engagementNumber)}</ram:IssuerAssignedID></ram:BuyerOrderReferencedDocument>\n` : ''}    </ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeDelivery/>
    <ram:ApplicableHeaderTradeSettlement>
      <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
      <ram:SpecifiedTradeSettlementPaymentMeans>
        <ram:TypeCode>30</ram:TypeCode>
        <ram:PayeePartyCreditorFinancialAccount><ram:IBANID>${seller.iban}</ram:IBANID></ram:PayeePartyCreditorFinancialAccount>
      </ram:SpecifiedTradeSettlementPaymentMeans>
${vat
  .map(
    ({ rate, base, tax: amount }) =>
      `      <ram:ApplicableTradeTax><ram:CalculatedAmount>${amount}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>${base}</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>${rate}</ram:RateApplicablePercent></ram:ApplicableTradeTax>`,
  )
  .join('\n')}
      <ram:SpecifiedTradePaymentTerms><ram:Description>Paiement par virement administratif, délai légal.</ram:Description>${invoice.dueDate ? `<ram:DueDateDateTime>${day(invoice.dueDate)}</ram:DueDateDateTime>` : ''}</ram:SpecifiedTradePaymentTerms>
      <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
        <ram:LineTotalAmount>${net}</ram:LineTotalAmount>
        <ram:TaxBasisTotalAmount>${net}</ram:TaxBasisTotalAmount>
        <ram:TaxTotalAmount currencyID="EUR">${tax}</ram:TaxTotalAmount>
        <ram:GrandTotalAmount>${gross}</ram:GrandTotalAmount>
        <ram:DuePayableAmount>${gross}</ram:DuePayableAmount>
      </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
${invoice.precedingInvoice ? `      <ram:InvoiceReferencedDocument><ram:IssuerAssignedID>${escapeXml(invoice.precedingInvoice)}</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>\n` : ''}    </ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>
`;
  return new TextEncoder().encode(xml);
};

const day = (date: string): string =>
  `<udt:DateTimeString format="102">${date.replaceAll('-', '')}</udt:DateTimeString>`;

interface Party {
  readonly name: string;
  readonly siret: string;
  readonly street: string;
  readonly postCode: string;
  readonly town: string;
}

const party = ({ name, siret, street, postCode, town }: Party): string => `
        <ram:Name>${escapeXml(name)}</ram:Name>
        <ram:SpecifiedLegalOrganization><ram:ID schemeID="0009">${siret}</ram:ID></ram:SpecifiedLegalOrganization>
        <ram:PostalTradeAddress>
          <ram:PostcodeCode>${postCode}</ram:PostcodeCode>
          <ram:LineOne>${escapeXml(street)}</ram:LineOne>
          <ram:CityName>${escapeXml(town)}</ram:CityName>
          <ram:CountryID>FR</ram:CountryID>
        </ram:PostalTradeAddress>`;
