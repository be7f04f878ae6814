import type { Actor } from '@parvis/domain/access/actor';
import { structuresWhere } from '@parvis/domain/access/rights';
import { say } from '@parvis/domain/display/language';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { type AskingLimit, throttleAsking } from '../people/throttle-asking.js';
import type { LogProblem } from '../ports/operations-log.js';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import type { ConnectionHealth } from './accounting-connector.js';
import type { ConnectionRefusal } from './connection-refusal.js';
import type { AccountingConnection } from './delivery-ledger.js';
import { type Listener, listenTo } from './keep-exchanges.js';
import type { OpenConnector } from './open-connector.js';

export interface CheckConnectionPorts {
  readonly work: Work;
  readonly openConnector: OpenConnector;
  readonly now: Clock;
  readonly log: LogProblem;
}

export interface CheckConnectionCommand {
  /** May be left out: the connection is then looked for in the actor's entities. */
  readonly recipientId?: string;
  readonly connectionId: string;
}

export type CheckConnection = (
  command: CheckConnectionCommand,
  actor: Actor,
) => Promise<Result<ConnectionHealth, ActRefusal | ConnectionRefusal>>;

/** Reaches the accounting system now, says how it is, and keeps the problem beside the connection until it is gone. */
export const makeCheckConnection =
  (ports: CheckConnectionPorts): CheckConnection =>
  async ({ recipientId, connectionId }, actor) => {
    const operated = structuresWhere(actor, 'connector:operate');
    const candidates = recipientId === undefined ? operated : operated.filter((id) => id === recipientId);
    if (candidates.length === 0) return refuse({ code: 'not-allowed', right: 'connector:operate' });
    const connection = await findAmong(ports.work, candidates, connectionId);
    if (!connection) return refuse({ code: 'connection-not-found' });
    const listener = listenTo(connection);
    const heard = await ports.work.run(({ askings, asPlatform }) =>
      asPlatform(() => throttleAsking(askings, [limitOf(connection)], ports.now())),
    );
    if (!heard.ok) return refuse({ code: 'tested-too-often', retryAt: heard.refusal.retryAt });
    const health = await examine(ports, connection, listener);
    const problem = health.kind === 'fine' ? undefined : health.message;
    await ports.work.run(async ({ connections, exchanges }) => {
      await exchanges.add(listener.heard());
      await connections.noteProblem(connection.recipientId, connection.id, problem, ports.now());
    });
    return accept(health);
  };

/** Each signs in over there in the entity's name: some systems shut an account out that does so without end. */
const limitOf = ({ id }: AccountingConnection): AskingLimit => ({
  subject: `check of ${id}`,
  maximum: 20,
  windowInMs: 60_000,
});

const findAmong = (
  work: Work,
  recipientIds: readonly string[],
  connectionId: string,
): Promise<AccountingConnection | undefined> =>
  work.run(async ({ connections }) => {
    for (const recipientId of recipientIds) {
      const found = await connections.find(recipientId, connectionId);
      if (found) return found;
    }
    return undefined;
  });

const examine = async (
  { openConnector, log }: CheckConnectionPorts,
  connection: AccountingConnection,
  { listen }: Listener,
): Promise<ConnectionHealth> => {
  try {
    return await openConnector(connection, listen).check();
  } catch (failure) {
    log('a connection could not be checked', { connectionId: connection.id }, failure);
    return {
      kind: 'unavailable',
      message: say(
        'Le système comptable n’a pas pu être joint pour une raison technique.',
        'The accounting system could not be reached for a technical reason.',
      ),
    };
  }
};
