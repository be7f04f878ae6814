import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';

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
  readonly counts: Readonly<Record<Finding, number>>;
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

export interface ReconciliationStore {
  start(reconciliation: Reconciliation): Promise<void>;
  finish(reconciliation: Reconciliation, discrepancies: readonly Discrepancy[]): Promise<void>;
  /** Newest first. */
  ofConnection(recipientId: string, connectionId: string, limit: number): Promise<readonly Reconciliation[]>;
  discrepancies(
    recipientId: string,
    reconciliationId: string,
    page: { readonly finding?: Discrepancy['finding']; readonly limit: number; readonly after?: string },
  ): Promise<{ readonly discrepancies: readonly Discrepancy[]; readonly next: string | undefined }>;
}
