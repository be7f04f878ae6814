import type { StructureIdentifier } from '@parvis/domain/directory/structure-identifier';
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
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: string }
  | Unavailable;

/** Retried with back-off, then parked. */
export interface Unavailable {
  readonly kind: 'unavailable';
  readonly message: string;
  readonly retryAfterSeconds?: number;
}

export const refusalCodes = [
  'credentials-refused',
  'right-missing',
  'reference-data-missing',
  'amount-differs',
  'typed-in-by-hand',
  'validation-refused',
  'answer-not-understood',
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

export type ConnectionHealth =
  | { readonly kind: 'fine'; readonly version: string }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: string }
  | Unavailable;
