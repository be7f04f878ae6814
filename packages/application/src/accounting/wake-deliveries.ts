import type { Stores } from '../ports/work.js';
import type { AccountingConnection } from './delivery-ledger.js';

/**
 * Enqueues at once what waits for a connection, oldest first, however long each was to wait for its next try. What is
 * being sent is looked at again too: whoever sent it may have died while the connection was paused.
 */
export const wakeDeliveries = async (
  { deliveries, jobs }: Stores,
  { recipientId, id: connectionId }: Pick<AccountingConnection, 'recipientId' | 'id'>,
): Promise<number> => {
  const waiting = await deliveries.refsUnderWay(recipientId, connectionId);
  await jobs.addAll(waiting.map((ref) => ({ kind: 'deliverInvoice', ref, connectionId })));
  return waiting.length;
};
