/**
 * The business terms and groups that the parts of a file belong to, so that a person is told « Vendeur » and not the
 * name of an element alone. Names without prefixes; the longest place that a path lies in counts.
 */
const termsOfPlaces: Readonly<Record<string, string>> = {
  // UBL
  '/CustomizationID': 'BT-24',
  '/ProfileID': 'BT-23',
  '/ID': 'BT-1',
  '/IssueDate': 'BT-2',
  '/DueDate': 'BT-9',
  '/InvoiceTypeCode': 'BT-3',
  '/CreditNoteTypeCode': 'BT-3',
  '/Note': 'BG-1',
  '/TaxPointDate': 'BT-7',
  '/DocumentCurrencyCode': 'BT-5',
  '/TaxCurrencyCode': 'BT-6',
  '/AccountingCost': 'BT-19',
  '/BuyerReference': 'BT-10',
  '/InvoicePeriod': 'BG-14',
  '/OrderReference': 'BT-13',
  '/BillingReference': 'BG-3',
  '/DespatchDocumentReference': 'BT-16',
  '/ReceiptDocumentReference': 'BT-15',
  '/OriginatorDocumentReference': 'BT-17',
  '/ContractDocumentReference': 'BT-12',
  '/AdditionalDocumentReference': 'BG-24',
  '/ProjectReference': 'BT-11',
  '/AccountingSupplierParty': 'BG-4',
  '/AccountingSupplierParty/Party/PostalAddress': 'BG-5',
  '/AccountingSupplierParty/Party/Contact': 'BG-6',
  '/AccountingCustomerParty': 'BG-7',
  '/AccountingCustomerParty/Party/PostalAddress': 'BG-8',
  '/AccountingCustomerParty/Party/Contact': 'BG-9',
  '/PayeeParty': 'BG-10',
  '/TaxRepresentativeParty': 'BG-11',
  '/TaxRepresentativeParty/PostalAddress': 'BG-12',
  '/Delivery': 'BG-13',
  '/Delivery/DeliveryLocation/Address': 'BG-15',
  '/PaymentMeans': 'BG-16',
  '/PaymentMeans/PayeeFinancialAccount': 'BG-17',
  '/PaymentMeans/CardAccount': 'BG-18',
  '/PaymentMeans/PaymentMandate': 'BG-19',
  '/PaymentTerms': 'BT-20',
  '/AllowanceCharge': 'BG-20',
  '/TaxTotal': 'BG-23',
  '/LegalMonetaryTotal': 'BG-22',
  '/InvoiceLine|CreditNoteLine': 'BG-25',
  '/InvoiceLine|CreditNoteLine/InvoicePeriod': 'BG-26',
  '/InvoiceLine|CreditNoteLine/OrderLineReference': 'BT-132',
  '/InvoiceLine|CreditNoteLine/DocumentReference': 'BT-128',
  '/InvoiceLine|CreditNoteLine/AllowanceCharge': 'BG-27',
  '/InvoiceLine|CreditNoteLine/Item': 'BG-31',
  '/InvoiceLine|CreditNoteLine/Item/ClassifiedTaxCategory': 'BG-30',
  '/InvoiceLine|CreditNoteLine/Item/AdditionalItemProperty': 'BG-32',
  '/InvoiceLine|CreditNoteLine/Price': 'BG-29',
  // CII
  '/ExchangedDocumentContext': 'BG-2',
  '/ExchangedDocument/ID': 'BT-1',
  '/ExchangedDocument/TypeCode': 'BT-3',
  '/ExchangedDocument/IssueDateTime': 'BT-2',
  '/ExchangedDocument/IncludedNote': 'BG-1',
  '/IncludedSupplyChainTradeLineItem': 'BG-25',
  '/IncludedSupplyChainTradeLineItem/AssociatedDocumentLineDocument/IncludedNote': 'BT-127',
  '/IncludedSupplyChainTradeLineItem/SpecifiedTradeProduct': 'BG-31',
  '/IncludedSupplyChainTradeLineItem/SpecifiedTradeProduct/ApplicableProductCharacteristic': 'BG-32',
  '/IncludedSupplyChainTradeLineItem/SpecifiedTradeProduct/DesignatedProductClassification': 'BT-158',
  '/IncludedSupplyChainTradeLineItem/SpecifiedTradeProduct/OriginTradeCountry': 'BT-159',
  '/IncludedSupplyChainTradeLineItem/SpecifiedLineTradeAgreement': 'BG-29',
  '/IncludedSupplyChainTradeLineItem/SpecifiedLineTradeAgreement/BuyerOrderReferencedDocument': 'BT-132',
  '/IncludedSupplyChainTradeLineItem/SpecifiedLineTradeDelivery/BilledQuantity': 'BT-129',
  '/IncludedSupplyChainTradeLineItem/SpecifiedLineTradeSettlement/ApplicableTradeTax': 'BG-30',
  '/IncludedSupplyChainTradeLineItem/SpecifiedLineTradeSettlement/BillingSpecifiedPeriod': 'BG-26',
  '/IncludedSupplyChainTradeLineItem/SpecifiedLineTradeSettlement/AdditionalReferencedDocument': 'BT-128',
  '/IncludedSupplyChainTradeLineItem/SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge': 'BG-27',
  '/IncludedSupplyChainTradeLineItem/SpecifiedLineTradeSettlement/ReceivableSpecifiedTradeAccountingAccount':
    'BT-133',
  '/ApplicableHeaderTradeAgreement/SellerTradeParty': 'BG-4',
  '/ApplicableHeaderTradeAgreement/SellerTradeParty/PostalTradeAddress': 'BG-5',
  '/ApplicableHeaderTradeAgreement/SellerTradeParty/DefinedTradeContact': 'BG-6',
  '/ApplicableHeaderTradeAgreement/BuyerTradeParty': 'BG-7',
  '/ApplicableHeaderTradeAgreement/BuyerTradeParty/PostalTradeAddress': 'BG-8',
  '/ApplicableHeaderTradeAgreement/BuyerTradeParty/DefinedTradeContact': 'BG-9',
  '/ApplicableHeaderTradeAgreement/BuyerReference': 'BT-10',
  '/ApplicableHeaderTradeAgreement/SellerTaxRepresentativeTradeParty': 'BG-11',
  '/ApplicableHeaderTradeAgreement/SellerTaxRepresentativeTradeParty/PostalTradeAddress': 'BG-12',
  '/ApplicableHeaderTradeAgreement/SellerOrderReferencedDocument': 'BT-14',
  '/ApplicableHeaderTradeAgreement/BuyerOrderReferencedDocument': 'BT-13',
  '/ApplicableHeaderTradeAgreement/ContractReferencedDocument': 'BT-12',
  '/ApplicableHeaderTradeAgreement/AdditionalReferencedDocument': 'BG-24',
  '/ApplicableHeaderTradeAgreement/SpecifiedProcuringProject': 'BT-11',
  '/ApplicableHeaderTradeDelivery': 'BG-13',
  '/ApplicableHeaderTradeDelivery/ShipToTradeParty/PostalTradeAddress': 'BG-15',
  '/ApplicableHeaderTradeDelivery/ActualDeliverySupplyChainEvent': 'BT-72',
  '/ApplicableHeaderTradeDelivery/ReceivingAdviceReferencedDocument': 'BT-15',
  '/ApplicableHeaderTradeDelivery/DespatchAdviceReferencedDocument': 'BT-16',
  '/ApplicableHeaderTradeSettlement/CreditorReferenceID': 'BT-90',
  '/ApplicableHeaderTradeSettlement/PaymentReference': 'BT-83',
  '/ApplicableHeaderTradeSettlement/TaxCurrencyCode': 'BT-6',
  '/ApplicableHeaderTradeSettlement/InvoiceCurrencyCode': 'BT-5',
  '/ApplicableHeaderTradeSettlement/ApplicableTradeTax': 'BG-23',
  '/ApplicableHeaderTradeSettlement/BillingSpecifiedPeriod': 'BG-14',
  '/ApplicableHeaderTradeSettlement/PayeeTradeParty': 'BG-10',
  '/ApplicableHeaderTradeSettlement/SpecifiedTradeSettlementPaymentMeans': 'BG-16',
  '/ApplicableHeaderTradeSettlement/SpecifiedTradeSettlementPaymentMeans/ApplicableTradeSettlementFinancialCard':
    'BG-18',
  '/ApplicableHeaderTradeSettlement/SpecifiedTradeAllowanceCharge': 'BG-20',
  '/ApplicableHeaderTradeSettlement/SpecifiedTradePaymentTerms': 'BT-20',
  '/ApplicableHeaderTradeSettlement/InvoiceReferencedDocument': 'BG-3',
  '/ApplicableHeaderTradeSettlement/ReceivableSpecifiedTradeAccountingAccount': 'BT-19',
  '/ApplicableHeaderTradeSettlement/SpecifiedTradeSettlementHeaderMonetarySummation': 'BG-22',
};

/** The term or group that a path of a rule belongs to; none where it may stand in several. */
export const termsOfPath = (path: string): readonly string[] => {
  if (path.startsWith('//')) return [];
  let place = path.replaceAll(/\w+:/g, '').replace('/SupplyChainTradeTransaction', '');
  while (place !== '') {
    const term = termsOfPlaces[place];
    if (term) return [term];
    place = place.slice(0, place.lastIndexOf('/'));
  }
  return [];
};

/** The term or group that an element of a file belongs to, by its XPath. */
export const termsOfLocation = (location: string): readonly string[] =>
  termsOfPath(
    location
      .replace(/^\/[^/]+/, '')
      .replaceAll(/\[\d+\]/g, '')
      .replace(/^\/cac:(?:Invoice|CreditNote)Line/, '/InvoiceLine|CreditNoteLine'),
  );
