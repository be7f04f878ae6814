import type { AccountingConnection } from '@parvis/application/accounting/delivery-ledger';
import type { Work } from '@parvis/application/ports/work';
import type { ConnectionInbox } from './connector-tools.js';

/** What was posted over a connection, out of the entity's store: each reading a unit of work of its own. */
export const connectionInboxOf =
  (work: Work) =>
  ({ recipientId, id }: AccountingConnection): ConnectionInbox => ({
    after: (place, limit) => work.run(({ inbox }) => inbox.after(recipientId, id, place, limit)),
  });
