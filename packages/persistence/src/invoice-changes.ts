import type { StoredInvoice } from '@parvis/application/invoice/invoice-store';
import type { EntityManager } from 'typeorm';

/** The channel on which changes of invoices are told to every gateway, once they are committed. */
export const CHANNEL = 'parvis_invoice_changed';

export interface InvoiceChange {
  readonly recipientId: string;
  readonly invoiceId: string;
  readonly supplierId: string;
  /** Of the event that changed the invoice. */
  readonly sequence: number;
}

/** Part of the transaction: heard if it commits, never if it does not. */
export const announce = async (
  manager: EntityManager,
  { ref: { recipientId, invoiceId }, supplierId, sequence }: StoredInvoice,
): Promise<void> => {
  const change: InvoiceChange = { recipientId, invoiceId, supplierId, sequence };
  await manager.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(change)]);
};
