import { free, leaf, type SchemaTable } from './schema-table.js';

/** UBL puts what holds text before what holds elements; the two are told apart by their prefixes. */
const holds = (basic: string, aggregate = ''): string =>
  [...basic.split(' ').map((name) => `cbc:${name}`), ...aggregate.split(' ').map((name) => `cac:${name}`)]
    .filter((name) => name.length > 4)
    .join(' ');

const parties =
  'AccountingSupplierParty AccountingCustomerParty PayeeParty? BuyerCustomerParty? SellerSupplierParty? TaxRepresentativeParty?';
const exchangeRates =
  'TaxExchangeRate? PricingExchangeRate? PaymentExchangeRate? PaymentAlternativeExchangeRate?';
const currencies =
  'DocumentCurrencyCode? TaxCurrencyCode? PricingCurrencyCode? PaymentCurrencyCode? PaymentAlternativeCurrencyCode? AccountingCostCode? AccountingCost? LineCountNumeric? BuyerReference?';
const opening =
  'UBLVersionID? CustomizationID? ProfileID? ProfileExecutionID? ID CopyIndicator? UUID? IssueDate IssueTime?';
const lineValues =
  'LineExtensionAmount# TaxPointDate? AccountingCostCode? AccountingCost? PaymentPurposeCode? FreeOfChargeIndicator?';
const lineReferences =
  'DespatchLineReference* ReceiptLineReference* BillingReference* DocumentReference* PricingReference? OriginatorParty? Delivery* PaymentTerms*';

/** UBL 2.1, the types that invoices and credit notes are made of. */
const types: Readonly<Record<string, string>> = {
  Invoice: `ext:UBLExtensions? ${holds(
    `${opening} DueDate? InvoiceTypeCode? Note* TaxPointDate? ${currencies}`,
    `InvoicePeriod* OrderReference? BillingReference* DespatchDocumentReference* ReceiptDocumentReference* StatementDocumentReference* OriginatorDocumentReference* ContractDocumentReference* AdditionalDocumentReference* ProjectReference* Signature* ${parties} Delivery* DeliveryTerms? PaymentMeans* PaymentTerms* PrepaidPayment* AllowanceCharge* ${exchangeRates} TaxTotal* WithholdingTaxTotal* LegalMonetaryTotal InvoiceLine+`,
  )}`,
  CreditNote: `ext:UBLExtensions? ${holds(
    `${opening} TaxPointDate? CreditNoteTypeCode? Note* ${currencies}`,
    `InvoicePeriod* DiscrepancyResponse* OrderReference? BillingReference* DespatchDocumentReference* ReceiptDocumentReference* ContractDocumentReference* AdditionalDocumentReference* StatementDocumentReference* OriginatorDocumentReference* Signature* ${parties} Delivery* DeliveryTerms* PaymentMeans* PaymentTerms* ${exchangeRates} AllowanceCharge* TaxTotal* LegalMonetaryTotal CreditNoteLine+`,
  )}`,
  InvoiceLine: holds(
    `ID UUID? Note* InvoicedQuantity? ${lineValues.replace('#', '')}`,
    `InvoicePeriod* OrderLineReference* ${lineReferences} AllowanceCharge* TaxTotal* WithholdingTaxTotal* Item Price? DeliveryTerms? SubInvoiceLine* ItemPriceExtension?`,
  ),
  CreditNoteLine: holds(
    `ID UUID? Note* CreditedQuantity? ${lineValues.replace('#', '?')}`,
    `InvoicePeriod* OrderLineReference* DiscrepancyResponse* ${lineReferences} TaxTotal* AllowanceCharge* Item? Price? DeliveryTerms* SubCreditNoteLine* ItemPriceExtension?`,
  ),

  Address: holds(
    'ID? AddressTypeCode? AddressFormatCode? Postbox? Floor? Room? StreetName? AdditionalStreetName? BlockName? BuildingName? BuildingNumber? InhouseMail? Department? MarkAttention? MarkCare? PlotIdentification? CitySubdivisionName? CityName? PostalZone? CountrySubentity? CountrySubentityCode? Region? District? TimezoneOffset?',
    'AddressLine* Country? LocationCoordinate*',
  ),
  AddressLine: holds('Line'),
  AllowanceCharge: holds(
    'ID? ChargeIndicator AllowanceChargeReasonCode? AllowanceChargeReason* MultiplierFactorNumeric? PrepaidIndicator? SequenceNumeric? Amount BaseAmount? AccountingCostCode? AccountingCost? PerUnitAmount?',
    'TaxCategory* TaxTotal? PaymentMeans*',
  ),
  Attachment: holds('EmbeddedDocumentBinaryObject?', 'ExternalReference?'),
  BillingReference: holds(
    '',
    'InvoiceDocumentReference? SelfBilledInvoiceDocumentReference? CreditNoteDocumentReference? SelfBilledCreditNoteDocumentReference? DebitNoteDocumentReference? ReminderDocumentReference? AdditionalDocumentReference? BillingReferenceLine*',
  ),
  BillingReferenceLine: holds('ID Amount?', 'AllowanceCharge*'),
  Branch: holds('ID? Name?', 'FinancialInstitution? Address?'),
  CardAccount: holds(
    'PrimaryAccountNumberID NetworkID CardTypeCode? ValidityStartDate? ExpiryDate? IssuerID? IssueNumberID? CV2ID? CardChipCode? ChipApplicationID? HolderName?',
  ),
  CommodityClassification: holds('NatureCode? CargoTypeCode? CommodityCode? ItemClassificationCode?'),
  Contact: holds('ID? Name? Telephone? Telefax? ElectronicMail? Note*', 'OtherCommunication*'),
  CorporateRegistrationScheme: holds(
    'ID? Name? CorporateRegistrationTypeCode?',
    'JurisdictionRegionAddress*',
  ),
  Country: holds('IdentificationCode? Name?'),
  CreditAccount: holds('AccountID'),
  CustomerParty: holds(
    'CustomerAssignedAccountID? SupplierAssignedAccountID? AdditionalAccountID*',
    'Party? DeliveryContact? AccountingContact? BuyerContact?',
  ),
  Delivery: holds(
    'ID? Quantity? MinimumQuantity? MaximumQuantity? ActualDeliveryDate? ActualDeliveryTime? LatestDeliveryDate? LatestDeliveryTime? ReleaseID? TrackingID?',
    'DeliveryAddress? DeliveryLocation? AlternativeDeliveryLocation? RequestedDeliveryPeriod? PromisedDeliveryPeriod? EstimatedDeliveryPeriod? CarrierParty? DeliveryParty? NotifyParty* Despatch? DeliveryTerms* MinimumDeliveryUnit? MaximumDeliveryUnit? Shipment?',
  ),
  DeliveryTerms: holds(
    'ID? SpecialTerms* LossRiskResponsibilityCode? LossRisk* Amount?',
    'DeliveryLocation? AllowanceCharge?',
  ),
  DocumentReference: holds(
    'ID CopyIndicator? UUID? IssueDate? IssueTime? DocumentTypeCode? DocumentType? XPath* LanguageID? LocaleCode? VersionID? DocumentStatusCode? DocumentDescription*',
    'Attachment? ValidityPeriod? IssuerParty? ResultOfVerification?',
  ),
  ExchangeRate: holds(
    'SourceCurrencyCode SourceCurrencyBaseRate? TargetCurrencyCode TargetCurrencyBaseRate? ExchangeMarketID? CalculationRate? MathematicOperatorCode? Date?',
    'ForeignExchangeContract?',
  ),
  ExternalReference: holds(
    'URI? DocumentHash? HashAlgorithmMethod? ExpiryDate? ExpiryTime? MimeCode? FormatCode? EncodingCode? CharacterSetCode? FileName? Description*',
  ),
  FinancialAccount: holds(
    'ID? Name? AliasName? AccountTypeCode? AccountFormatCode? CurrencyCode? PaymentNote*',
    'FinancialInstitutionBranch? Country?',
  ),
  FinancialInstitution: holds('ID? Name?', 'Address?'),
  Item: holds(
    'Description* PackQuantity? PackSizeNumeric? CatalogueIndicator? Name? HazardousRiskIndicator? AdditionalInformation* Keyword* BrandName* ModelName*',
    'BuyersItemIdentification? SellersItemIdentification? ManufacturersItemIdentification* StandardItemIdentification? CatalogueItemIdentification? AdditionalItemIdentification* CatalogueDocumentReference? ItemSpecificationDocumentReference* OriginCountry? CommodityClassification* TransactionConditions* HazardousItem* ClassifiedTaxCategory* AdditionalItemProperty* ManufacturerParty* InformationContentProviderParty? OriginAddress* ItemInstance* Certificate* Dimension*',
  ),
  ItemIdentification: holds(
    'ID ExtendedID? BarcodeSymbologyID?',
    'PhysicalAttribute* MeasurementDimension* IssuerParty?',
  ),
  ItemInstance: holds(
    'ProductTraceID? ManufactureDate? ManufactureTime? BestBeforeDate? RegistrationID? SerialID?',
    'AdditionalItemProperty* LotIdentification?',
  ),
  ItemProperty: holds(
    'ID? Name NameCode? TestMethod? Value? ValueQuantity? ValueQualifier* ImportanceCode? ListValue*',
    'UsabilityPeriod? ItemPropertyGroup* RangeDimension? ItemPropertyRange?',
  ),
  Language: holds('ID? Name? LocaleCode?'),
  LineReference: holds('LineID UUID? LineStatusCode?', 'DocumentReference?'),
  Location: holds(
    'ID? Description* Conditions* CountrySubentity? CountrySubentityCode? LocationTypeCode? InformationURI? Name?',
    'ValidityPeriod* Address? SubsidiaryLocation* LocationCoordinate*',
  ),
  MonetaryTotal: holds(
    'LineExtensionAmount? TaxExclusiveAmount? TaxInclusiveAmount? AllowanceTotalAmount? ChargeTotalAmount? PrepaidAmount? PayableRoundingAmount? PayableAmount PayableAlternativeAmount?',
  ),
  OrderLineReference: holds('LineID SalesOrderLineID? UUID? LineStatusCode?', 'OrderReference?'),
  OrderReference: holds(
    'ID SalesOrderID? CopyIndicator? UUID? IssueDate? IssueTime? CustomerReference? OrderTypeCode?',
    'DocumentReference?',
  ),
  Party: holds(
    'MarkCareIndicator? MarkAttentionIndicator? WebsiteURI? LogoReferenceID? EndpointID? IndustryClassificationCode?',
    'PartyIdentification* PartyName* Language? PostalAddress? PhysicalLocation? PartyTaxScheme* PartyLegalEntity* Contact? Person* AgentParty? ServiceProviderParty* PowerOfAttorney* FinancialAccount?',
  ),
  PartyIdentification: holds('ID'),
  PartyLegalEntity: holds(
    'RegistrationName? CompanyID? RegistrationDate? RegistrationExpirationDate? CompanyLegalFormCode? CompanyLegalForm? SoleProprietorshipIndicator? CompanyLiquidationStatusCode? CorporateStockAmount? FullyPaidSharesIndicator?',
    'RegistrationAddress? CorporateRegistrationScheme? HeadOfficeParty? ShareholderParty*',
  ),
  PartyName: holds('Name'),
  PartyTaxScheme: holds(
    'RegistrationName? CompanyID? TaxLevelCode? ExemptionReasonCode? ExemptionReason*',
    'RegistrationAddress? TaxScheme',
  ),
  Payment: holds('ID? PaidAmount? ReceivedDate? PaidDate? PaidTime? InstructionID?'),
  PaymentMandate: holds(
    'ID? MandateTypeCode? MaximumPaymentInstructionsNumeric? MaximumPaidAmount? SignatureID?',
    'PayerParty? PayerFinancialAccount? ValidityPeriod? PaymentReversalPeriod? Clause*',
  ),
  PaymentMeans: holds(
    'ID? PaymentMeansCode PaymentDueDate? PaymentChannelCode? InstructionID? InstructionNote* PaymentID*',
    'CardAccount? PayerFinancialAccount? PayeeFinancialAccount? CreditAccount? PaymentMandate? TradeFinancing?',
  ),
  PaymentTerms: holds(
    'ID? PaymentMeansID* PrepaidPaymentReferenceID? Note* ReferenceEventCode? SettlementDiscountPercent? PenaltySurchargePercent? PaymentPercent? Amount? SettlementDiscountAmount? PenaltyAmount? PaymentTermsDetailsURI? PaymentDueDate? InstallmentDueDate? InvoicingPartyReference?',
    'SettlementPeriod? PenaltyPeriod? ExchangeRate? ValidityPeriod?',
  ),
  Period: holds('StartDate? StartTime? EndDate? EndTime? DurationMeasure? DescriptionCode* Description*'),
  Person: holds(
    'ID? FirstName? FamilyName? Title? MiddleName? OtherName? NameSuffix? JobTitle? NationalityID? GenderCode? BirthDate? BirthplaceName? OrganizationDepartment?',
    'Contact? FinancialAccount? IdentityDocumentReference* ResidenceAddress?',
  ),
  Price: holds(
    'PriceAmount BaseQuantity? PriceChangeReason* PriceTypeCode? PriceType? OrderableUnitFactorRate?',
    'ValidityPeriod* PriceList? AllowanceCharge* PricingExchangeRate?',
  ),
  PriceExtension: holds('Amount', 'TaxTotal*'),
  PriceList: holds('ID? StatusCode?', 'ValidityPeriod* PreviousPriceList?'),
  ProjectReference: holds('ID UUID? IssueDate?', 'WorkPhaseReference*'),
  Response: holds('ReferenceID? ResponseCode? Description* EffectiveDate? EffectiveTime?', 'Status*'),
  ServiceProviderParty: holds('ID? ServiceTypeCode? ServiceType*', 'Party SellerContact?'),
  SupplierParty: holds(
    'CustomerAssignedAccountID? AdditionalAccountID* DataSendingCapability?',
    'Party? DespatchContact? AccountingContact? SellerContact?',
  ),
  TaxCategory: holds(
    'ID? Name? Percent? BaseUnitMeasure? PerUnitAmount? TaxExemptionReasonCode? TaxExemptionReason* TierRange? TierRatePercent?',
    'TaxScheme',
  ),
  TaxScheme: holds('ID? Name? TaxTypeCode? CurrencyCode?', 'JurisdictionRegionAddress*'),
  TaxSubtotal: holds(
    'TaxableAmount? TaxAmount CalculationSequenceNumeric? TransactionCurrencyTaxAmount? Percent? BaseUnitMeasure? PerUnitAmount? TierRange? TierRatePercent?',
    'TaxCategory',
  ),
  TaxTotal: holds('TaxAmount RoundingAmount? TaxEvidenceIndicator? TaxIncludedIndicator?', 'TaxSubtotal*'),
};

/** Elements whose type has another name, by the whole name. */
const named: Readonly<Record<string, string>> = {
  AccountingSupplierParty: 'SupplierParty',
  SellerSupplierParty: 'SupplierParty',
  AccountingCustomerParty: 'CustomerParty',
  BuyerCustomerParty: 'CustomerParty',
  ServiceProviderParty: 'ServiceProviderParty',
  ShareholderParty: free,
  LegalMonetaryTotal: 'MonetaryTotal',
  PrepaidPayment: 'Payment',
  ClassifiedTaxCategory: 'TaxCategory',
  WithholdingTaxTotal: 'TaxTotal',
  DespatchLineReference: 'LineReference',
  ReceiptLineReference: 'LineReference',
  OrderLineReference: 'OrderLineReference',
  AdditionalItemProperty: 'ItemProperty',
  PayeeFinancialAccount: 'FinancialAccount',
  PayerFinancialAccount: 'FinancialAccount',
  FinancialInstitutionBranch: 'Branch',
  OriginCountry: 'Country',
  ItemPriceExtension: 'PriceExtension',
  PreviousPriceList: 'PriceList',
  SubInvoiceLine: 'InvoiceLine',
  SubCreditNoteLine: 'CreditNoteLine',
  DiscrepancyResponse: 'Response',
};

/** The same by the end of the name. */
const ends: readonly (readonly [nameEnd: string, type: string])[] = [
  ['DocumentReference', 'DocumentReference'],
  ['ItemIdentification', 'ItemIdentification'],
  ['ExchangeRate', 'ExchangeRate'],
  ['Period', 'Period'],
  ['Party', 'Party'],
  ['Contact', 'Contact'],
  ['Address', 'Address'],
  ['Location', 'Location'],
];

const typeOf = (name: string): string => {
  if (name.startsWith('cbc:')) return leaf;
  if (!name.startsWith('cac:')) return free;
  const local = name.slice(4);
  const known = named[local] ?? ends.find(([nameEnd]) => local.endsWith(nameEnd))?.[1] ?? local;
  return known in types ? known : free;
};

const ubl = (root: 'Invoice' | 'CreditNote'): SchemaTable => ({
  namespace: 'cbc',
  root,
  types,
  typeOf,
  attributes: [['Amount', 'currencyID']],
  grows: undefined,
});

export const ublInvoiceSchema = ubl('Invoice');
export const ublCreditNoteSchema = ubl('CreditNote');
