import { free, leaf, type SchemaTable } from './schema-table.js';

const times = 'udt:DateTimeString | udt:DateTime';
const tradeAgreementReferences =
  'SellerOrderReferencedDocument* BuyerOrderReferencedDocument* QuotationReferencedDocument*';
const accounts =
  'PayableSpecifiedTradeAccountingAccount* ReceivableSpecifiedTradeAccountingAccount* PurchaseSpecifiedTradeAccountingAccount* SalesSpecifiedTradeAccountingAccount* SpecifiedTradeSettlementFinancialCard*';
const deliveryReferences =
  'AdditionalReferencedDocument* DespatchAdviceReferencedDocument* ReceivingAdviceReferencedDocument* DeliveryNoteReferencedDocument* ConsumptionReportReferencedDocument*';
const account = 'IBANID? AccountName? ProprietaryID?';
const term = 'BasisDateTime? BasisPeriodMeasure? BasisAmount? CalculationPercent?';

/**
 * UN/CEFACT CII, D16B and D22B together: D22B adds optional elements and lets some references repeat, and both are
 * legal. The types that invoices are made of; transport and works measurement are left alone.
 */
const types: Readonly<Record<string, string>> = {
  CrossIndustryInvoice:
    'rsm:ExchangedDocumentContext rsm:ExchangedDocument rsm:SupplyChainTradeTransaction rsm:ValuationBreakdownStatement?',
  ExchangedDocumentContext:
    'SpecifiedTransactionID? TestIndicator? BusinessProcessSpecifiedDocumentContextParameter* BIMSpecifiedDocumentContextParameter* ScenarioSpecifiedDocumentContextParameter* ApplicationSpecifiedDocumentContextParameter* GuidelineSpecifiedDocumentContextParameter* SubsetSpecifiedDocumentContextParameter* MessageStandardSpecifiedDocumentContextParameter?',
  DocumentContextParameter: 'ID? Value? SpecifiedDocumentVersion?',
  DocumentVersion: 'ID? Name? IssueDateTime?',
  ExchangedDocument:
    'ID Name* TypeCode? IssueDateTime CopyIndicator? Purpose? ControlRequirementIndicator? LanguageID* PurposeCode? RevisionDateTime? VersionID? GlobalID? RevisionID? PreviousRevisionID? CategoryCode? IncludedNote* EffectiveSpecifiedPeriod? IssuerTradeParty?',
  Note: 'Subject? ContentCode* Content* SubjectCode? ID?',
  SupplyChainTradeTransaction:
    'IncludedSupplyChainTradeLineItem* ApplicableHeaderTradeAgreement ApplicableHeaderTradeDelivery ApplicableHeaderTradeSettlement',

  SupplyChainTradeLineItem:
    'DescriptionCode? AssociatedDocumentLineDocument SpecifiedTradeProduct? SpecifiedLineTradeAgreement? SpecifiedLineTradeDelivery? SpecifiedLineTradeSettlement IncludedSubordinateTradeLineItem*',
  DocumentLineDocument: 'LineID? ParentLineID? LineStatusCode? LineStatusReasonCode? IncludedNote*',
  TradeProduct:
    'ID* GlobalID* SellerAssignedID? BuyerAssignedID? ManufacturerAssignedID* IndustryAssignedID* ModelID* Name* TradeName? Description* TypeCode? NetWeightMeasure? GrossWeightMeasure? ProductGroupID* EndItemTypeCode* EndItemName* AreaDensityMeasure? UseDescription* BatchID* BrandName? SubBrandName? ModelName* DrainedNetWeightMeasure? VariableMeasureIndicator? ColourCode* ColourDescription* Designation* FormattedCancellationAnnouncedLaunchDateTime? FormattedLatestProductDataChangeDateTime? ApplicableProductCharacteristic* ApplicableMaterialGoodsCharacteristic* DesignatedProductClassification* IndividualTradeProductInstance* CertificationEvidenceReferenceReferencedDocument* InspectionReferenceReferencedDocument* OriginTradeCountry? LinearSpatialDimension? MinimumLinearSpatialDimension? MaximumLinearSpatialDimension? ManufacturerTradeParty? PresentationSpecifiedBinaryFile* MSDSReferenceReferencedDocument* AdditionalReferenceReferencedDocument* LegalRightsOwnerTradeParty? BrandOwnerTradeParty? IncludedReferencedProduct* InformationNote*',
  ProductCharacteristic:
    'ID* TypeCode? Description* ValueMeasure? MeasurementMethodCode? Value* ValueCode? ValueDateTime? ValueIndicator? ContentTypeCode? ValueSpecifiedBinaryFile? ApplicableProductCharacteristicCondition* ApplicableReferencedStandard?',
  ProductClassification:
    'SystemID? SystemName* ClassCode? ClassName* SubClassCode? ClassProductCharacteristic* ApplicableReferencedStandard?',
  TradeProductInstance:
    'GlobalSerialID? BatchID? KanbanID? SupplierAssignedSerialID? BestBeforeDateTime? ExpiryDateTime? SellByDateTime? SerialID* RegistrationID* ProductionSupplyChainEvent? PackagingSupplyChainEvent? ApplicableMaterialGoodsCharacteristic* ApplicableProductCharacteristic*',
  ReferencedProduct:
    'ID* GlobalID* SellerAssignedID? BuyerAssignedID? ManufacturerAssignedID* IndustryAssignedID* Name* Description* RelationshipTypeCode* UnitQuantity*',
  LineTradeAgreement: `BuyerReference? BuyerRequisitionerTradeParty* ApplicableTradeDeliveryTerms? ${tradeAgreementReferences} ContractReferencedDocument* DemandForecastReferencedDocument* PromotionalDealReferencedDocument* AdditionalReferencedDocument* GrossPriceProductTradePrice? NetPriceProductTradePrice? RequisitionerReferencedDocument* ItemSellerTradeParty? ItemBuyerTradeParty? IncludedSpecifiedMarketplace? UltimateCustomerOrderReferencedDocument*`,
  TradePrice:
    'TypeCode? ChargeAmount+ BasisQuantity? MinimumQuantity? MaximumQuantity? ChangeReason* OrderUnitConversionFactorNumeric? AppliedTradeAllowanceCharge* ValiditySpecifiedPeriod? IncludedTradeTax* DeliveryTradeLocation* TradeComparisonReferencePrice* AssociatedReferencedDocument*',
  LineTradeDelivery: `RequestedQuantity? ReceivedQuantity? BilledQuantity? ChargeFreeQuantity? PackageQuantity? ProductUnitQuantity? PerPackageUnitQuantity? NetWeightMeasure? GrossWeightMeasure? TheoreticalWeightMeasure? DespatchedQuantity? SpecifiedDeliveryAdjustment* IncludedSupplyChainPackaging* RelatedSupplyChainConsignment? ShipToTradeParty? UltimateShipToTradeParty? ShipFromTradeParty? ActualDespatchSupplyChainEvent? ActualPickUpSupplyChainEvent? RequestedDeliverySupplyChainEvent? ActualDeliverySupplyChainEvent? ActualReceiptSupplyChainEvent? ${deliveryReferences} PackingListReferencedDocument*`,
  LineTradeSettlement: `PaymentReference* InvoiceIssuerReference? TotalAdjustmentAmount? DiscountIndicator? ApplicableTradeTax* BillingSpecifiedPeriod? SpecifiedTradeAllowanceCharge* SubtotalCalculatedTradeTax* SpecifiedLogisticsServiceCharge* SpecifiedTradePaymentTerms* SpecifiedTradeSettlementLineMonetarySummation? SpecifiedFinancialAdjustment* InvoiceReferencedDocument* AdditionalReferencedDocument* ${accounts}`,
  TradeSettlementLineMonetarySummation:
    'LineTotalAmount* ChargeTotalAmount* AllowanceTotalAmount* TaxBasisTotalAmount* TaxTotalAmount* GrandTotalAmount* InformationAmount* TotalAllowanceChargeAmount* TotalRetailValueInformationAmount* GrossLineTotalAmount* NetLineTotalAmount* NetIncludingTaxesLineTotalAmount* ProductWeightLossInformationAmount*',

  HeaderTradeAgreement: `Reference* BuyerReference? SellerTradeParty? BuyerTradeParty? SalesAgentTradeParty? BuyerRequisitionerTradeParty* BuyerAssignedAccountantTradeParty? SellerAssignedAccountantTradeParty? BuyerTaxRepresentativeTradeParty? SellerTaxRepresentativeTradeParty? ProductEndUserTradeParty? ApplicableTradeDeliveryTerms? ${tradeAgreementReferences} OrderResponseReferencedDocument* ContractReferencedDocument* DemandForecastReferencedDocument* SupplyInstructionReferencedDocument* PromotionalDealReferencedDocument* PriceListReferencedDocument* AdditionalReferencedDocument* RequisitionerReferencedDocument* BuyerAgentTradeParty? PurchaseConditionsReferencedDocument* SpecifiedProcuringProject? UltimateCustomerOrderReferencedDocument*`,
  HeaderTradeDelivery: `RelatedSupplyChainConsignment? ShipToTradeParty? UltimateShipToTradeParty? ShipFromTradeParty? ActualDespatchSupplyChainEvent? ActualPickUpSupplyChainEvent? ActualDeliverySupplyChainEvent? ActualReceiptSupplyChainEvent? ${deliveryReferences} PreviousDeliverySupplyChainEvent* PackingListReferencedDocument*`,
  HeaderTradeSettlement: `DuePayableAmount* CreditorReferenceTypeCode* CreditorReferenceType* CreditorReferenceIssuerID* CreditorReferenceID? PaymentReference* TaxCurrencyCode? InvoiceCurrencyCode? PaymentCurrencyCode? InvoiceIssuerReference? InvoiceDateTime? NextInvoiceDateTime* CreditReasonCode? CreditReason* InvoicerTradeParty? InvoiceeTradeParty? PayeeTradeParty? PayerTradeParty? TaxApplicableTradeCurrencyExchange? InvoiceApplicableTradeCurrencyExchange? PaymentApplicableTradeCurrencyExchange? SpecifiedTradeSettlementPaymentMeans* ApplicableTradeTax* BillingSpecifiedPeriod? SpecifiedTradeAllowanceCharge* SubtotalCalculatedTradeTax* SpecifiedLogisticsServiceCharge* SpecifiedTradePaymentTerms* SpecifiedTradeSettlementHeaderMonetarySummation? SpecifiedFinancialAdjustment* InvoiceReferencedDocument* ProFormaInvoiceReferencedDocument* LetterOfCreditReferencedDocument* FactoringAgreementReferencedDocument* FactoringListReferencedDocument* ${accounts} SpecifiedAdvancePayment* UltimatePayeeTradeParty?`,
  TradeSettlementHeaderMonetarySummation:
    'LineTotalAmount* ChargeTotalAmount* AllowanceTotalAmount* TaxBasisTotalAmount* TaxTotalAmount* RoundingAmount* GrandTotalAmount* InformationAmount* TotalPrepaidAmount* TotalDiscountAmount* TotalAllowanceChargeAmount* DuePayableAmount* RetailValueExcludingTaxInformationAmount* TotalDepositFeeInformationAmount* ProductValueExcludingTobaccoTaxInformationAmount* TotalRetailValueInformationAmount* GrossLineTotalAmount* NetLineTotalAmount* NetIncludingTaxesLineTotalAmount*',

  AdvancePayment:
    'PaidAmount FormattedReceivedDateTime? IncludedTradeTax* InvoiceSpecifiedReferencedDocument*',
  ContactPerson: 'GivenName? MiddleName? FamilyName?',
  CreditorFinancialAccount: account,
  DebtorFinancialAccount: account,
  FinancialAdjustment:
    'ReasonCode? Reason* ActualAmount* ActualQuantity? ActualDateTime? ClaimRelatedTradeParty? InvoiceReferenceReferencedDocument*',
  LegalOrganization:
    'LegalClassificationCode? Name? ID? TradingBusinessName? PostalTradeAddress? AuthorizedLegalRegistration*',
  LegalRegistration: 'TypeCode? ID?',
  LogisticsServiceCharge:
    'ID? Description* PaymentArrangementCode? TariffClassCode? ChargeCategoryCode? ServiceCategoryCode? DisbursementAmount* AppliedAmount* AllowanceCharge? PayingPartyRoleCode? CalculationBasisCode? CalculationBasis? TransportPaymentMethodCode? PaymentPlaceLogisticsLocation? AppliedFromLogisticsLocation? AppliedToLogisticsLocation? AppliedTradeTax*',
  ProcuringProject: 'ID Description? Name',
  ReferencedDocument:
    'IssuerAssignedID? URIID? StatusCode? CopyIndicator? LineID? TypeCode? GlobalID? RevisionID? Name* AttachmentBinaryObject* Information* ReferenceTypeCode? SectionName* PreviousRevisionID* FormattedIssueDateTime? EffectiveSpecifiedPeriod? IssuerTradeParty? AttachedSpecifiedBinaryFile*',
  SpecifiedPeriod:
    'DurationMeasure* InclusiveIndicator? Description* StartDateTime? EndDateTime? CompleteDateTime? OpenIndicator? SeasonCode? ID? Name* SequenceNumeric? StartDateFlexibilityCode? ContinuousIndicator? PurposeCode?',
  SupplyChainEvent:
    'ID? OccurrenceDateTime? TypeCode? Description* DescriptionBinaryObject* UnitQuantity? LatestOccurrenceDateTime? EarliestOccurrenceDateTime? OccurrenceSpecifiedPeriod? OccurrenceLogisticsLocation?',
  TaxRegistration: 'ID? AssociatedRegisteredTax?',
  TradeAccountingAccount: 'ID SetTriggerCode? TypeCode? AmountTypeCode? Name? CostReferenceDimensionPattern?',
  TradeAddress:
    'ID? PostcodeCode? PostOfficeBox? BuildingName? LineOne? LineTwo? LineThree? LineFour? LineFive? StreetName? CityName? CitySubDivisionName? CountryID? CountryName* CountrySubDivisionID? CountrySubDivisionName* AttentionOf? CareOf? BuildingNumber? DepartmentName? AdditionalStreetName?',
  TradeAllowanceCharge:
    'ChargeIndicator? ID? SequenceNumeric? CalculationPercent? BasisAmount? BasisQuantity? PrepaidIndicator? ActualAmount* UnitBasisAmount? ReasonCode? Reason? TypeCode? CategoryTradeTax* ActualTradeCurrencyExchange?',
  TradeContact:
    'ID? PersonName? DepartmentName? TypeCode? JobTitle? Responsibility? PersonID* TelephoneUniversalCommunication? DirectTelephoneUniversalCommunication? MobileTelephoneUniversalCommunication? FaxUniversalCommunication? EmailURIUniversalCommunication? TelexUniversalCommunication? VOIPUniversalCommunication? InstantMessagingUniversalCommunication? SpecifiedNote* SpecifiedContactPerson?',
  TradeCountry: 'ID? Name* SubordinateTradeCountrySubDivision*',
  TradeCountrySubDivision: 'ID? Name*',
  TradeCurrencyExchange:
    'SourceCurrencyCode SourceUnitBasisNumeric? TargetCurrencyCode TargetUnitBaseNumeric? MarketID? ConversionRate ConversionRateDateTime? AssociatedReferencedDocument*',
  TradeDeliveryTerms: 'DeliveryTypeCode? Description* FunctionCode? RelevantTradeLocation?',
  TradeLocation: 'CountryID? CountryName? ID? Name?',
  TradeParty:
    'ID* GlobalID* Name? RoleCode* Description* SpecifiedLegalOrganization? DefinedTradeContact* PostalTradeAddress? URIUniversalCommunication* SpecifiedTaxRegistration* EndPointURIUniversalCommunication? LogoAssociatedSpecifiedBinaryFile*',
  TradePaymentDiscountTerms: `${term} ActualDiscountAmount?`,
  TradePaymentPenaltyTerms: `${term} ActualPenaltyAmount?`,
  TradePaymentTerms:
    'ID? FromEventCode? SettlementPeriodMeasure? Description* DueDateDateTime? TypeCode? InstructionTypeCode? DirectDebitMandateID* PartialPaymentPercent? PaymentMeansID* PartialPaymentAmount* ApplicableTradePaymentPenaltyTerms* ApplicableTradePaymentDiscountTerms* PayeeTradeParty*',
  TradeSettlementFinancialCard:
    'MicrochipIndicator? ID? TypeCode? CardholderName? ExpiryDate? VerificationNumeric? ValidFromDateTime? CreditLimitAmount* CreditAvailableAmount* InterestRatePercent? IssuingCompanyName? Description?',
  TradeSettlementPaymentMeans:
    'PaymentChannelCode? TypeCode? GuaranteeMethodCode? PaymentMethodCode? Information* ID* ApplicableTradeSettlementFinancialCard? PayerPartyDebtorFinancialAccount? PayeePartyCreditorFinancialAccount? PayerSpecifiedDebtorFinancialInstitution? PayeeSpecifiedCreditorFinancialInstitution?',
  TradeTax:
    'CalculatedAmount* TypeCode? ExemptionReason? CalculatedRate? CalculationSequenceNumeric? BasisQuantity? BasisAmount* UnitBasisAmount* LineTotalBasisAmount* AllowanceChargeBasisAmount* CategoryCode? CurrencyCode? Jurisdiction* CustomsDutyIndicator? ExemptionReasonCode? TaxBasisAllowanceRate? TaxPointDate? Type? InformationAmount* CategoryName* DueDateTypeCode? RateApplicablePercent? SpecifiedTradeAccountingAccount* ServiceSupplyTradeCountry? BuyerRepayableTaxSpecifiedTradeAccountingAccount? SellerPayableTaxSpecifiedTradeAccountingAccount? SellerRefundableTaxSpecifiedTradeAccountingAccount? BuyerDeductibleTaxSpecifiedTradeAccountingAccount? BuyerNonDeductibleTaxSpecifiedTradeAccountingAccount? PlaceApplicableTradeLocation*',
  UniversalCommunication: 'URIID? ChannelCode? CompleteNumber?',

  DateTime: times,
  FormattedDateTime: 'qdt:DateTimeString',
  Date: 'udt:DateString | udt:Date',
  Indicator: 'udt:IndicatorString | udt:Indicator',
};

/** The type of an element by the end of its name, the longer ends first; what no end fits holds text. */
const ends: readonly (readonly [nameEnd: string, type: string])[] = [
  ['ValuationBreakdownStatement', free],
  ['IncludedSubordinateTradeLineItem', free],
  ['FinancialInstitution', free],
  ['SpecifiedBinaryFile', free],
  ['SpatialDimension', free],
  ['LogisticsLocation', free],
  ['SupplyChainConsignment', free],
  ['SupplyChainPackaging', free],
  ['DeliveryAdjustment', free],
  ['SpecifiedMarketplace', free],
  ['ReferencePrice', free],
  ['ReferencedStandard', free],
  ['MaterialGoodsCharacteristic', free],
  ['ProductCharacteristicCondition', free],
  ['RegisteredTax', free],
  ['SpecifiedDocumentVersion', 'DocumentVersion'],
  ['ExchangedDocumentContext', 'ExchangedDocumentContext'],
  ['ExchangedDocument', 'ExchangedDocument'],
  ['DocumentContextParameter', 'DocumentContextParameter'],
  ['SupplyChainTradeTransaction', 'SupplyChainTradeTransaction'],
  ['SupplyChainTradeLineItem', 'SupplyChainTradeLineItem'],
  ['DocumentLineDocument', 'DocumentLineDocument'],
  ['TradeProductInstance', 'TradeProductInstance'],
  ['TradeProduct', 'TradeProduct'],
  ['ReferencedProduct', 'ReferencedProduct'],
  ['ProductCharacteristic', 'ProductCharacteristic'],
  ['ProductClassification', 'ProductClassification'],
  ['HeaderTradeAgreement', 'HeaderTradeAgreement'],
  ['HeaderTradeDelivery', 'HeaderTradeDelivery'],
  ['HeaderTradeSettlement', 'HeaderTradeSettlement'],
  ['LineTradeAgreement', 'LineTradeAgreement'],
  ['LineTradeDelivery', 'LineTradeDelivery'],
  ['LineTradeSettlement', 'LineTradeSettlement'],
  ['HeaderMonetarySummation', 'TradeSettlementHeaderMonetarySummation'],
  ['LineMonetarySummation', 'TradeSettlementLineMonetarySummation'],
  ['TradePrice', 'TradePrice'],
  ['AdvancePayment', 'AdvancePayment'],
  ['ContactPerson', 'ContactPerson'],
  ['CreditorFinancialAccount', 'CreditorFinancialAccount'],
  ['DebtorFinancialAccount', 'DebtorFinancialAccount'],
  ['FinancialAdjustment', 'FinancialAdjustment'],
  ['LegalOrganization', 'LegalOrganization'],
  ['LegalRegistration', 'LegalRegistration'],
  ['LogisticsServiceCharge', 'LogisticsServiceCharge'],
  ['ProcuringProject', 'ProcuringProject'],
  ['ReferencedDocument', 'ReferencedDocument'],
  ['SpecifiedPeriod', 'SpecifiedPeriod'],
  ['SupplyChainEvent', 'SupplyChainEvent'],
  ['TaxRegistration', 'TaxRegistration'],
  ['TradeAccountingAccount', 'TradeAccountingAccount'],
  ['TradeAddress', 'TradeAddress'],
  ['TradeAllowanceCharge', 'TradeAllowanceCharge'],
  ['TradeContact', 'TradeContact'],
  ['TradeCountrySubDivision', 'TradeCountrySubDivision'],
  ['TradeCountry', 'TradeCountry'],
  ['TradeCurrencyExchange', 'TradeCurrencyExchange'],
  ['TradeDeliveryTerms', 'TradeDeliveryTerms'],
  ['TradeLocation', 'TradeLocation'],
  ['TradeParty', 'TradeParty'],
  ['PaymentDiscountTerms', 'TradePaymentDiscountTerms'],
  ['PaymentPenaltyTerms', 'TradePaymentPenaltyTerms'],
  ['TradePaymentTerms', 'TradePaymentTerms'],
  ['FinancialCard', 'TradeSettlementFinancialCard'],
  ['PaymentMeans', 'TradeSettlementPaymentMeans'],
  ['TradeTax', 'TradeTax'],
  ['UniversalCommunication', 'UniversalCommunication'],
  ['Note', 'Note'],
  ['Indicator', 'Indicator'],
  ['ExpiryDate', 'Date'],
  ['TaxPointDate', 'Date'],
];

const typeOf = (name: string): string => {
  if (name.startsWith('udt:') || name.startsWith('qdt:')) return leaf;
  const local = name.slice(4);
  if (local.endsWith('DateTime')) return local.startsWith('Formatted') ? 'FormattedDateTime' : 'DateTime';
  return ends.find(([nameEnd]) => local.endsWith(nameEnd))?.[1] ?? leaf;
};

export const ciiSchema: SchemaTable = {
  namespace: 'ram',
  root: 'CrossIndustryInvoice',
  types,
  typeOf,
  attributes: [],
  grows: 'ram',
};
