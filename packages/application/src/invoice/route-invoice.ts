import { receivesAt } from '@parvis/domain/directory/receives-at';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { calendarDay } from '@parvis/domain/time/paris';
import type { Clock, MarkPoint, Sha256 } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
import { platformActor } from './acting-role.js';
import { recordEvent } from './record-event.js';

export interface RouteInvoicePorts {
  readonly work: Work;
  readonly now: Clock;
  readonly sha256: Sha256;
  readonly mark: MarkPoint;
}

export type RouteInvoice = (ref: InvoiceRef) => Promise<void>;

/**
 * Brings a deposited invoice to its recipient, which starts the legal clock; rejects it when the recipient has closed
 * meanwhile. Run again, it does nothing.
 */
export const makeRouteInvoice =
  ({ work, mark, ...ports }: RouteInvoicePorts): RouteInvoice =>
  async (ref) => {
    await work.run(async (stores) => {
      await route(stores, ports, ref);
      mark('route.beforeCommit');
    });
    mark('route.afterCommit');
  };

const route = async (
  stores: Stores,
  { now, sha256 }: Pick<RouteInvoicePorts, 'now' | 'sha256'>,
  ref: InvoiceRef,
): Promise<void> => {
  const invoice = await stores.invoices.findForChange(ref);
  if (!invoice) throw new Error(`invoice ${ref.invoiceId} does not exist`);
  if (invoice.status !== 'deposited') return;
  const recipient = await stores.directory.findRecipientById(ref.recipientId);
  const at = now();
  const entry = { actor: platformActor, moves: true, occurredAt: at, recordedAt: at, documents: [] };
  await recordEvent(
    stores,
    sha256,
    invoice,
    recipient && receivesAt(recipient, calendarDay(invoice.depositedAt))
      ? { ...entry, action: 'makeAvailable', to: 'madeAvailable' }
      : { ...entry, action: 'reject', to: 'rejected', reason: { code: 'DEST_INC' } },
  );
};
