import type { Actor } from '@parvis/domain/access/actor';
import { structuresWhere } from '@parvis/domain/access/rights';
import type { Work } from '../ports/work.js';
import type { AccountingConnection, DeliveryState } from './delivery-ledger.js';

export interface ListConnectionsPorts {
  readonly work: Work;
}

/** Without its settings: they hold other people's keys. */
export type ShownConnection = Omit<AccountingConnection, 'settings' | 'cursor'> & {
  /** How many of its deliveries stand in each state. */
  readonly counts: readonly { readonly state: DeliveryState; readonly count: number }[];
};

export type ListConnections = (actor: Actor) => Promise<ShownConnection[]>;

/** The accounting connections of the entities whose connector panel the actor may read. */
export const makeListConnections =
  ({ work }: ListConnectionsPorts): ListConnections =>
  (actor) =>
    work.run(async ({ connections, deliveries }) => {
      const shown: ShownConnection[] = [];
      for (const recipientId of structuresWhere(actor, 'connector:read')) {
        for (const { settings, cursor, ...connection } of await connections.ofRecipient(recipientId)) {
          const counts = await deliveries.countByState(recipientId, connection.id);
          shown.push({ ...connection, counts });
        }
      }
      return shown;
    });
