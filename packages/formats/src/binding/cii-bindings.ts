import type { Bindings } from './bindings.js';

const context = 'rsm:ExchangedDocumentContext';
const document = 'rsm:ExchangedDocument';
const transaction = 'rsm:SupplyChainTradeTransaction';
const agreement = `${transaction}/ram:ApplicableHeaderTradeAgreement`;
const delivery = `${transaction}/ram:ApplicableHeaderTradeDelivery`;
const settlement = `${transaction}/ram:ApplicableHeaderTradeSettlement`;
const line = `${transaction}/ram:IncludedSupplyChainTradeLineItem`;

const seller = `${agreement}/ram:SellerTradeParty`;
const buyer = `${agreement}/ram:BuyerTradeParty`;
const representative = `${agreement}/ram:SellerTaxRepresentativeTradeParty`;
const payee = `${settlement}/ram:PayeeTradeParty`;
const shipTo = `${delivery}/ram:ShipToTradeParty`;
const reference = `${agreement}/ram:AdditionalReferencedDocument`;
const supporting = `${reference}[ram:TypeCode!=50|130]`;
const preceding = `${settlement}/ram:InvoiceReferencedDocument`;
const means = `${settlement}/ram:SpecifiedTradeSettlementPaymentMeans`;
const account = `${means}/ram:PayeePartyCreditorFinancialAccount`;
const terms = `${settlement}/ram:SpecifiedTradePaymentTerms`;
const tax = `${settlement}/ram:ApplicableTradeTax`;
const totals = `${settlement}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`;
const isAllowance = 'ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator=false|0]';
const isCharge = 'ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator=true|1]';
const allowance = `${settlement}/${isAllowance}`;
const charge = `${settlement}/${isCharge}`;
const vat = '[ram:TypeCode/text()~VAT]';
const otherTax = '[ram:TypeCode/text()!~VAT]';

/** A tax of VAT; else another tax, which the rules look at too. Their codes are compared with their white space. */
const taxOf = (tax: string, child: string): readonly string[] => [
  `${tax}${vat}/${child}`,
  `${tax}${otherTax}/${child}`,
];
const day = 'udt:DateTimeString';

const lineDocument = `${line}/ram:AssociatedDocumentLineDocument`;
const lineAgreement = `${line}/ram:SpecifiedLineTradeAgreement`;
const lineSettlement = `${line}/ram:SpecifiedLineTradeSettlement`;
const lineObject = `${lineSettlement}/ram:AdditionalReferencedDocument[ram:TypeCode=130]`;
const linePeriod = `${lineSettlement}/ram:BillingSpecifiedPeriod`;
const quantity = `${line}/ram:SpecifiedLineTradeDelivery/ram:BilledQuantity`;
const netPrice = `${lineAgreement}/ram:NetPriceProductTradePrice`;
const grossPrice = `${lineAgreement}/ram:GrossPriceProductTradePrice`;
const product = `${line}/ram:SpecifiedTradeProduct`;
const classification = `${product}/ram:DesignatedProductClassification`;

/** Where the terms of EN 16931 stand in UN/CEFACT CII (D16B, D22B), below `rsm:CrossIndustryInvoice`. */
export const ciiBindings: Bindings = {
  number: `${document}/ram:ID`,
  issueDate: `${document}/ram:IssueDateTime/${day}`,
  typeCode: `${document}/ram:TypeCode`,
  currency: `${settlement}/ram:InvoiceCurrencyCode`,
  vatCurrency: `${settlement}/ram:TaxCurrencyCode`,
  vatPointDate: `${tax}/ram:TaxPointDate/udt:DateString`,
  vatPointDateCode: `${tax}/ram:DueDateTypeCode`,
  dueDate: `${terms}/ram:DueDateDateTime/${day}`,
  buyerReference: `${agreement}/ram:BuyerReference`,
  projectReference: `${agreement}/ram:SpecifiedProcuringProject/ram:ID`,
  contractReference: `${agreement}/ram:ContractReferencedDocument/ram:IssuerAssignedID`,
  purchaseOrderReference: `${agreement}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID`,
  salesOrderReference: `${agreement}/ram:SellerOrderReferencedDocument/ram:IssuerAssignedID`,
  receivingAdviceReference: `${delivery}/ram:ReceivingAdviceReferencedDocument/ram:IssuerAssignedID`,
  despatchAdviceReference: `${delivery}/ram:DespatchAdviceReferencedDocument/ram:IssuerAssignedID`,
  tenderReference: `${reference}[ram:TypeCode=50]/ram:IssuerAssignedID`,
  invoicedObject: `${reference}[ram:TypeCode=130]`,
  'invoicedObject.value': `${reference}[ram:TypeCode=130]/ram:IssuerAssignedID`,
  'invoicedObject.scheme': `${reference}[ram:TypeCode=130]/ram:ReferenceTypeCode`,
  buyerAccountingReference: `${settlement}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID`,
  paymentTerms: `${terms}/ram:Description`,
  'notes[]': `${document}/ram:IncludedNote`,
  'notes[].subjectCode': `${document}/ram:IncludedNote/ram:SubjectCode`,
  'notes[].text': `${document}/ram:IncludedNote/ram:Content`,
  businessProcess: `${context}/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID`,
  specification: `${context}/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID`,
  'precedingInvoices[]': preceding,
  'precedingInvoices[].number': `${preceding}/ram:IssuerAssignedID`,
  'precedingInvoices[].issueDate': `${preceding}/ram:FormattedIssueDateTime/qdt:DateTimeString`,

  seller: seller,
  'seller.name': `${seller}/ram:Name`,
  'seller.tradingName': `${seller}/ram:SpecifiedLegalOrganization/ram:TradingBusinessName`,
  'seller.identifiers[]': [`${seller}/ram:ID`, `${seller}/ram:GlobalID`],
  'seller.identifiers[].value': [`${seller}/ram:ID`, `${seller}/ram:GlobalID`],
  'seller.identifiers[].scheme': [`${seller}/ram:ID/@schemeID`, `${seller}/ram:GlobalID/@schemeID`],
  'seller.legalRegistration.value': `${seller}/ram:SpecifiedLegalOrganization/ram:ID`,
  'seller.legalRegistration.scheme': `${seller}/ram:SpecifiedLegalOrganization/ram:ID/@schemeID`,
  'seller.vatIdentifier': `${seller}/ram:SpecifiedTaxRegistration/ram:ID[@schemeID=VA]`,
  'seller.taxRegistration': `${seller}/ram:SpecifiedTaxRegistration/ram:ID[@schemeID=FC]`,
  'seller.additionalLegalInformation': `${seller}/ram:Description`,
  'seller.electronicAddress': `${seller}/ram:URIUniversalCommunication`,
  'seller.electronicAddress.value': `${seller}/ram:URIUniversalCommunication/ram:URIID`,
  'seller.electronicAddress.scheme': `${seller}/ram:URIUniversalCommunication/ram:URIID/@schemeID`,
  'seller.address': `${seller}/ram:PostalTradeAddress`,
  'seller.address.line1': `${seller}/ram:PostalTradeAddress/ram:LineOne`,
  'seller.address.line2': `${seller}/ram:PostalTradeAddress/ram:LineTwo`,
  'seller.address.line3': `${seller}/ram:PostalTradeAddress/ram:LineThree`,
  'seller.address.city': `${seller}/ram:PostalTradeAddress/ram:CityName`,
  'seller.address.postCode': `${seller}/ram:PostalTradeAddress/ram:PostcodeCode`,
  'seller.address.subdivision': `${seller}/ram:PostalTradeAddress/ram:CountrySubDivisionName`,
  'seller.address.country': `${seller}/ram:PostalTradeAddress/ram:CountryID`,
  'seller.contact': `${seller}/ram:DefinedTradeContact`,
  'seller.contact.point': [
    `${seller}/ram:DefinedTradeContact/ram:PersonName`,
    `${seller}/ram:DefinedTradeContact/ram:DepartmentName`,
  ],
  'seller.contact.telephone': `${seller}/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:CompleteNumber`,
  'seller.contact.email': `${seller}/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:URIID`,

  buyer: buyer,
  'buyer.name': `${buyer}/ram:Name`,
  'buyer.tradingName': `${buyer}/ram:SpecifiedLegalOrganization/ram:TradingBusinessName`,
  'buyer.identifiers[]': [`${buyer}/ram:ID`, `${buyer}/ram:GlobalID`],
  'buyer.identifiers[].value': [`${buyer}/ram:ID`, `${buyer}/ram:GlobalID`],
  'buyer.identifiers[].scheme': [`${buyer}/ram:ID/@schemeID`, `${buyer}/ram:GlobalID/@schemeID`],
  'buyer.legalRegistration.value': `${buyer}/ram:SpecifiedLegalOrganization/ram:ID`,
  'buyer.legalRegistration.scheme': `${buyer}/ram:SpecifiedLegalOrganization/ram:ID/@schemeID`,
  'buyer.vatIdentifier': `${buyer}/ram:SpecifiedTaxRegistration/ram:ID[@schemeID=VA]`,
  'buyer.electronicAddress': `${buyer}/ram:URIUniversalCommunication`,
  'buyer.electronicAddress.value': `${buyer}/ram:URIUniversalCommunication/ram:URIID`,
  'buyer.electronicAddress.scheme': `${buyer}/ram:URIUniversalCommunication/ram:URIID/@schemeID`,
  'buyer.address': `${buyer}/ram:PostalTradeAddress`,
  'buyer.address.line1': `${buyer}/ram:PostalTradeAddress/ram:LineOne`,
  'buyer.address.line2': `${buyer}/ram:PostalTradeAddress/ram:LineTwo`,
  'buyer.address.line3': `${buyer}/ram:PostalTradeAddress/ram:LineThree`,
  'buyer.address.city': `${buyer}/ram:PostalTradeAddress/ram:CityName`,
  'buyer.address.postCode': `${buyer}/ram:PostalTradeAddress/ram:PostcodeCode`,
  'buyer.address.subdivision': `${buyer}/ram:PostalTradeAddress/ram:CountrySubDivisionName`,
  'buyer.address.country': `${buyer}/ram:PostalTradeAddress/ram:CountryID`,
  'buyer.contact': `${buyer}/ram:DefinedTradeContact`,
  'buyer.contact.point': [
    `${buyer}/ram:DefinedTradeContact/ram:PersonName`,
    `${buyer}/ram:DefinedTradeContact/ram:DepartmentName`,
  ],
  'buyer.contact.telephone': `${buyer}/ram:DefinedTradeContact/ram:TelephoneUniversalCommunication/ram:CompleteNumber`,
  'buyer.contact.email': `${buyer}/ram:DefinedTradeContact/ram:EmailURIUniversalCommunication/ram:URIID`,

  payee: payee,
  'payee.name': `${payee}/ram:Name`,
  'payee.identifier.value': [`${payee}/ram:GlobalID`, `${payee}/ram:ID`],
  'payee.identifier.scheme': [`${payee}/ram:GlobalID/@schemeID`, `${payee}/ram:ID/@schemeID`],
  'payee.legalRegistration.value': `${payee}/ram:SpecifiedLegalOrganization/ram:ID`,
  'payee.legalRegistration.scheme': `${payee}/ram:SpecifiedLegalOrganization/ram:ID/@schemeID`,

  taxRepresentative: representative,
  'taxRepresentative.name': `${representative}/ram:Name`,
  'taxRepresentative.vatIdentifier': `${representative}/ram:SpecifiedTaxRegistration/ram:ID[@schemeID=VA]`,
  'taxRepresentative.address': `${representative}/ram:PostalTradeAddress`,
  'taxRepresentative.address.line1': `${representative}/ram:PostalTradeAddress/ram:LineOne`,
  'taxRepresentative.address.line2': `${representative}/ram:PostalTradeAddress/ram:LineTwo`,
  'taxRepresentative.address.line3': `${representative}/ram:PostalTradeAddress/ram:LineThree`,
  'taxRepresentative.address.city': `${representative}/ram:PostalTradeAddress/ram:CityName`,
  'taxRepresentative.address.postCode': `${representative}/ram:PostalTradeAddress/ram:PostcodeCode`,
  'taxRepresentative.address.subdivision': `${representative}/ram:PostalTradeAddress/ram:CountrySubDivisionName`,
  'taxRepresentative.address.country': `${representative}/ram:PostalTradeAddress/ram:CountryID`,

  'delivery.partyName': `${shipTo}/ram:Name`,
  'delivery.location.value': [`${shipTo}/ram:GlobalID`, `${shipTo}/ram:ID`],
  'delivery.location.scheme': [`${shipTo}/ram:GlobalID/@schemeID`, `${shipTo}/ram:ID/@schemeID`],
  'delivery.date': `${delivery}/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/${day}`,
  'delivery.address': `${shipTo}/ram:PostalTradeAddress`,
  'delivery.address.line1': `${shipTo}/ram:PostalTradeAddress/ram:LineOne`,
  'delivery.address.line2': `${shipTo}/ram:PostalTradeAddress/ram:LineTwo`,
  'delivery.address.line3': `${shipTo}/ram:PostalTradeAddress/ram:LineThree`,
  'delivery.address.city': `${shipTo}/ram:PostalTradeAddress/ram:CityName`,
  'delivery.address.postCode': `${shipTo}/ram:PostalTradeAddress/ram:PostcodeCode`,
  'delivery.address.subdivision': `${shipTo}/ram:PostalTradeAddress/ram:CountrySubDivisionName`,
  'delivery.address.country': `${shipTo}/ram:PostalTradeAddress/ram:CountryID`,
  period: `${settlement}/ram:BillingSpecifiedPeriod`,
  'period.start': `${settlement}/ram:BillingSpecifiedPeriod/ram:StartDateTime/${day}`,
  'period.end': `${settlement}/ram:BillingSpecifiedPeriod/ram:EndDateTime/${day}`,

  'payments[]': means,
  'payments[].meansCode': `${means}/ram:TypeCode`,
  'payments[].meansText': `${means}/ram:Information`,
  'payments[].remittanceInformation': `${settlement}/ram:PaymentReference`,
  'payments[].creditTransfer': account,
  'payments[].creditTransfer.account': [`${account}/ram:IBANID`, `${account}/ram:ProprietaryID`],
  'payments[].creditTransfer.accountName': `${account}/ram:AccountName`,
  'payments[].creditTransfer.serviceProvider': `${means}/ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID`,
  'payments[].card': `${means}/ram:ApplicableTradeSettlementFinancialCard`,
  'payments[].card.lastDigits': `${means}/ram:ApplicableTradeSettlementFinancialCard/ram:ID`,
  'payments[].card.holderName': `${means}/ram:ApplicableTradeSettlementFinancialCard/ram:CardholderName`,
  'payments[].directDebit.mandateReference': `${terms}/ram:DirectDebitMandateID`,
  'payments[].directDebit.creditorIdentifier': `${settlement}/ram:CreditorReferenceID`,
  'payments[].directDebit.debitedAccount': `${means}/ram:PayerPartyDebtorFinancialAccount/ram:IBANID`,

  'allowances[]': allowance,
  'allowances[].amount': `${allowance}/ram:ActualAmount`,
  'allowances[].baseAmount': `${allowance}/ram:BasisAmount`,
  'allowances[].percentage': `${allowance}/ram:CalculationPercent`,
  'allowances[].vatCategory': taxOf(`${allowance}/ram:CategoryTradeTax`, 'ram:CategoryCode/text()'),
  'allowances[].vatRate': taxOf(`${allowance}/ram:CategoryTradeTax`, 'ram:RateApplicablePercent'),
  'allowances[].reason': `${allowance}/ram:Reason`,
  'allowances[].reasonCode': `${allowance}/ram:ReasonCode`,
  'charges[]': charge,
  'charges[].amount': `${charge}/ram:ActualAmount`,
  'charges[].baseAmount': `${charge}/ram:BasisAmount`,
  'charges[].percentage': `${charge}/ram:CalculationPercent`,
  'charges[].vatCategory': taxOf(`${charge}/ram:CategoryTradeTax`, 'ram:CategoryCode/text()'),
  'charges[].vatRate': taxOf(`${charge}/ram:CategoryTradeTax`, 'ram:RateApplicablePercent'),
  'charges[].reason': `${charge}/ram:Reason`,
  'charges[].reasonCode': `${charge}/ram:ReasonCode`,

  totals,
  'totals.lines': `${totals}/ram:LineTotalAmount`,
  'totals.allowances': `${totals}/ram:AllowanceTotalAmount`,
  'totals.charges': `${totals}/ram:ChargeTotalAmount`,
  'totals.taxExclusive': `${totals}/ram:TaxBasisTotalAmount`,
  'totals.vat': `${totals}/ram:TaxTotalAmount[@currencyID=$currency]`,
  'totals.vatInVatCurrency': `${totals}/ram:TaxTotalAmount[@currencyID=$vatCurrency]`,
  'totals.taxInclusive': `${totals}/ram:GrandTotalAmount`,
  'totals.paid': `${totals}/ram:TotalPrepaidAmount`,
  'totals.rounding': `${totals}/ram:RoundingAmount`,
  'totals.due': `${totals}/ram:DuePayableAmount`,

  'vatBreakdown[]': tax,
  'vatBreakdown[].taxableAmount': `${tax}/ram:BasisAmount`,
  'vatBreakdown[].taxAmount': `${tax}/ram:CalculatedAmount`,
  'vatBreakdown[].category': taxOf(`${tax}`, 'ram:CategoryCode/text()'),
  'vatBreakdown[].rate': taxOf(`${tax}`, 'ram:RateApplicablePercent'),
  'vatBreakdown[].exemptionReason': `${tax}/ram:ExemptionReason`,
  'vatBreakdown[].exemptionReasonCode': `${tax}/ram:ExemptionReasonCode`,

  'supportingDocuments[]': supporting,
  'supportingDocuments[].reference': `${supporting}/ram:IssuerAssignedID`,
  'supportingDocuments[].description': `${supporting}/ram:Name`,
  'supportingDocuments[].externalLocation': `${supporting}/ram:URIID`,
  'supportingDocuments[].attachment.contentBase64': `${supporting}/ram:AttachmentBinaryObject`,
  'supportingDocuments[].attachment.mediaType': `${supporting}/ram:AttachmentBinaryObject/@mimeCode`,
  'supportingDocuments[].attachment.fileName': `${supporting}/ram:AttachmentBinaryObject/@filename`,

  'lines[]': line,
  'lines[].id': `${lineDocument}/ram:LineID`,
  'lines[].note': `${lineDocument}/ram:IncludedNote/ram:Content`,
  'lines[].object': lineObject,
  'lines[].object.value': `${lineObject}/ram:IssuerAssignedID`,
  'lines[].object.scheme': `${lineObject}/ram:ReferenceTypeCode`,
  'lines[].quantity': quantity,
  'lines[].unit': `${quantity}/@unitCode`,
  'lines[].netAmount': `${lineSettlement}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`,
  'lines[].orderLineReference': `${lineAgreement}/ram:BuyerOrderReferencedDocument/ram:LineID`,
  'lines[].buyerAccountingReference': `${lineSettlement}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID`,
  'lines[].period': linePeriod,
  'lines[].period.start': `${linePeriod}/ram:StartDateTime/${day}`,
  'lines[].period.end': `${linePeriod}/ram:EndDateTime/${day}`,
  'lines[].allowances[]': `${lineSettlement}/${isAllowance}`,
  'lines[].allowances[].amount': `${lineSettlement}/${isAllowance}/ram:ActualAmount`,
  'lines[].allowances[].baseAmount': `${lineSettlement}/${isAllowance}/ram:BasisAmount`,
  'lines[].allowances[].percentage': `${lineSettlement}/${isAllowance}/ram:CalculationPercent`,
  'lines[].allowances[].reason': `${lineSettlement}/${isAllowance}/ram:Reason`,
  'lines[].allowances[].reasonCode': `${lineSettlement}/${isAllowance}/ram:ReasonCode`,
  'lines[].charges[]': `${lineSettlement}/${isCharge}`,
  'lines[].charges[].amount': `${lineSettlement}/${isCharge}/ram:ActualAmount`,
  'lines[].charges[].baseAmount': `${lineSettlement}/${isCharge}/ram:BasisAmount`,
  'lines[].charges[].percentage': `${lineSettlement}/${isCharge}/ram:CalculationPercent`,
  'lines[].charges[].reason': `${lineSettlement}/${isCharge}/ram:Reason`,
  'lines[].charges[].reasonCode': `${lineSettlement}/${isCharge}/ram:ReasonCode`,
  'lines[].price.net': `${netPrice}/ram:ChargeAmount`,
  'lines[].price.discount': `${grossPrice}/ram:AppliedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator!=true|1]/ram:ActualAmount`,
  'lines[].price.gross': `${grossPrice}/ram:ChargeAmount`,
  'lines[].price.baseQuantity': [`${netPrice}/ram:BasisQuantity`, `${grossPrice}/ram:BasisQuantity`],
  'lines[].price.baseQuantityUnit': [
    `${netPrice}/ram:BasisQuantity/@unitCode`,
    `${grossPrice}/ram:BasisQuantity/@unitCode`,
  ],
  'lines[].vatCategory': taxOf(`${lineSettlement}/ram:ApplicableTradeTax`, 'ram:CategoryCode/text()'),
  'lines[].vatRate': taxOf(`${lineSettlement}/ram:ApplicableTradeTax`, 'ram:RateApplicablePercent'),
  'lines[].item.name': `${product}/ram:Name`,
  'lines[].item.description': `${product}/ram:Description`,
  'lines[].item.sellerIdentifier': `${product}/ram:SellerAssignedID`,
  'lines[].item.buyerIdentifier': `${product}/ram:BuyerAssignedID`,
  'lines[].item.standardIdentifier.value': `${product}/ram:GlobalID`,
  'lines[].item.standardIdentifier.scheme': `${product}/ram:GlobalID/@schemeID`,
  'lines[].item.classifications[]': `${classification}/ram:ClassCode`,
  'lines[].item.classifications[].code': `${classification}/ram:ClassCode`,
  'lines[].item.classifications[].list': `${classification}/ram:ClassCode/@listID`,
  'lines[].item.classifications[].listVersion': `${classification}/ram:ClassCode/@listVersionID`,
  'lines[].item.originCountry': `${product}/ram:OriginTradeCountry/ram:ID`,
  'lines[].item.attributes[]': `${product}/ram:ApplicableProductCharacteristic`,
  'lines[].item.attributes[].name': `${product}/ram:ApplicableProductCharacteristic/ram:Description`,
  'lines[].item.attributes[].value': `${product}/ram:ApplicableProductCharacteristic/ram:Value`,
};

/** Taxes of allowances inside lines: no term, and the rules of VAT categories look at them. */
export const ciiWatched: readonly string[] = ['TypeCode', 'CategoryCode', 'RateApplicablePercent'].map(
  (child) => `${lineSettlement}/ram:SpecifiedTradeAllowanceCharge/ram:CategoryTradeTax/ram:${child}`,
);
