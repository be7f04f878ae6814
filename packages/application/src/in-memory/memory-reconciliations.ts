import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import type { Delivery } from '../accounting/delivery-ledger.js';
import type { ReconciliationStore, SentInvoice } from '../accounting/reconciliation-store.js';
import { pageOf } from './memory-page.js';
import { keyOf, type MemoryTables, refKey } from './memory-tables.js';

export const memoryReconciliations = (tables: MemoryTables): ReconciliationStore => {
  const { reconciliations, discrepancies, invoices, deliveries, connections } = tables;
  const ofConnection = (recipientId: string, connectionId: string) =>
    [...reconciliations.values()]
      .filter((one) => one.recipientId === recipientId && one.connectionId === connectionId)
      .sort((one, other) => other.startedAt.getTime() - one.startedAt.getTime());
  const sent = (recipientId: string, connectionId: string): SentInvoice[] => {
    const over = [...deliveries.values()].filter(
      ({ ref, connectionId: id }) => ref.recipientId === recipientId && id === connectionId,
    );
    return [...Map.groupBy(over, ({ ref }) => refKey(ref))].flatMap(([key, revisions]) => {
      const invoice = invoices.get(key);
      if (!invoice) return [];
      const { taxInclusive, typeCode, number, status, ref } = invoice;
      const gross = isCreditNote(typeCode) ? taxInclusive.negated() : taxInclusive;
      return [
        { invoiceId: ref.invoiceId, number, status, gross: gross.toString(), ...deliveriesIn(revisions) },
      ];
    });
  };
  return {
    start: async (reconciliation) => {
      reconciliations.set(keyOf(reconciliation.recipientId, reconciliation.id), reconciliation);
    },
    finish: async (reconciliation, found) => {
      const key = keyOf(reconciliation.recipientId, reconciliation.id);
      if (!reconciliations.has(key)) throw new Error(`reconciliation ${key} does not exist`);
      reconciliations.set(key, reconciliation);
      discrepancies.set(key, found);
    },
    find: async (recipientId, id) => reconciliations.get(keyOf(recipientId, id)),
    ofConnection: async (recipientId, connectionId, limit) =>
      ofConnection(recipientId, connectionId).slice(0, limit),
    newestForChange: async (recipientId, connectionId) => ofConnection(recipientId, connectionId)[0],
    discrepancies: async (recipientId, id, { finding, ...window }) => {
      const placed = (discrepancies.get(keyOf(recipientId, id)) ?? []).map((found, place) => ({
        found,
        place,
      }));
      const chosen = placed.filter(({ found }) => finding === undefined || found.finding === finding);
      const { rows, next } = pageOf(chosen, ({ place }) => [place], window);
      return { discrepancies: rows.map(({ found }) => found), next };
    },
    sent: async (recipientId, connectionId, window) => {
      const { rows, next } = pageOf(sent(recipientId, connectionId), ({ invoiceId }) => [invoiceId], window);
      return { invoices: rows, next };
    },
    sentAmong: async (recipientId, connectionId, ids) =>
      sent(recipientId, connectionId).filter(({ invoiceId }) => ids.includes(invoiceId)),
    sentElsewhere: async (recipientId, connectionId, ids) => {
      const all = [...connections.values()];
      const own = all.find(({ id }) => id === connectionId);
      const near = all
        .filter((one) => one.recipientId === recipientId || one.system === own?.system)
        .map((one) => one.recipientId);
      return new Set(
        [...deliveries.values()]
          .filter(
            (one) =>
              near.includes(one.ref.recipientId) &&
              one.connectionId !== connectionId &&
              ids.includes(one.ref.invoiceId),
          )
          .map(({ ref }) => ref.invoiceId),
      );
    },
  };
};

const isGone = ({ state, problemCode }: Delivery): boolean =>
  state === 'needsAttention' && problemCode === 'gone-there';

const deliveriesIn = (
  revisions: readonly Delivery[],
): Pick<SentInvoice, 'state' | 'isGone' | 'wasDelivered' | 'remoteId' | 'remoteNumber' | 'touchedAt'> => {
  const [last, ...others] = revisions.toSorted((one, other) => other.revision - one.revision);
  if (!last) throw new Error('an invoice that was sent has a delivery');
  const all = [last, ...others];
  const instants = all.flatMap(({ createdAt, lastAttemptAt, deliveredAt }) =>
    [createdAt, lastAttemptAt, deliveredAt].map((at) => at?.getTime() ?? 0),
  );
  return {
    state: last.state,
    isGone: isGone(last),
    wasDelivered: all.some((one) => one.state === 'delivered' || isGone(one)),
    ...(last.remoteId === undefined ? {} : { remoteId: last.remoteId }),
    ...(last.remoteNumber === undefined ? {} : { remoteNumber: last.remoteNumber }),
    touchedAt: new Date(Math.max(...instants)),
  };
};
