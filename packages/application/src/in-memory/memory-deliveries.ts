import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import {
  type DeliveriesToReopen,
  type Delivery,
  type DeliveryLedger,
  deliveryStates,
  type StuckState,
} from '../accounting/delivery-ledger.js';
import type { StoredInvoice } from '../invoice/invoice-store.js';
import { deliveryHours } from './memory-delivery-hours.js';
import { pageOf } from './memory-page.js';
import { keyOf, type MemoryTables, refKey } from './memory-tables.js';

const deliveryKey = ({ ref, connectionId, revision }: Delivery): string =>
  keyOf(refKey(ref), connectionId, revision);

const leaseKey = (ref: InvoiceRef, connectionId: string): string => keyOf(refKey(ref), connectionId);

export const memoryDeliveries = ({
  deliveries,
  leases,
  appliedStatuses,
  invoices,
  connections,
}: MemoryTables): DeliveryLedger => {
  const newest = (matches: (delivery: Delivery) => boolean): Delivery | undefined =>
    [...deliveries.values()].filter(matches).sort((one, other) => other.revision - one.revision)[0];
  const ofRecipient = (recipientId: string, over?: string): Delivery[] =>
    [...deliveries.values()].filter(
      ({ ref, connectionId }) => ref.recipientId === recipientId && (over ?? connectionId) === connectionId,
    );
  const newestOf = ({ ref, connectionId }: Delivery): Delivery | undefined =>
    newest((delivery) => leaseKey(delivery.ref, delivery.connectionId) === leaseKey(ref, connectionId));
  const ofInvoice = (ref: InvoiceRef): Delivery[] =>
    [...deliveries.values()]
      .filter((delivery) => refKey(delivery.ref) === refKey(ref))
      .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  return {
    open: async (delivery) => {
      const key = deliveryKey(delivery);
      if (deliveries.has(key)) return undefined;
      deliveries.set(key, delivery);
      return delivery;
    },
    find: async (ref, connectionId) =>
      newest((delivery) => leaseKey(delivery.ref, delivery.connectionId) === leaseKey(ref, connectionId)),
    save: async (delivery) => {
      const key = deliveryKey(delivery);
      if (!deliveries.has(key)) throw new Error(`delivery ${key} does not exist`);
      deliveries.set(key, delivery);
      if (delivery.state !== 'sending') leases.delete(leaseKey(delivery.ref, delivery.connectionId));
    },
    ofInvoice: async (ref) => ofInvoice(ref),
    ofEachInvoice: async (refs) => refs.map(ofInvoice),
    findByRemoteId: async (recipientId, connectionId, remoteId) =>
      newest(
        (delivery) =>
          delivery.ref.recipientId === recipientId &&
          delivery.connectionId === connectionId &&
          delivery.remoteId === remoteId,
      ),
    list: async (recipientId, { connectionId, states = deliveryStates, limit, after, ...asked }) => {
      const selected = ofRecipient(recipientId, connectionId).filter(
        ({ state, ref }) => states.includes(state) && isOfAsked(invoices.get(refKey(ref)), asked),
      );
      const rank = (delivery: Delivery) => [-delivery.createdAt.getTime(), deliveryKey(delivery)];
      const { rows, next, cursors } = pageOf(selected, rank, {
        limit,
        ...(after === undefined ? {} : { after }),
      });
      return { deliveries: rows, next, cursors };
    },
    refsUnderWay: async (recipientId, connectionId) =>
      ofRecipient(recipientId, connectionId)
        .filter(({ state }) => state === 'waiting' || state === 'sending')
        .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
        .map(({ ref }) => ref),
    reopen: async (recipientId, connectionId, which, limit) => {
      const reopened = ofRecipient(recipientId, connectionId)
        .filter((delivery) => isToReopen(delivery, which) && newestOf(delivery) === delivery)
        .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
        .slice(0, limit);
      for (const { nextAttemptAt, problem, problemCode, ...delivery } of reopened)
        deliveries.set(deliveryKey(delivery), { ...delivery, state: 'waiting', attempts: 0 });
      return reopened.map(({ ref }) => ref);
    },
    overdue: async (before, limit) =>
      [...deliveries.values()]
        .filter(
          ({ state, ref, connectionId }) =>
            (state === 'waiting' || state === 'sending') &&
            connections.get(keyOf(ref.recipientId, connectionId))?.active,
        )
        .filter((delivery) => dueAt(delivery) < before)
        .sort((one, other) => dueAt(one).getTime() - dueAt(other).getTime())
        .slice(0, limit)
        .map(({ ref, connectionId }) => ({ ref, connectionId })),
    perHour: async (recipientId, connectionId, from) =>
      deliveryHours(ofRecipient(recipientId, connectionId), from),
    countByState: async (recipientId, connectionId) =>
      [...Map.groupBy(ofRecipient(recipientId, connectionId), ({ state }) => state)].map(
        ([state, group]) => ({
          state,
          count: group.length,
        }),
      ),
    lease: async (ref, connectionId, until, now) => {
      const held = leases.get(leaseKey(ref, connectionId));
      if (held && held > now) return false;
      leases.set(leaseKey(ref, connectionId), until);
      return true;
    },
    markApplied: async (applied) => {
      const key = keyOf(applied.recipientId, applied.connectionId, applied.fingerprint);
      if (appliedStatuses.has(key)) return false;
      appliedStatuses.set(key, applied);
      return true;
    },
  };
};

const isToReopen = (
  { state, nextAttemptAt, deliveredAt, lastAttemptAt }: Delivery,
  which: DeliveriesToReopen,
): boolean => {
  if ('states' in which) {
    const asked: readonly string[] = which.states satisfies readonly StuckState[];
    return asked.includes(state) && (state !== 'waiting' || nextAttemptAt !== undefined);
  }
  if (state !== 'delivered' || !deliveredAt || !lastAttemptAt) return false;
  return deliveredAt >= which.deliveredFrom && lastAttemptAt < which.triedBefore;
};

const isOfAsked = (
  invoice: StoredInvoice | undefined,
  { text, services }: { readonly text?: string; readonly services?: readonly string[] },
): boolean => {
  const { number = '', supplierName = '', engagementNumber = '', serviceCode } = invoice ?? {};
  const words = [number, supplierName, engagementNumber].join('\u001f').toLowerCase();
  return (
    (services === undefined || (serviceCode !== undefined && services.includes(serviceCode))) &&
    words.includes((text ?? '').toLowerCase())
  );
};

const dueAt = ({ nextAttemptAt, lastAttemptAt, createdAt }: Delivery): Date =>
  nextAttemptAt ?? lastAttemptAt ?? createdAt;
