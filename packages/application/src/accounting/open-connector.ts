import type { AccountingConnector } from './accounting-connector.js';
import type { AccountingConnection } from './delivery-ledger.js';
import type { KeptExchange } from './exchange-store.js';

/** One question and its answer, as a connector tells of it: whose it is, the listener knows. */
export type ToldExchange = Omit<KeptExchange, 'recipientId' | 'connectionId' | 'invoiceId' | 'key'>;

/**
 * `listen` is told of every exchange, secrets removed, as it happens. `pressing`: a person waits, so that even a system
 * that is being left in peace is asked.
 */
export type OpenConnector = (
  connection: AccountingConnection,
  listen?: (exchange: ToldExchange) => void,
  pressing?: boolean,
) => AccountingConnector;
