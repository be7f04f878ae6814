import type { LogProblem } from '../ports/operations-log.js';
import type { AccountingConnector } from './accounting-connector.js';
import type { AccountingConnection } from './delivery-ledger.js';
import type { OpenConnector } from './open-connector.js';

export interface OfferPorts {
  readonly openConnector: OpenConnector;
  readonly log: LogProblem;
}

/** Whether the system on the other side can be asked this. One whose settings cannot be read can be asked nothing. */
export const offersLookUp = (
  { openConnector, log }: OfferPorts,
  connection: AccountingConnection,
  lookUp: 'billsThere' | 'engagements',
): boolean => {
  try {
    const connector: AccountingConnector = openConnector(connection);
    return connector[lookUp] !== undefined;
  } catch (failure) {
    log('a connection could not be opened', { connectionId: connection.id }, failure);
    return false;
  }
};
