import type { AccountingConnector } from './accounting-connector.js';
import type { AccountingConnection } from './delivery-ledger.js';

/** The connector that speaks to this connection's system; throws a failure for a system or settings nobody knows. */
export type OpenConnector = (connection: AccountingConnection) => AccountingConnector;
