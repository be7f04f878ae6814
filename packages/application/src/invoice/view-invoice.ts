import type { Actor } from '@parvis/domain/access/actor';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { LifeCycleEvent } from '@parvis/domain/life-cycle/event';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Delivery } from '../accounting/delivery-ledger.js';
import type { InvoiceDocument } from '../documents/document-store.js';
import type { Work } from '../ports/work.js';
import { type InvoiceSide, readableSide, seesDeliveries } from './invoice-access.js';
import type { StoredInvoice } from './invoice-store.js';
import { actionsOffered, type OfferedAction } from './offered-actions.js';

export interface ViewInvoicePorts {
  readonly work: Work;
}

export interface InvoiceView {
  readonly invoice: StoredInvoice;
  /** Oldest first. */
  readonly events: readonly LifeCycleEvent[];
  readonly documents: readonly InvoiceDocument[];
  /** For whoever may look at the recipient's connections; empty for others. */
  readonly deliveries: readonly Delivery[];
  /** On whose behalf the actor sees it. */
  readonly side: InvoiceSide;
  /** What this actor may do now. */
  readonly actions: readonly OfferedAction[];
}

export type ViewInvoice = (
  ref: InvoiceRef,
  actor: Actor,
) => Promise<Result<InvoiceView, { readonly code: 'invoice-not-found' }>>;

/** One invoice with its history, for its supplier and its recipient. */
export const makeViewInvoice =
  ({ work }: ViewInvoicePorts): ViewInvoice =>
  (ref, actor) =>
    work.run(async ({ invoices, deliveries }) => {
      const invoice = await invoices.find(ref);
      const side = invoice && readableSide(actor, invoice);
      if (!invoice || !side) return refuse({ code: 'invoice-not-found' });
      return accept({
        invoice,
        events: await invoices.eventsOf(ref),
        documents: await invoices.documentsOf(ref),
        deliveries: seesDeliveries(actor, side, ref) ? await deliveries.ofInvoice(ref) : [],
        side,
        actions: actionsOffered(actor, side, invoice),
      });
    });
