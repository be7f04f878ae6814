import type { Decimal } from '@parvis/domain/amount/decimal';
import type { CalendarDate, Invoice } from '@parvis/domain/invoice/invoice';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { LifeCycleEvent } from '@parvis/domain/life-cycle/event';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import type { Fault } from '@parvis/domain/rules/fault';
import type { InvoiceDocument } from '../documents/document-store.js';

/** An invoice as the platform keeps it: what was sent, where it goes, where it stands. */
export interface StoredInvoice {
  readonly ref: InvoiceRef;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly recipientName: string;
  /** BT-1, as sent. */
  readonly number: string;
  readonly issueDate: CalendarDate;
  readonly typeCode: string;
  readonly currency: string;
  readonly taxExclusive: Decimal;
  readonly taxInclusive: Decimal;
  readonly due: Decimal;
  readonly serviceCode?: string;
  readonly engagementNumber?: string;
  /** As `formats` names it: `ubl-invoice`, `ubl-credit-note`, `cii`, `factur-x`. */
  readonly syntax: string;
  readonly channel: DepositChannel;
  readonly status: Status;
  /** Sequence of the last event; two acts on the same sequence cannot both win. */
  readonly sequence: number;
  readonly lastEventHash: string;
  readonly depositedAt: Date;
  readonly madeAvailableAt?: Date;
  readonly statusSince: Date;
  /** The legal limit to pay (délai global de paiement), once the clock has started. */
  readonly paymentDueDate?: CalendarDate;
  /** What the rules said that did not stop the deposit. */
  readonly warnings: readonly Fault[];
  /** The whole invoice in EN 16931 terms. */
  readonly content: Invoice;
}

export type DepositChannel = 'portal' | 'api' | 'command';

export interface InvoiceStore {
  /** Adds the invoice with its first event and its original document. */
  add(invoice: StoredInvoice, event: LifeCycleEvent, documents: readonly InvoiceDocument[]): Promise<void>;
  find(ref: InvoiceRef): Promise<StoredInvoice | undefined>;
  /** As `find`, and nobody else changes it until this unit of work ends. */
  findForChange(ref: InvoiceRef): Promise<StoredInvoice | undefined>;
  /**
   * Stores the next event, the documents it adds and the invoice as it stands after it, and announces the change to whoever listens once the
   * unit of work is committed.
   */
  append(invoice: StoredInvoice, event: LifeCycleEvent, documents: readonly InvoiceDocument[]): Promise<void>;
  eventsOf(ref: InvoiceRef): Promise<LifeCycleEvent[]>;
  documentsOf(ref: InvoiceRef): Promise<InvoiceDocument[]>;
  /** For lists, in one question to the database however many there are; the answers stand in the order of `refs`. */
  findEach(refs: readonly InvoiceRef[]): Promise<(StoredInvoice | undefined)[]>;
  eventsOfEach(refs: readonly InvoiceRef[]): Promise<LifeCycleEvent[][]>;
  documentsOfEach(refs: readonly InvoiceRef[]): Promise<InvoiceDocument[][]>;
}

/** One number per supplier and year of issue, whatever the recipient. */
export interface InvoiceNumberRegistry {
  /** Undefined when the number is now ours; else the invoice that already bears it. */
  reserve(claim: NumberClaim): Promise<InvoiceRef | undefined>;
  find(key: NumberKey): Promise<InvoiceRef | undefined>;
}

export interface NumberKey {
  readonly supplierId: string;
  /** Year of BT-2. */
  readonly year: number;
  readonly number: string;
}

export interface NumberClaim extends NumberKey {
  readonly ref: InvoiceRef;
}

/** The keys under which programs repeat a deposit whose answer they lost. */
export interface DepositKeyStore {
  find(supplierId: string, key: string): Promise<DepositKeyUse | undefined>;
  /** False when the key is used already, perhaps since a moment ago by a deposit made at the same time. */
  add(use: DepositKeyUse): Promise<boolean>;
}

export interface DepositKeyUse {
  readonly supplierId: string;
  readonly key: string;
  /** SHA-256 of the file deposited under the key. */
  readonly sha256: string;
  readonly ref: InvoiceRef;
  readonly usedAt: Date;
}
