import type { Actor } from '@parvis/domain/access/actor';
import { structuresWhere } from '@parvis/domain/access/rights';
import type { Work } from '../ports/work.js';
import { shownSettings } from './connection-settings.js';
import type { AccountingConnection, DeliveryState } from './delivery-ledger.js';

export interface ListConnectionsPorts {
  readonly work: Work;
}

/** Without its secrets: of them only which are set. */
export type ShownConnection = Omit<AccountingConnection, 'cursor'> & {
  readonly secretsKept: readonly string[];
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
          const { plain, secretsKept } = shownSettings(settings);
          shown.push({ ...connection, settings: plain, secretsKept, counts });
        }
      }
      return shown;
    });
