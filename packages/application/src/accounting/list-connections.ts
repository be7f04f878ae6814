import type { Actor } from '@parvis/domain/access/actor';
import { structuresWhere } from '@parvis/domain/access/rights';
import type { Work } from '../ports/work.js';
import { connectionWithin } from './operated-connection.js';
import { type ShownConnection, showConnection } from './shown-connection.js';

export interface ListConnectionsPorts {
  readonly work: Work;
}

export type ListConnections = (actor: Actor) => Promise<ShownConnection[]>;

/** The accounting connections of the entities whose connector panel the actor may read. */
export const makeListConnections =
  ({ work }: ListConnectionsPorts): ListConnections =>
  (actor) =>
    work.run(async (stores) => {
      const shown: ShownConnection[] = [];
      for (const recipientId of structuresWhere(actor, 'connector:read')) {
        for (const connection of await stores.connections.ofRecipient(recipientId))
          shown.push(await showConnection(stores, connection));
      }
      return shown;
    });

export type FindConnection = (connectionId: string, actor: Actor) => Promise<ShownConnection | undefined>;

/** One of them; undefined when it is none of the actor's. */
export const makeFindConnection =
  ({ work }: ListConnectionsPorts): FindConnection =>
  (connectionId, actor) =>
    work.run(async (stores) => {
      const found = await connectionWithin(stores, connectionId, actor, 'connector:read');
      return found.ok ? showConnection(stores, found.value) : undefined;
    });
