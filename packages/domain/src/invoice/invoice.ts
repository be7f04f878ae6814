import type { Decimal } from '../amount/decimal.js';

/**
 * The EN 16931 semantic invoice model, as a sender wrote it. Everything a rule may find missing is optional: reading
 * and judging are two passes. Each field names its business term (BT) or group (BG).
 *
 * Dates are calendar days `YYYY-MM-DD` without a zone. Amounts, prices, quantities and rates are exact decimals; a rate
 * of 20 means 20 %. The sender's figures stay as sent: they are compared with ours, never replaced.
 */
export interface Invoice {
  /** BT-1 */
  readonly number?: string;
  /** BT-2 */
  readonly issueDate?: CalendarDate;
  /** BT-3, UNTDID 1001: 380 invoice, 381 credit note, 384 corrected, 386 prepayment, 389 self-billed… */
  readonly typeCode?: string;
  /** BT-5, ISO 4217 */
  readonly currency?: string;
  /** BT-6, ISO 4217 */
  readonly vatCurrency?: string;
  /** BT-7 */
  readonly vatPointDate?: CalendarDate;
  /** BT-8, in the code list of UBL (UNTDID 2005: 3, 35, 432) */
  readonly vatPointDateCode?: string;
  /** BT-9 */
  readonly dueDate?: CalendarDate;
  /** BT-10; towards a French public entity: the service code */
  readonly buyerReference?: string;
  /** BT-11 */
  readonly projectReference?: string;
  /** BT-12; towards a French public entity: numéro de marché */
  readonly contractReference?: string;
  /** BT-13; towards a French public entity: numéro d'engagement juridique */
  readonly purchaseOrderReference?: string;
  /** BT-14 */
  readonly salesOrderReference?: string;
  /** BT-15 */
  readonly receivingAdviceReference?: string;
  /** BT-16 */
  readonly despatchAdviceReference?: string;
  /** BT-17 */
  readonly tenderReference?: string;
  /** BT-18 */
  readonly invoicedObject?: Identifier;
  /** BT-19 */
  readonly buyerAccountingReference?: string;
  /** BT-20 */
  readonly paymentTerms?: string;
  /** BG-1 */
  readonly notes: readonly Note[];
  /** BT-23; in France: cadre de facturation (A1, A2… or B1, S1…) */
  readonly businessProcess?: string;
  /** BT-24 */
  readonly specification?: string;
  /** BG-3 */
  readonly precedingInvoices: readonly PrecedingInvoice[];
  /** BG-4 */
  readonly seller: Seller;
  /** BG-7 */
  readonly buyer: Buyer;
  /** BG-10 */
  readonly payee?: Payee;
  /** BG-11 */
  readonly taxRepresentative?: TaxRepresentative;
  /** BG-13 */
  readonly delivery?: Delivery;
  /** BG-14 */
  readonly period?: Period;
  /** BG-16, one entry for each payment means written */
  readonly payments: readonly PaymentInstruction[];
  /** BG-20 */
  readonly allowances: readonly DocumentAllowanceCharge[];
  /** BG-21 */
  readonly charges: readonly DocumentAllowanceCharge[];
  /** BG-22 */
  readonly totals: Totals;
  /** BG-23 */
  readonly vatBreakdown: readonly VatBreakdown[];
  /** BG-24 */
  readonly supportingDocuments: readonly SupportingDocument[];
  /** BG-25 */
  readonly lines: readonly InvoiceLine[];
}

/** `YYYY-MM-DD` */
export type CalendarDate = string;

export interface Identifier {
  readonly value: string;
  /** ISO 6523 ICD or the list the term asks for, e.g. 0009 for a SIRET. */
  readonly scheme?: string;
}

export interface Note {
  /** BT-21 */
  readonly subjectCode?: string;
  /** BT-22 */
  readonly text: string;
}

export interface PrecedingInvoice {
  /** BT-25 */
  readonly number?: string;
  /** BT-26 */
  readonly issueDate?: CalendarDate;
}

export interface PostalAddress {
  readonly line1?: string;
  readonly line2?: string;
  readonly line3?: string;
  readonly city?: string;
  readonly postCode?: string;
  readonly subdivision?: string;
  /** ISO 3166-1 alpha-2 */
  readonly country?: string;
}

export interface Contact {
  readonly point?: string;
  readonly telephone?: string;
  readonly email?: string;
}

export interface Seller {
  /** BT-27 */
  readonly name?: string;
  /** BT-28 */
  readonly tradingName?: string;
  /** BT-29 */
  readonly identifiers: readonly Identifier[];
  /** BT-30 */
  readonly legalRegistration?: Identifier;
  /** BT-31 */
  readonly vatIdentifier?: string;
  /** BT-32 */
  readonly taxRegistration?: string;
  /** BT-33 */
  readonly additionalLegalInformation?: string;
  /** BT-34 */
  readonly electronicAddress?: Identifier;
  /** BG-5 */
  readonly address?: PostalAddress;
  /** BG-6 */
  readonly contact?: Contact;
}

export interface Buyer {
  /** BT-44 */
  readonly name?: string;
  /** BT-45 */
  readonly tradingName?: string;
  /** BT-46 */
  readonly identifiers: readonly Identifier[];
  /** BT-47 */
  readonly legalRegistration?: Identifier;
  /** BT-48 */
  readonly vatIdentifier?: string;
  /** BT-49 */
  readonly electronicAddress?: Identifier;
  /** BG-8 */
  readonly address?: PostalAddress;
  /** BG-9 */
  readonly contact?: Contact;
}

export interface Payee {
  /** BT-59 */
  readonly name?: string;
  /** BT-60 */
  readonly identifier?: Identifier;
  /** BT-61 */
  readonly legalRegistration?: Identifier;
}

export interface TaxRepresentative {
  /** BT-62 */
  readonly name?: string;
  /** BT-63 */
  readonly vatIdentifier?: string;
  /** BG-12 */
  readonly address?: PostalAddress;
}

export interface Delivery {
  /** BT-70 */
  readonly partyName?: string;
  /** BT-71 */
  readonly location?: Identifier;
  /** BT-72 */
  readonly date?: CalendarDate;
  /** BG-15 */
  readonly address?: PostalAddress;
}

export interface Period {
  readonly start?: CalendarDate;
  readonly end?: CalendarDate;
}

export interface PaymentInstruction {
  /** BT-81, UNTDID 4461 */
  readonly meansCode?: string;
  /** BT-82 */
  readonly meansText?: string;
  /** BT-83 */
  readonly remittanceInformation?: string;
  /** BG-17 */
  readonly creditTransfer?: CreditTransfer;
  /** BG-18 */
  readonly card?: PaymentCard;
  /** BG-19 */
  readonly directDebit?: DirectDebit;
}

export interface CreditTransfer {
  /** BT-84 */
  readonly account?: string;
  /** BT-85 */
  readonly accountName?: string;
  /** BT-86 */
  readonly serviceProvider?: string;
}

export interface PaymentCard {
  /** BT-87 */
  readonly lastDigits?: string;
  /** BT-88 */
  readonly holderName?: string;
}

export interface DirectDebit {
  /** BT-89 */
  readonly mandateReference?: string;
  /** BT-90 */
  readonly creditorIdentifier?: string;
  /** BT-91 */
  readonly debitedAccount?: string;
}

/** BG-20 (allowance) or BG-21 (charge), on the document. */
export interface DocumentAllowanceCharge {
  /** BT-92, BT-99 */
  readonly amount?: Decimal;
  /** BT-93, BT-100 */
  readonly baseAmount?: Decimal;
  /** BT-94, BT-101 */
  readonly percentage?: Decimal;
  /** BT-95, BT-102 */
  readonly vatCategory?: string;
  /** BT-96, BT-103 */
  readonly vatRate?: Decimal;
  /** BT-97, BT-104 */
  readonly reason?: string;
  /** BT-98, BT-105 */
  readonly reasonCode?: string;
}

export interface Totals {
  /** BT-106 */
  readonly lines?: Decimal;
  /** BT-107 */
  readonly allowances?: Decimal;
  /** BT-108 */
  readonly charges?: Decimal;
  /** BT-109 */
  readonly taxExclusive?: Decimal;
  /** BT-110 */
  readonly vat?: Decimal;
  /** BT-111 */
  readonly vatInVatCurrency?: Decimal;
  /** BT-112 */
  readonly taxInclusive?: Decimal;
  /** BT-113 */
  readonly paid?: Decimal;
  /** BT-114 */
  readonly rounding?: Decimal;
  /** BT-115 */
  readonly due?: Decimal;
}

/** BG-23 */
export interface VatBreakdown {
  /** BT-116 */
  readonly taxableAmount?: Decimal;
  /** BT-117 */
  readonly taxAmount?: Decimal;
  /** BT-118, UNCL 5305: S, Z, E, AE, K, G, O, L, M, B */
  readonly category?: string;
  /** BT-119 */
  readonly rate?: Decimal;
  /** BT-120 */
  readonly exemptionReason?: string;
  /** BT-121 */
  readonly exemptionReasonCode?: string;
}

/** BG-24 */
export interface SupportingDocument {
  /** BT-122 */
  readonly reference?: string;
  /** BT-123 */
  readonly description?: string;
  /** BT-124 */
  readonly externalLocation?: string;
  /** BT-125 */
  readonly attachment?: EmbeddedFile;
}

export interface EmbeddedFile {
  /** The file's content in base64, without white space. */
  readonly contentBase64: string;
  /** BT-125-1 */
  readonly mediaType?: string;
  /** BT-125-2 */
  readonly fileName?: string;
}

/** BG-25 */
export interface InvoiceLine {
  /** BT-126 */
  readonly id?: string;
  /** BT-127 */
  readonly note?: string;
  /** BT-128 */
  readonly object?: Identifier;
  /** BT-129 */
  readonly quantity?: Decimal;
  /** BT-130, UN/ECE Recommendation 20 or 21 */
  readonly unit?: string;
  /** BT-131 */
  readonly netAmount?: Decimal;
  /** BT-132 */
  readonly orderLineReference?: string;
  /** BT-133 */
  readonly buyerAccountingReference?: string;
  /** BG-26 */
  readonly period?: Period;
  /** BG-27 */
  readonly allowances: readonly LineAllowanceCharge[];
  /** BG-28 */
  readonly charges: readonly LineAllowanceCharge[];
  /** BG-29 */
  readonly price: Price;
  /** BT-151 */
  readonly vatCategory?: string;
  /** BT-152 */
  readonly vatRate?: Decimal;
  /** BG-31 */
  readonly item: Item;
}

/** BG-27 (allowance) or BG-28 (charge), on a line. */
export interface LineAllowanceCharge {
  /** BT-136, BT-141 */
  readonly amount?: Decimal;
  /** BT-137, BT-142 */
  readonly baseAmount?: Decimal;
  /** BT-138, BT-143 */
  readonly percentage?: Decimal;
  /** BT-139, BT-144 */
  readonly reason?: string;
  /** BT-140, BT-145 */
  readonly reasonCode?: string;
}

export interface Price {
  /** BT-146 */
  readonly net?: Decimal;
  /** BT-147 */
  readonly discount?: Decimal;
  /** BT-148 */
  readonly gross?: Decimal;
  /** BT-149 */
  readonly baseQuantity?: Decimal;
  /** BT-150 */
  readonly baseQuantityUnit?: string;
}

export interface Item {
  /** BT-153 */
  readonly name?: string;
  /** BT-154 */
  readonly description?: string;
  /** BT-155 */
  readonly sellerIdentifier?: string;
  /** BT-156 */
  readonly buyerIdentifier?: string;
  /** BT-157 */
  readonly standardIdentifier?: Identifier;
  /** BT-158 */
  readonly classifications: readonly Classification[];
  /** BT-159 */
  readonly originCountry?: string;
  /** BG-32 */
  readonly attributes: readonly ItemAttribute[];
}

export interface Classification {
  readonly code: string;
  /** BT-158-1, UNTDID 7143 */
  readonly list?: string;
  /** BT-158-2 */
  readonly listVersion?: string;
}

export interface ItemAttribute {
  /** BT-160 */
  readonly name?: string;
  /** BT-161 */
  readonly value?: string;
}
