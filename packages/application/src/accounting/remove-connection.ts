import type { Actor } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { ConnectionRefusal } from './connection-refusal.js';
import { connectionWithin } from './operated-connection.js';
import { traceConnection, tracedConnection } from './trace-connection.js';

export interface RemoveConnectionPorts {
  readonly work: Work;
  readonly now: Clock;
}

export interface RemoveConnectionCommand {
  readonly connectionId: string;
}

export type RemoveConnection = (
  command: RemoveConnectionCommand,
  actor: Actor,
) => Promise<Result<{ readonly connectionId: string }, ConnectionRefusal>>;

/** Takes away a connection over which nothing was ever delivered, with its secrets. */
export const makeRemoveConnection =
  ({ work, now }: RemoveConnectionPorts): RemoveConnection =>
  ({ connectionId }, actor) =>
    work.run(async (stores) => {
      const found = await connectionWithin(stores, connectionId, actor);
      if (!found.ok) return found;
      const { recipientId } = found.value;
      if (!(await stores.connections.remove(recipientId, connectionId)))
        return refuse({ code: 'connection-used' });
      await traceConnection(stores, actor, found.value, {
        act: 'connection.removed',
        at: now(),
        details: { before: tracedConnection(found.value) },
      });
      return accept({ connectionId });
    });
