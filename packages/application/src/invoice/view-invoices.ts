import type { Actor } from '@parvis/domain/access/actor';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { Stores, Work } from '../ports/work.js';
import { type InvoiceSide, readableSide, seesDeliveries } from './invoice-access.js';
import type { StoredInvoice } from './invoice-store.js';
import { actionsOffered } from './offered-actions.js';
import type { InvoiceView } from './view-invoice.js';

export interface ViewInvoicesPorts {
  readonly work: Work;
}

/** In the order of `refs`; undefined for an invoice that does not exist or is not the actor's to see. */
export type ViewInvoices = (
  refs: readonly InvoiceRef[],
  actor: Actor,
) => Promise<(InvoiceView | undefined)[]>;

/** What `viewInvoice` answers, for the invoices of a list: as many questions to the database as for one. */
export const makeViewInvoices =
  ({ work }: ViewInvoicesPorts): ViewInvoices =>
  (refs, actor) =>
    work.run(async (stores) => {
      const found = await stores.invoices.findEach(refs);
      const readable = found.flatMap((invoice) => {
        const side = invoice && readableSide(actor, invoice);
        return invoice && side ? [{ invoice, side }] : [];
      });
      const views = await viewEach(stores, readable, actor);
      const byInvoice = new Map(views.map((view) => [view.invoice, view]));
      return found.map((invoice) => invoice && byInvoice.get(invoice));
    });

interface Readable {
  readonly invoice: StoredInvoice;
  readonly side: InvoiceSide;
}

const viewEach = async (
  { invoices, deliveries }: Stores,
  readable: readonly Readable[],
  actor: Actor,
): Promise<InvoiceView[]> => {
  const refs = readable.map(({ invoice }) => invoice.ref);
  const events = await invoices.eventsOfEach(refs);
  const documents = await invoices.documentsOfEach(refs);
  const shown = readable.map(({ invoice, side }) => seesDeliveries(actor, side, invoice.ref));
  const delivered = shown.includes(true) ? await deliveries.ofEachInvoice(refs) : [];
  return readable.map(({ invoice, side }, index) => ({
    invoice,
    events: events[index] ?? [],
    documents: documents[index] ?? [],
    deliveries: shown[index] ? (delivered[index] ?? []) : [],
    side,
    actions: actionsOffered(actor, side, invoice),
  }));
};
