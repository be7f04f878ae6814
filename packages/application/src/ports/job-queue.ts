import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';

/** The work that goes on behind the scenes. Each job can be run again from the start without harm. */
export type Job =
  | { readonly kind: 'routeInvoice'; readonly ref: InvoiceRef }
  /** `pressing`: a person has asked for it, and waits. */
  | {
      readonly kind: 'deliverInvoice';
      readonly ref: InvoiceRef;
      readonly connectionId: string;
      readonly pressing?: boolean;
    }
  | { readonly kind: 'pullStatuses'; readonly recipientId: string; readonly connectionId: string }
  /** With a `reconciliationId`: one that a person has started. */
  | {
      readonly kind: 'reconcile';
      readonly recipientId: string;
      readonly connectionId: string;
      readonly reconciliationId?: string;
    }
  | { readonly kind: 'pullEngagements'; readonly recipientId: string; readonly connectionId: string }
  | { readonly kind: 'sendMail'; readonly mailId: string };

export interface JobQueue {
  /** With `startAfterSeconds`, not before then. */
  add(job: Job, options?: { readonly startAfterSeconds?: number }): Promise<void>;
  /** The same for very many of one kind, to be run in this order as far as they are of one entity. */
  addAll(jobs: readonly Extract<Job, { readonly kind: 'deliverInvoice' }>[]): Promise<void>;
}
