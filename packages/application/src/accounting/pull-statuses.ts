import { type Bilingual, say } from '@parvis/domain/display/language';
import type { LogProblem } from '../ports/operations-log.js';
import type { Clock, MarkPoint, NewId, Sha256 } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { StatusPage, Unavailable } from './accounting-connector.js';
import { applyStatus } from './apply-status.js';
import type { AccountingConnection } from './delivery-ledger.js';
import { type Listener, listenTo } from './keep-exchanges.js';
import type { OpenConnector } from './open-connector.js';
import { wakeDeliveries } from './wake-deliveries.js';

export interface PullStatusesPorts {
  readonly work: Work;
  readonly openConnector: OpenConnector;
  readonly now: Clock;
  readonly newId: NewId;
  readonly sha256: Sha256;
  readonly mark: MarkPoint;
  readonly log: LogProblem;
}

export interface PullStatusesCommand {
  readonly recipientId: string;
  readonly connectionId: string;
}

/** `applied`: life-cycle events recorded. */
export type PullStatuses = (command: PullStatusesCommand) => Promise<{ readonly applied: number }>;

/**
 * Asks the accounting system what became of our invoices since the last time, and records it page by page: what a page
 * tells and where the next one begins are committed together.
 */
export const makePullStatuses =
  (ports: PullStatusesPorts): PullStatuses =>
  async (command) => {
    let applied = 0;
    let more = true;
    while (more) {
      const connection = await findActive(ports.work, command);
      if (!connection) break;
      const listener = listenTo(connection);
      const page = await read(ports, connection, listener);
      if (page.kind === 'unavailable') {
        await noteProblem(ports, connection, page.message, listener);
        break;
      }
      ports.mark('pull.pageRead');
      applied += await applyPage(ports, connection, page, listener);
      // A connector that promises more without moving on would keep us here for ever.
      more = page.more && page.next !== connection.cursor;
    }
    return { applied };
  };

const findActive = (
  work: Work,
  { recipientId, connectionId }: PullStatusesCommand,
): Promise<AccountingConnection | undefined> =>
  work.run(async ({ connections }) => {
    const connection = await connections.find(recipientId, connectionId);
    return connection?.active ? connection : undefined;
  });

interface ReadPage extends StatusPage {
  readonly systemAnswered: boolean;
}

/** No unit of work is open here: the other system may take its time. */
const read = async (
  { openConnector, log }: PullStatusesPorts,
  connection: AccountingConnection,
  { listen }: Listener,
): Promise<ReadPage | Unavailable> => {
  try {
    const connector = openConnector(connection, listen);
    const answer = await connector.statusesAfter(connection.cursor);
    return answer.kind === 'page' ? { ...answer, systemAnswered: !connector.newsIsHere } : answer;
  } catch (failure) {
    log('statuses could not be read', { connectionId: connection.id }, failure);
    return {
      kind: 'unavailable',
      message: say(
        'Le système comptable n’a pas pu être lu pour une raison technique. La lecture sera reprise.',
        'The accounting system could not be read for a technical reason. It will be read again.',
      ),
    };
  }
};

/** A system that is down for a night is asked every minute: what was said is kept when it begins. */
const noteProblem = (
  { work, now }: PullStatusesPorts,
  { recipientId, id, lastProblem }: AccountingConnection,
  problem: Bilingual,
  listener: Listener,
): Promise<void> =>
  work.run(async ({ connections, exchanges }) => {
    if (lastProblem?.en !== problem.en) await exchanges.add(listener.heard());
    await connections.noteProblem(recipientId, id, problem, now());
  });

const applyPage = async (
  ports: PullStatusesPorts,
  connection: AccountingConnection,
  { statuses, next, systemAnswered }: ReadPage,
  listener: Listener,
): Promise<number> => {
  const { recipientId, id } = connection;
  const applied = await ports.work.run(async (stores) => {
    let events = 0;
    for (const status of statuses) events += await applyStatus(stores, ports, connection, status);
    // Readings that tell nothing would fill the table; what could not be understood is for a person to read.
    const heard = listener.heard();
    if (events > 0 || heard.some(({ failure }) => failure !== undefined)) await stores.exchanges.add(heard);
    const at = ports.now();
    await stores.connections.moveCursor(recipientId, id, next, at);
    await stores.connections.noteProblem(recipientId, id, undefined, at);
    // A system that answers again need not wait for the next try of each invoice.
    if (connection.lastProblem && systemAnswered) await wakeDeliveries(stores, connection);
    ports.mark('pull.beforeCommit');
    return events;
  });
  ports.mark('pull.afterCommit');
  return applied;
};
