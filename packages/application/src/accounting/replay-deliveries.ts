import type { Actor } from '@parvis/domain/access/actor';
import { accept, type Result } from '@parvis/domain/result/result';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { ConnectionRefusal } from './connection-refusal.js';
import { connectionWithin } from './operated-connection.js';
import { type Reopened, reopenAll } from './reopen-all.js';

export interface ReplayDeliveriesPorts {
  readonly work: Work;
  readonly now: Clock;
}

export interface ReplayDeliveriesCommand {
  readonly connectionId: string;
  /** What was delivered at or after this moment. */
  readonly from: Date;
}

export type ReplayDeliveries = (
  command: ReplayDeliveriesCommand,
  actor: Actor,
) => Promise<Result<Reopened, ConnectionRefusal>>;

/**
 * Delivers again, each under the key it has, what was delivered since a moment: after the other side was restored from a
 * backup, say. What stands there is found by its key and compared to the cent; what is missing is made again.
 */
export const makeReplayDeliveries =
  (ports: ReplayDeliveriesPorts): ReplayDeliveries =>
  async ({ connectionId, from }, actor) => {
    const found = await ports.work.run((stores) => connectionWithin(stores, connectionId, actor));
    if (!found.ok) return found;
    const which = { deliveredFrom: from, triedBefore: ports.now() };
    const act = { act: 'connection.replayed', details: { from: from.toISOString() } } as const;
    return accept(await reopenAll(ports, { connection: found.value, actor, which, ...act }));
  };
