import { deliveryKey } from './accounting-connector.js';
import type { AccountingConnection, Delivery } from './delivery-ledger.js';
import type { KeptExchange } from './exchange-store.js';
import type { ToldExchange } from './open-connector.js';

/** Hears what passes over a connection, to be kept afterwards. */
export interface Listener {
  readonly listen: (exchange: ToldExchange) => void;
  /** What was heard, as it is kept: about this delivery, or about none. */
  heard(delivery?: Delivery): KeptExchange[];
}

/** A person reads no further; what comes last says most. */
const MOST_KEPT = 40;

export const listenTo = ({ recipientId, id }: Pick<AccountingConnection, 'recipientId' | 'id'>): Listener => {
  const told: ToldExchange[] = [];
  return {
    listen: (exchange) => {
      told.push(exchange);
      if (told.length > MOST_KEPT) told.shift();
    },
    heard: (delivery) =>
      told.map((exchange) => ({
        ...exchange,
        recipientId,
        connectionId: id,
        ...(delivery ? aboutOf(delivery) : {}),
      })),
  };
};

const aboutOf = ({ ref, revision }: Delivery): Pick<KeptExchange, 'invoiceId' | 'key'> => ({
  invoiceId: ref.invoiceId,
  key: deliveryKey(ref.invoiceId, revision),
});
