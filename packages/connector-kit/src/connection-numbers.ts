import type { AccountingConnection } from '@parvis/application/accounting/delivery-ledger';
import type { Clock } from '@parvis/application/ports/platform';
import type { Work } from '@parvis/application/ports/work';
import type { ConnectorNumbers } from './connector-tools.js';

/** Numbers out of the entity's store, each given in a unit of work of its own: what follows may fail, it stays given. */
export const connectionNumbersOf =
  (work: Work, now: Clock) =>
  ({ recipientId }: AccountingConnection): ConnectorNumbers => ({
    next: (sequence, key, first = 1) =>
      work.run(({ connectionNumbers }) =>
        connectionNumbers.next(recipientId, sequence, key, { first, at: now() }),
      ),
    find: (sequence, key) =>
      work.run(({ connectionNumbers }) => connectionNumbers.find(recipientId, sequence, key)),
    note: (sequence, key, note) =>
      work.run(({ connectionNumbers }) => connectionNumbers.note(recipientId, sequence, key, note)),
    after: (sequence, number, limit) =>
      work.run(({ connectionNumbers }) => connectionNumbers.after(recipientId, sequence, number, limit)),
  });
