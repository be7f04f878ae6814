import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import type { DeliveryState } from './delivery-ledger.js';

/** One comparison of what we delivered with what stands in the books. */
export interface Reconciliation {
  readonly recipientId: string;
  readonly connectionId: string;
  readonly id: string;
  readonly startedAt: Date;
  /** Undefined while it runs. */
  readonly finishedAt?: Date;
  /** The system stopped answering half-way, in words; nothing is concluded then. */
  readonly problem?: { readonly fr: string; readonly en: string };
  readonly counts: FindingCounts;
}

/** `same`: in both, same amount. */
export const findings = [
  'same',
  'onlyHere',
  'onlyThere',
  'differentAmount',
  'twice',
  'cancelledThere',
] as const;

export type Finding = (typeof findings)[number];

export type FindingCounts = Readonly<Record<Finding, number>>;

export const noFindings: FindingCounts = {
  same: 0,
  onlyHere: 0,
  onlyThere: 0,
  differentAmount: 0,
  twice: 0,
  cancelledThere: 0,
};

/** One invoice or bill that is not the same on both sides. */
export interface Discrepancy {
  readonly finding: Exclude<Finding, 'same'>;
  readonly ref?: InvoiceRef;
  readonly invoiceNumber?: string;
  readonly grossHere?: string;
  readonly grossThere?: string;
  readonly remoteId?: string;
  readonly remoteNumber?: string;
}

/** An invoice that was sent over a connection, as we know it. */
export interface SentInvoice {
  readonly invoiceId: string;
  readonly number: string;
  /** With VAT, credit notes below zero, as the books count: `-120.00`. */
  readonly gross: string;
  readonly status: Status;
  /** Of its last revision over this connection. */
  readonly state: DeliveryState;
  /** That last revision was found to be gone there. */
  readonly isGone: boolean;
  /** Whether a revision of it has ever been delivered over this connection. */
  readonly wasDelivered: boolean;
  readonly remoteId?: string;
  readonly remoteNumber?: string;
  /** When one of its deliveries last changed. */
  readonly touchedAt: Date;
}

export interface ReconciliationStore {
  start(reconciliation: Reconciliation): Promise<void>;
  /** Replaces what was kept under this identifier. */
  finish(reconciliation: Reconciliation, discrepancies: readonly Discrepancy[]): Promise<void>;
  find(recipientId: string, reconciliationId: string): Promise<Reconciliation | undefined>;
  /** Newest first. */
  ofConnection(recipientId: string, connectionId: string, limit: number): Promise<readonly Reconciliation[]>;
  /** The newest; nobody else starts one over this connection until this unit of work ends. */
  newestForChange(recipientId: string, connectionId: string): Promise<Reconciliation | undefined>;
  /** In the order in which they were given; throws a RangeError for a cursor that no page gave. */
  discrepancies(
    recipientId: string,
    reconciliationId: string,
    page: { readonly finding?: Discrepancy['finding']; readonly limit: number; readonly after?: string },
  ): Promise<DiscrepancyPage>;
  /** Every invoice sent over the connection, in an order of its own. */
  sent(
    recipientId: string,
    connectionId: string,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly invoices: readonly SentInvoice[]; readonly next: string | undefined }>;
  /** Those of these invoices that were sent over the connection, in no order. */
  sentAmong(
    recipientId: string,
    connectionId: string,
    invoiceIds: readonly string[],
  ): Promise<readonly SentInvoice[]>;
  /**
   * Those of these invoices that were sent over another connection: one of the entity, or one of another entity to a system
   * of the same kind, as the budgets of one town may share their books. Used in the platform's name.
   */
  sentElsewhere(
    recipientId: string,
    connectionId: string,
    invoiceIds: readonly string[],
  ): Promise<ReadonlySet<string>>;
}

export interface DiscrepancyPage {
  readonly discrepancies: readonly Discrepancy[];
  readonly next: string | undefined;
}
