import type { Stores } from '../ports/work.js';
import type { DeliveryKey, ReceivedStatus } from './accounting-connector.js';
import { readDeliveryKey } from './delivery-key.js';
import type { AccountingConnection, Delivery } from './delivery-ledger.js';

/**
 * Which of our deliveries a received status speaks of: by the key it was sent under, else by its identifier there.
 * The key also tells a bill whose creation we never heard of, because we died in between.
 */
export const findDelivery = async (
  deliveries: Stores['deliveries'],
  { recipientId, id }: AccountingConnection,
  { key, reference }: Pick<ReceivedStatus, 'key' | 'reference'>,
): Promise<Delivery | undefined> =>
  (key && (await findByKey(deliveries, { recipientId, id }, key))) ??
  (await deliveries.findByRemoteId(recipientId, id, reference.id));

const findByKey = async (
  deliveries: Stores['deliveries'],
  { recipientId, id }: Pick<AccountingConnection, 'recipientId' | 'id'>,
  key: DeliveryKey,
): Promise<Delivery | undefined> => {
  const read = readDeliveryKey(key);
  if (!read) return undefined;
  const all = await deliveries.ofInvoice({ recipientId, invoiceId: read.invoiceId });
  return all.find((delivery) => delivery.connectionId === id && delivery.revision === read.revision);
};
