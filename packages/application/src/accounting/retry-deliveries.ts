import type { Actor } from '@parvis/domain/access/actor';
import { accept, type Result } from '@parvis/domain/result/result';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { ConnectionRefusal } from './connection-refusal.js';
import { type StuckState, stuckStates } from './delivery-ledger.js';
import { connectionWithin } from './operated-connection.js';
import { type Reopened, reopenAll } from './reopen-all.js';

export interface RetryDeliveriesPorts {
  readonly work: Work;
  readonly now: Clock;
}

export interface RetryDeliveriesCommand {
  readonly connectionId: string;
  /** All that is stuck when left out. */
  readonly states?: readonly StuckState[];
}

export type RetryDeliveries = (
  command: RetryDeliveriesCommand,
  actor: Actor,
) => Promise<Result<Reopened, ConnectionRefusal>>;

/** Sends again everything that is stuck over a connection, oldest first. */
export const makeRetryDeliveries =
  (ports: RetryDeliveriesPorts): RetryDeliveries =>
  async ({ connectionId, states = stuckStates }, actor) => {
    const found = await ports.work.run((stores) => connectionWithin(stores, connectionId, actor));
    if (!found.ok) return found;
    const act = { act: 'connection.retried', details: { states } } as const;
    return accept(await reopenAll(ports, { connection: found.value, actor, which: { states }, ...act }));
  };
