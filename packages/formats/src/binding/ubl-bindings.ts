import type { Bindings } from './bindings.js';

const seller = 'cac:AccountingSupplierParty/cac:Party';
const buyer = 'cac:AccountingCustomerParty/cac:Party';
const representative = 'cac:TaxRepresentativeParty';
const location = 'cac:Delivery/cac:DeliveryLocation';
const account = 'cac:PaymentMeans/cac:PayeeFinancialAccount';
const mandate = 'cac:PaymentMeans/cac:PaymentMandate';
const allowance = 'cac:AllowanceCharge[cbc:ChargeIndicator=false|0]';
const charge = 'cac:AllowanceCharge[cbc:ChargeIndicator=true|1]';
const vat = '[cac:TaxScheme/cbc:ID~VAT]';
const otherTax = '[cac:TaxScheme/cbc:ID!~VAT]';
const subtotal = 'cac:TaxTotal/cac:TaxSubtotal';
const totals = 'cac:LegalMonetaryTotal';

type Root = 'Invoice' | 'CreditNote';

const quantityIn: Readonly<Record<Root, string>> = {
  Invoice: 'InvoicedQuantity',
  CreditNote: 'CreditedQuantity',
};

/** A tax category of VAT; else one of another tax, which the rules look at too. */
const taxOf = (category: string, child: string): readonly string[] => [
  `${category}${vat}/${child}`,
  `${category}${otherTax}/${child}`,
];

/** Where the terms of EN 16931 stand in UBL 2.1, below the root `Invoice` or `CreditNote`. */
const ublBindings = (root: Root): Bindings => {
  const credit = root === 'CreditNote';
  const other = credit ? 'Invoice' : 'CreditNote';
  const line = `cac:${root}Line`;
  const quantity = `${line}/cbc:${quantityIn[root]}`;
  const otherQuantity = `${line}/cbc:${quantityIn[other]}`;
  const supporting = `cac:AdditionalDocumentReference[cbc:DocumentTypeCode!=${credit ? '130|50' : '130'}]`;
  const attached = `${supporting}/cac:Attachment/cbc:EmbeddedDocumentBinaryObject`;
  const object = 'cac:AdditionalDocumentReference[cbc:DocumentTypeCode=130]';
  const lineObject = `${line}/cac:DocumentReference[cbc:DocumentTypeCode=130]`;
  const priceAllowance = `${line}/cac:Price/cac:AllowanceCharge`;
  const classification = `${line}/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode`;
  return {
    number: 'cbc:ID',
    issueDate: 'cbc:IssueDate',
    typeCode: [`cbc:${root}TypeCode`, `cbc:${other}TypeCode`],
    currency: 'cbc:DocumentCurrencyCode',
    vatCurrency: 'cbc:TaxCurrencyCode',
    vatPointDate: 'cbc:TaxPointDate',
    vatPointDateCode: 'cac:InvoicePeriod/cbc:DescriptionCode',
    dueDate: credit ? 'cac:PaymentMeans/cbc:PaymentDueDate' : 'cbc:DueDate',
    buyerReference: 'cbc:BuyerReference',
    projectReference: credit
      ? 'cac:AdditionalDocumentReference[cbc:DocumentTypeCode=50]/cbc:ID'
      : 'cac:ProjectReference/cbc:ID',
    contractReference: 'cac:ContractDocumentReference/cbc:ID',
    purchaseOrderReference: 'cac:OrderReference/cbc:ID',
    salesOrderReference: 'cac:OrderReference/cbc:SalesOrderID',
    receivingAdviceReference: 'cac:ReceiptDocumentReference/cbc:ID',
    despatchAdviceReference: 'cac:DespatchDocumentReference/cbc:ID',
    tenderReference: 'cac:OriginatorDocumentReference/cbc:ID',
    invoicedObject: object,
    'invoicedObject.value': `${object}/cbc:ID`,
    'invoicedObject.scheme': `${object}/cbc:ID/@schemeID`,
    buyerAccountingReference: 'cbc:AccountingCost',
    paymentTerms: 'cac:PaymentTerms/cbc:Note',
    'notes[]': 'cbc:Note',
    'notes[].text': 'cbc:Note',
    // Written inside the text, as #CODE#text: see subject-codes.ts.
    'notes[].subjectCode': undefined,
    businessProcess: 'cbc:ProfileID',
    specification: 'cbc:CustomizationID',
    'precedingInvoices[]': 'cac:BillingReference',
    'precedingInvoices[].number': 'cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID',
    'precedingInvoices[].issueDate': 'cac:BillingReference/cac:InvoiceDocumentReference/cbc:IssueDate',

    seller: 'cac:AccountingSupplierParty',
    'seller.name': `${seller}/cac:PartyLegalEntity/cbc:RegistrationName`,
    'seller.tradingName': `${seller}/cac:PartyName/cbc:Name`,
    'seller.identifiers[]': `${seller}/cac:PartyIdentification/cbc:ID[@schemeID!=SEPA]`,
    'seller.identifiers[].value': `${seller}/cac:PartyIdentification/cbc:ID[@schemeID!=SEPA]`,
    'seller.identifiers[].scheme': `${seller}/cac:PartyIdentification/cbc:ID[@schemeID!=SEPA]/@schemeID`,
    'seller.legalRegistration.value': `${seller}/cac:PartyLegalEntity/cbc:CompanyID`,
    'seller.legalRegistration.scheme': `${seller}/cac:PartyLegalEntity/cbc:CompanyID/@schemeID`,
    'seller.vatIdentifier': `${seller}/cac:PartyTaxScheme${vat}/cbc:CompanyID`,
    'seller.taxRegistration': `${seller}/cac:PartyTaxScheme[cac:TaxScheme/cbc:ID!~VAT]/cbc:CompanyID`,
    'seller.additionalLegalInformation': `${seller}/cac:PartyLegalEntity/cbc:CompanyLegalForm`,
    'seller.electronicAddress.value': `${seller}/cbc:EndpointID`,
    'seller.electronicAddress.scheme': `${seller}/cbc:EndpointID/@schemeID`,
    'seller.address': `${seller}/cac:PostalAddress`,
    'seller.address.line1': `${seller}/cac:PostalAddress/cbc:StreetName`,
    'seller.address.line2': `${seller}/cac:PostalAddress/cbc:AdditionalStreetName`,
    'seller.address.line3': `${seller}/cac:PostalAddress/cac:AddressLine/cbc:Line`,
    'seller.address.city': `${seller}/cac:PostalAddress/cbc:CityName`,
    'seller.address.postCode': `${seller}/cac:PostalAddress/cbc:PostalZone`,
    'seller.address.subdivision': `${seller}/cac:PostalAddress/cbc:CountrySubentity`,
    'seller.address.country': `${seller}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`,
    'seller.contact': `${seller}/cac:Contact`,
    'seller.contact.point': `${seller}/cac:Contact/cbc:Name`,
    'seller.contact.telephone': `${seller}/cac:Contact/cbc:Telephone`,
    'seller.contact.email': `${seller}/cac:Contact/cbc:ElectronicMail`,

    buyer: buyer,
    'buyer.name': `${buyer}/cac:PartyLegalEntity/cbc:RegistrationName`,
    'buyer.tradingName': `${buyer}/cac:PartyName/cbc:Name`,
    'buyer.identifiers[]': `${buyer}/cac:PartyIdentification/cbc:ID`,
    'buyer.identifiers[].value': `${buyer}/cac:PartyIdentification/cbc:ID`,
    'buyer.identifiers[].scheme': `${buyer}/cac:PartyIdentification/cbc:ID/@schemeID`,
    'buyer.legalRegistration.value': `${buyer}/cac:PartyLegalEntity/cbc:CompanyID`,
    'buyer.legalRegistration.scheme': `${buyer}/cac:PartyLegalEntity/cbc:CompanyID/@schemeID`,
    'buyer.vatIdentifier': `${buyer}/cac:PartyTaxScheme${vat}/cbc:CompanyID`,
    'buyer.electronicAddress.value': `${buyer}/cbc:EndpointID`,
    'buyer.electronicAddress.scheme': `${buyer}/cbc:EndpointID/@schemeID`,
    'buyer.address': `${buyer}/cac:PostalAddress`,
    'buyer.address.line1': `${buyer}/cac:PostalAddress/cbc:StreetName`,
    'buyer.address.line2': `${buyer}/cac:PostalAddress/cbc:AdditionalStreetName`,
    'buyer.address.line3': `${buyer}/cac:PostalAddress/cac:AddressLine/cbc:Line`,
    'buyer.address.city': `${buyer}/cac:PostalAddress/cbc:CityName`,
    'buyer.address.postCode': `${buyer}/cac:PostalAddress/cbc:PostalZone`,
    'buyer.address.subdivision': `${buyer}/cac:PostalAddress/cbc:CountrySubentity`,
    'buyer.address.country': `${buyer}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`,
    'buyer.contact': `${buyer}/cac:Contact`,
    'buyer.contact.point': `${buyer}/cac:Contact/cbc:Name`,
    'buyer.contact.telephone': `${buyer}/cac:Contact/cbc:Telephone`,
    'buyer.contact.email': `${buyer}/cac:Contact/cbc:ElectronicMail`,

    payee: 'cac:PayeeParty',
    'payee.name': 'cac:PayeeParty/cac:PartyName/cbc:Name',
    'payee.identifier.value': 'cac:PayeeParty/cac:PartyIdentification/cbc:ID[@schemeID!=SEPA]',
    'payee.identifier.scheme': 'cac:PayeeParty/cac:PartyIdentification/cbc:ID[@schemeID!=SEPA]/@schemeID',
    'payee.legalRegistration.value': 'cac:PayeeParty/cac:PartyLegalEntity/cbc:CompanyID',
    'payee.legalRegistration.scheme': 'cac:PayeeParty/cac:PartyLegalEntity/cbc:CompanyID/@schemeID',

    taxRepresentative: representative,
    'taxRepresentative.name': `${representative}/cac:PartyName/cbc:Name`,
    'taxRepresentative.vatIdentifier': `${representative}/cac:PartyTaxScheme${vat}/cbc:CompanyID`,
    'taxRepresentative.address': `${representative}/cac:PostalAddress`,
    'taxRepresentative.address.line1': `${representative}/cac:PostalAddress/cbc:StreetName`,
    'taxRepresentative.address.line2': `${representative}/cac:PostalAddress/cbc:AdditionalStreetName`,
    'taxRepresentative.address.line3': `${representative}/cac:PostalAddress/cac:AddressLine/cbc:Line`,
    'taxRepresentative.address.city': `${representative}/cac:PostalAddress/cbc:CityName`,
    'taxRepresentative.address.postCode': `${representative}/cac:PostalAddress/cbc:PostalZone`,
    'taxRepresentative.address.subdivision': `${representative}/cac:PostalAddress/cbc:CountrySubentity`,
    'taxRepresentative.address.country': `${representative}/cac:PostalAddress/cac:Country/cbc:IdentificationCode`,

    delivery: 'cac:Delivery',
    'delivery.partyName': 'cac:Delivery/cac:DeliveryParty/cac:PartyName/cbc:Name',
    'delivery.location.value': `${location}/cbc:ID`,
    'delivery.location.scheme': `${location}/cbc:ID/@schemeID`,
    'delivery.date': 'cac:Delivery/cbc:ActualDeliveryDate',
    'delivery.address': `${location}/cac:Address`,
    'delivery.address.line1': `${location}/cac:Address/cbc:StreetName`,
    'delivery.address.line2': `${location}/cac:Address/cbc:AdditionalStreetName`,
    'delivery.address.line3': `${location}/cac:Address/cac:AddressLine/cbc:Line`,
    'delivery.address.city': `${location}/cac:Address/cbc:CityName`,
    'delivery.address.postCode': `${location}/cac:Address/cbc:PostalZone`,
    'delivery.address.subdivision': `${location}/cac:Address/cbc:CountrySubentity`,
    'delivery.address.country': `${location}/cac:Address/cac:Country/cbc:IdentificationCode`,
    period: 'cac:InvoicePeriod',
    'period.start': 'cac:InvoicePeriod/cbc:StartDate',
    'period.end': 'cac:InvoicePeriod/cbc:EndDate',

    'payments[]': 'cac:PaymentMeans',
    'payments[].meansCode': 'cac:PaymentMeans/cbc:PaymentMeansCode',
    'payments[].meansText': 'cac:PaymentMeans/cbc:PaymentMeansCode/@name',
    'payments[].remittanceInformation': 'cac:PaymentMeans/cbc:PaymentID',
    'payments[].creditTransfer': account,
    'payments[].creditTransfer.account': `${account}/cbc:ID`,
    'payments[].creditTransfer.accountName': `${account}/cbc:Name`,
    'payments[].creditTransfer.serviceProvider': `${account}/cac:FinancialInstitutionBranch/cbc:ID`,
    'payments[].card': 'cac:PaymentMeans/cac:CardAccount',
    'payments[].card.lastDigits': 'cac:PaymentMeans/cac:CardAccount/cbc:PrimaryAccountNumberID',
    'payments[].card.holderName': 'cac:PaymentMeans/cac:CardAccount/cbc:HolderName',
    'payments[].directDebit': mandate,
    'payments[].directDebit.mandateReference': `${mandate}/cbc:ID`,
    'payments[].directDebit.creditorIdentifier': [
      `${seller}/cac:PartyIdentification/cbc:ID[@schemeID=SEPA]`,
      'cac:PayeeParty/cac:PartyIdentification/cbc:ID[@schemeID=SEPA]',
    ],
    'payments[].directDebit.debitedAccount': `${mandate}/cac:PayerFinancialAccount/cbc:ID`,

    'allowances[]': allowance,
    'allowances[].amount': `${allowance}/cbc:Amount`,
    'allowances[].baseAmount': `${allowance}/cbc:BaseAmount`,
    'allowances[].percentage': `${allowance}/cbc:MultiplierFactorNumeric`,
    'allowances[].vatCategory': taxOf(`${allowance}/cac:TaxCategory`, 'cbc:ID'),
    'allowances[].vatRate': taxOf(`${allowance}/cac:TaxCategory`, 'cbc:Percent'),
    'allowances[].reason': `${allowance}/cbc:AllowanceChargeReason`,
    'allowances[].reasonCode': `${allowance}/cbc:AllowanceChargeReasonCode`,
    'charges[]': charge,
    'charges[].amount': `${charge}/cbc:Amount`,
    'charges[].baseAmount': `${charge}/cbc:BaseAmount`,
    'charges[].percentage': `${charge}/cbc:MultiplierFactorNumeric`,
    'charges[].vatCategory': taxOf(`${charge}/cac:TaxCategory`, 'cbc:ID'),
    'charges[].vatRate': taxOf(`${charge}/cac:TaxCategory`, 'cbc:Percent'),
    'charges[].reason': `${charge}/cbc:AllowanceChargeReason`,
    'charges[].reasonCode': `${charge}/cbc:AllowanceChargeReasonCode`,

    totals,
    'totals.lines': `${totals}/cbc:LineExtensionAmount`,
    'totals.allowances': `${totals}/cbc:AllowanceTotalAmount`,
    'totals.charges': `${totals}/cbc:ChargeTotalAmount`,
    'totals.taxExclusive': `${totals}/cbc:TaxExclusiveAmount`,
    'totals.vat': 'cac:TaxTotal/cbc:TaxAmount[@currencyID=$currency]',
    'totals.vatInVatCurrency': 'cac:TaxTotal/cbc:TaxAmount[@currencyID=$vatCurrency]',
    'totals.taxInclusive': `${totals}/cbc:TaxInclusiveAmount`,
    'totals.paid': `${totals}/cbc:PrepaidAmount`,
    'totals.rounding': `${totals}/cbc:PayableRoundingAmount`,
    'totals.due': `${totals}/cbc:PayableAmount`,

    'vatBreakdown[]': subtotal,
    'vatBreakdown[].taxableAmount': `${subtotal}/cbc:TaxableAmount`,
    'vatBreakdown[].taxAmount': `${subtotal}/cbc:TaxAmount`,
    'vatBreakdown[].category': taxOf(`${subtotal}/cac:TaxCategory`, 'cbc:ID'),
    'vatBreakdown[].rate': taxOf(`${subtotal}/cac:TaxCategory`, 'cbc:Percent'),
    'vatBreakdown[].exemptionReason': `${subtotal}/cac:TaxCategory/cbc:TaxExemptionReason`,
    'vatBreakdown[].exemptionReasonCode': `${subtotal}/cac:TaxCategory/cbc:TaxExemptionReasonCode`,

    'supportingDocuments[]': supporting,
    'supportingDocuments[].reference': `${supporting}/cbc:ID`,
    'supportingDocuments[].description': `${supporting}/cbc:DocumentDescription`,
    'supportingDocuments[].externalLocation': `${supporting}/cac:Attachment/cac:ExternalReference/cbc:URI`,
    'supportingDocuments[].attachment.contentBase64': attached,
    'supportingDocuments[].attachment.mediaType': `${attached}/@mimeCode`,
    'supportingDocuments[].attachment.fileName': `${attached}/@filename`,

    'lines[]': line,
    'lines[].id': `${line}/cbc:ID`,
    'lines[].note': `${line}/cbc:Note`,
    'lines[].object': lineObject,
    'lines[].object.value': `${lineObject}/cbc:ID`,
    'lines[].object.scheme': `${lineObject}/cbc:ID/@schemeID`,
    'lines[].quantity': [quantity, otherQuantity],
    'lines[].unit': [`${quantity}/@unitCode`, `${otherQuantity}/@unitCode`],
    'lines[].netAmount': `${line}/cbc:LineExtensionAmount`,
    'lines[].orderLineReference': `${line}/cac:OrderLineReference/cbc:LineID`,
    'lines[].buyerAccountingReference': `${line}/cbc:AccountingCost`,
    'lines[].period': `${line}/cac:InvoicePeriod`,
    'lines[].period.start': `${line}/cac:InvoicePeriod/cbc:StartDate`,
    'lines[].period.end': `${line}/cac:InvoicePeriod/cbc:EndDate`,
    'lines[].allowances[]': `${line}/${allowance}`,
    'lines[].allowances[].amount': `${line}/${allowance}/cbc:Amount`,
    'lines[].allowances[].baseAmount': `${line}/${allowance}/cbc:BaseAmount`,
    'lines[].allowances[].percentage': `${line}/${allowance}/cbc:MultiplierFactorNumeric`,
    'lines[].allowances[].reason': `${line}/${allowance}/cbc:AllowanceChargeReason`,
    'lines[].allowances[].reasonCode': `${line}/${allowance}/cbc:AllowanceChargeReasonCode`,
    'lines[].charges[]': `${line}/${charge}`,
    'lines[].charges[].amount': `${line}/${charge}/cbc:Amount`,
    'lines[].charges[].baseAmount': `${line}/${charge}/cbc:BaseAmount`,
    'lines[].charges[].percentage': `${line}/${charge}/cbc:MultiplierFactorNumeric`,
    'lines[].charges[].reason': `${line}/${charge}/cbc:AllowanceChargeReason`,
    'lines[].charges[].reasonCode': `${line}/${charge}/cbc:AllowanceChargeReasonCode`,
    'lines[].price.net': `${line}/cac:Price/cbc:PriceAmount`,
    'lines[].price.discount': `${priceAllowance}[cbc:ChargeIndicator=false|0]/cbc:Amount`,
    'lines[].price.gross': `${priceAllowance}/cbc:BaseAmount`,
    'lines[].price.baseQuantity': `${line}/cac:Price/cbc:BaseQuantity`,
    'lines[].price.baseQuantityUnit': `${line}/cac:Price/cbc:BaseQuantity/@unitCode`,
    'lines[].vatCategory': taxOf(`${line}/cac:Item/cac:ClassifiedTaxCategory`, 'cbc:ID'),
    'lines[].vatRate': taxOf(`${line}/cac:Item/cac:ClassifiedTaxCategory`, 'cbc:Percent'),
    'lines[].item.name': `${line}/cac:Item/cbc:Name`,
    'lines[].item.description': `${line}/cac:Item/cbc:Description`,
    'lines[].item.sellerIdentifier': `${line}/cac:Item/cac:SellersItemIdentification/cbc:ID`,
    'lines[].item.buyerIdentifier': `${line}/cac:Item/cac:BuyersItemIdentification/cbc:ID`,
    'lines[].item.standardIdentifier.value': `${line}/cac:Item/cac:StandardItemIdentification/cbc:ID`,
    'lines[].item.standardIdentifier.scheme': `${line}/cac:Item/cac:StandardItemIdentification/cbc:ID/@schemeID`,
    'lines[].item.classifications[]': classification,
    'lines[].item.classifications[].code': classification,
    'lines[].item.classifications[].list': `${classification}/@listID`,
    'lines[].item.classifications[].listVersion': `${classification}/@listVersionID`,
    'lines[].item.originCountry': `${line}/cac:Item/cac:OriginCountry/cbc:IdentificationCode`,
    'lines[].item.attributes[]': `${line}/cac:Item/cac:AdditionalItemProperty`,
    'lines[].item.attributes[].name': `${line}/cac:Item/cac:AdditionalItemProperty/cbc:Name`,
    'lines[].item.attributes[].value': `${line}/cac:Item/cac:AdditionalItemProperty/cbc:Value`,
  };
};

/** Lines of the other root are in the wrong place, and lines all the same: nothing in them is lost. */
const withLinesOfTheOther = (root: Root, bindings: Bindings): Bindings => {
  const others = root === 'Invoice' ? 'CreditNote' : 'Invoice';
  const all = Object.entries(bindings).map(([path, places]) => {
    if (!path.startsWith('lines[]') || places === undefined) return [path, places];
    const own = typeof places === 'string' ? [places] : places;
    return [path, [...own, ...own.map((place) => place.replace(`cac:${root}Line`, `cac:${others}Line`))]];
  });
  return Object.fromEntries(all);
};

export const ublInvoiceBindings = withLinesOfTheOther('Invoice', ublBindings('Invoice'));
export const ublCreditNoteBindings = withLinesOfTheOther('CreditNote', ublBindings('CreditNote'));

/** Tax categories of allowances inside lines: no term, and the rules of VAT categories look at them. */
export const ublWatched: readonly string[] = ['Invoice', 'CreditNote'].flatMap((root) =>
  ['cac:AllowanceCharge', 'cac:Price/cac:AllowanceCharge'].flatMap((allowanceCharge) =>
    ['cbc:ID', 'cbc:Percent', 'cac:TaxScheme/cbc:ID'].map(
      (child) => `cac:${root}Line/${allowanceCharge}/cac:TaxCategory/${child}`,
    ),
  ),
);
