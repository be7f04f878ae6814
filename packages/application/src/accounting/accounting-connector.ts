import type { StructureIdentifier } from '@parvis/domain/directory/structure-identifier';
import type { Bilingual } from '@parvis/domain/display/language';
import type { CalendarDate, Invoice } from '@parvis/domain/invoice/invoice';
import type { Action } from '@parvis/domain/life-cycle/transitions';

/**
 * What every accounting system must offer to receive our invoices and to tell what becomes of them. A connector never
 * posts, validates or pays anything in the entity's books, even where its account could.
 */
export interface AccountingConnector {
  readonly system: string;
  /** Reaches the system, signs in, and reads the reference data that deliveries will need. */
  check(): Promise<ConnectionHealth>;
  /**
   * Brings the invoice into the books. Sending twice with one key has one effect, whatever died in between; the second
   * call answers `alreadyKnown`.
   */
  deliver(envelope: InvoiceEnvelope, key: DeliveryKey): Promise<DeliveryOutcome>;
  /** What changed at or after the cursor; null for the beginning. Rows may come again: they are told apart by content. */
  statusesAfter(cursor: StatusCursor | null): Promise<StatusPage | Unavailable>;
  /**
   * Statuses were posted to us and lie here: that they can be read says nothing of how the system is, and they can be
   * read while it does not answer.
   */
  readonly newsIsHere?: true;
  /** What `deliver` would make of this invoice, with nothing written anywhere. */
  preview(envelope: InvoiceEnvelope): Promise<PreviewOutcome>;
  /**
   * Every bill there that bears a key of ours, in an order of its own, for the comparison of here and there. Absent where
   * the system cannot be asked.
   */
  billsThere?(after: string | null): Promise<BillsPage | Unavailable>;
  /** The orders the entity has placed there, for the check of engagement numbers. */
  engagements?(after: string | null): Promise<EngagementsPage | Unavailable>;
}

/** `parvis:<invoice uuid>:<revision>`. Letters, digits, `:` and `-` only: `_` and `%` are wildcards elsewhere. */
export type DeliveryKey = string & { readonly deliveryKey: true };

export const deliveryKey = (invoiceId: string, revision: number): DeliveryKey =>
  `parvis:${invoiceId}:${revision}` as DeliveryKey;

export interface InvoiceEnvelope {
  readonly invoice: Invoice;
  readonly supplier: EnvelopeSupplier;
  readonly recipient: { readonly siret: string; readonly name: string };
  readonly serviceCode?: string;
  readonly engagementNumber?: string;
  readonly paymentDueDate?: CalendarDate;
  /** The day on which the entity got it, in Paris: the payment period counts from there. */
  readonly receivedOn?: CalendarDate;
  /** The original first, then the readable copy, then what was added later. */
  readonly files: readonly EnvelopeFile[];
}

/** Known by its SIRET, or, from abroad and overseas, by an identifier of another register. */
export type EnvelopeSupplier = { readonly name: string } & (
  | { readonly siret: string; readonly otherIdentifier?: undefined }
  | { readonly siret?: undefined; readonly otherIdentifier: StructureIdentifier }
);

export interface EnvelopeFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface ExternalReference {
  /** The other system's own identifier. */
  readonly id: string;
  /** The number its users know it by, once it has one. */
  readonly number?: string;
}

export type DeliveryOutcome =
  | { readonly kind: 'accepted' | 'alreadyKnown'; readonly reference: ExternalReference }
  /** A person must act; never retried by itself. */
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: Bilingual }
  | Unavailable;

/** Retried with back-off, then parked. */
export interface Unavailable {
  readonly kind: 'unavailable';
  readonly message: Bilingual;
  readonly retryAfterSeconds?: number;
  /** What the system refused, where it answered: waiting alone mends nothing. */
  readonly refusal?: RefusalCode;
}

export const refusalCodes = [
  'credentials-refused',
  'right-missing',
  'reference-data-missing',
  'amount-differs',
  'typed-in-by-hand',
  'gone-there',
  'validation-refused',
  'answer-not-understood',
  'target-refused',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** Opaque to us: each connector writes and reads its own. */
export type StatusCursor = string;

export interface StatusPage {
  readonly kind: 'page';
  readonly statuses: readonly ReceivedStatus[];
  readonly next: StatusCursor;
  readonly more: boolean;
}

/** One state of one bill as the accounting system tells it. */
export interface ReceivedStatus {
  readonly reference: ExternalReference;
  /** The key we delivered under, where the system kept it. */
  readonly key?: DeliveryKey;
  /** The other system's own word, always kept. */
  readonly sourceCode: string;
  /** The acts that lead there, in the order of the life cycle; empty when the word means nothing to us. */
  readonly actions: readonly Action[];
  readonly occurredAt: Date;
  readonly reason?: string;
}

export type ConnectionHealth = (
  | { readonly kind: 'fine'; readonly version: string }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: Bilingual }
  | Unavailable
) & {
  /** What was looked at, one by one, in the order in which a person would mend it. */
  readonly points?: readonly CheckPoint[];
};

/** One thing that deliveries need: « l'identifiant et le mot de passe », « le journal ACH ». */
export interface CheckPoint {
  /** `address`, `credentials`, `journal`…: stable, the connector's own. */
  readonly subject: string;
  readonly label: Bilingual;
  readonly state: 'fine' | 'wrong' | 'notLookedAt';
  /** What was found: « Tryton 6.0.29 », « journal ACH introuvable : créez-le ou choisissez-en un autre ». */
  readonly message: Bilingual;
}

export type PreviewOutcome =
  | { readonly kind: 'preview'; readonly bill: BillPreview }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: Bilingual }
  | Unavailable;

/** A bill as it would stand in the entity's books. Amounts as decimals in euros, credit notes below zero. */
export interface BillPreview {
  readonly supplier: {
    readonly name: string;
    readonly identifier: string;
    /** `made`: nobody bears this identifier there yet. `unknown`: the system cannot be asked. */
    readonly there: 'found' | 'made' | 'unknown';
  };
  readonly journal?: string;
  readonly lines: readonly BillPreviewLine[];
  readonly totals: { readonly net: string; readonly vat: string; readonly gross: string };
  readonly files: readonly string[];
  /** The text that would be written, for systems that take files. */
  readonly document?: { readonly fileName: string; readonly mediaType: string; readonly text: string };
  /** What a person should know before saying yes. */
  readonly remarks: readonly Bilingual[];
}

export interface BillPreviewLine {
  readonly label: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly net: string;
  /** The account it would stand on, and the tax, each as its users know it. */
  readonly account?: string;
  readonly tax?: string;
}

/** One bill of the entity's books, as the comparison needs it. */
export interface BillThereNow {
  readonly reference: ExternalReference;
  readonly key?: DeliveryKey;
  /** The supplier's own number. */
  readonly invoiceNumber?: string;
  readonly supplierIdentifier?: string;
  /** With VAT, credit notes below zero: `-120.00`. */
  readonly gross: string;
  readonly sourceCode: string;
  readonly cancelled: boolean;
}

export interface BillsPage {
  readonly kind: 'page';
  readonly bills: readonly BillThereNow[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

export interface EngagementThere {
  readonly number: string;
  readonly serviceCode?: string;
  readonly supplierSiret?: string;
  readonly label?: string;
  /** With VAT, in euros; undefined where the system does not tell. */
  readonly amountLeft?: string;
  readonly validUntil?: CalendarDate;
  readonly closed: boolean;
}

export interface EngagementsPage {
  readonly kind: 'page';
  readonly engagements: readonly EngagementThere[];
  readonly next: string | null;
}
