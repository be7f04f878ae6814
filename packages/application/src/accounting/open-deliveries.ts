import type { LifeCycleEvent } from '@parvis/domain/life-cycle/event';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import type { StoredInvoice } from '../invoice/invoice-store.js';
import type { Stores } from '../ports/work.js';
import type { AccountingConnection, Delivery } from './delivery-ledger.js';

/** What an invoice's arrival in a status means to connections. A completed invoice comes back with what was added. */
const occasions: Partial<Record<Status, AccountingConnection['deliverWhen']>> = {
  madeAvailable: 'madeAvailable',
  completed: 'madeAvailable',
  serviceConfirmed: 'serviceConfirmed',
};

/** Opens the deliveries that the invoice's new status calls for, each with its job, once per revision. */
export const openDeliveries = async (
  stores: Stores,
  { ref, status }: Pick<StoredInvoice, 'ref' | 'status'>,
  now: Date,
): Promise<void> => {
  const occasion = occasions[status];
  for (const connection of await stores.connections.ofRecipient(ref.recipientId)) {
    if (!connection.live || connection.deliverWhen !== occasion) continue;
    const revision = await revisionToSend(stores, await stores.deliveries.find(ref, connection.id), ref);
    if (revision === undefined) continue;
    const delivery: Delivery = {
      ref,
      connectionId: connection.id,
      revision,
      state: 'waiting',
      attempts: 0,
      createdAt: now,
    };
    await stores.deliveries.open(delivery);
    await stores.jobs.add({ kind: 'deliverInvoice', ref, connectionId: connection.id });
  }
};

/** Undefined when nothing new is to be sent: what still waits takes along whatever was added meanwhile. */
export const revisionToSend = async (
  { invoices }: Stores,
  latest: Delivery | undefined,
  ref: StoredInvoice['ref'],
): Promise<number | undefined> => {
  if (!latest) return 1;
  if (latest.state !== 'delivered' && latest.state !== 'sending') return undefined;
  const sentAt = latest.lastAttemptAt ?? latest.createdAt;
  const wasCompletedSince = (await invoices.eventsOf(ref)).some(
    ({ action, recordedAt }: LifeCycleEvent) => action === 'complete' && recordedAt >= sentAt,
  );
  return wasCompletedSince ? latest.revision + 1 : undefined;
};
