import type { Actor } from '@parvis/domain/access/actor';
import { accept, type Result } from '@parvis/domain/result/result';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { ConnectionRefusal } from './connection-refusal.js';
import type { AccountingConnection } from './delivery-ledger.js';
import { connectionWithin } from './operated-connection.js';
import { type ShownConnection, showConnection } from './shown-connection.js';
import { traceConnection } from './trace-connection.js';
import { wakeDeliveries } from './wake-deliveries.js';

export interface SetConnectionActivePorts {
  readonly work: Work;
  readonly now: Clock;
}

export interface SetConnectionActiveCommand {
  readonly connectionId: string;
  /** False pauses: nothing goes out, nothing is read, everything waits. */
  readonly active: boolean;
}

export type SetConnectionActive = (
  command: SetConnectionActiveCommand,
  actor: Actor,
) => Promise<Result<ShownConnection, ConnectionRefusal>>;

/** Pauses a connection, or resumes it: then what waited goes out, oldest first, and its news are fetched at once. */
export const makeSetConnectionActive =
  ({ work, now }: SetConnectionActivePorts): SetConnectionActive =>
  ({ connectionId, active }, actor) =>
    work.run(async (stores) => {
      const found = await connectionWithin(stores, connectionId, actor);
      if (!found.ok) return found;
      if (found.value.active === active) return accept(await showConnection(stores, found.value));
      const at = now();
      const { pausedAt: _pausedAt, lastProblem: _lastProblem, ...before } = found.value;
      const connection: AccountingConnection = { ...before, active, ...(active ? {} : { pausedAt: at }) };
      const { recipientId } = connection;
      await stores.connections.change(connection);
      // What stood in the way is behind whoever resumes; whoever pauses has a reason of their own.
      await stores.connections.noteProblem(recipientId, connectionId, undefined, at);
      await traceConnection(stores, actor, connection, {
        act: active ? 'connection.resumed' : 'connection.paused',
        at,
        details: {},
      });
      if (active) {
        await wakeDeliveries(stores, connection);
        await stores.jobs.add({ kind: 'pullStatuses', recipientId, connectionId });
      }
      return accept(await showConnection(stores, connection));
    });
