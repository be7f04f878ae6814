import { say } from '@parvis/domain/display/language';
import type { LogProblem } from '../ports/operations-log.js';
import type { Clock, MarkPoint, NewId, Sha256 } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
import type { StatusPage, Unavailable } from './accounting-connector.js';
import { applyStatus } from './apply-status.js';
import type { AccountingConnection } from './delivery-ledger.js';
import { type Listener, listenTo } from './keep-exchanges.js';
import type { OpenConnector } from './open-connector.js';
import { hasSameSettings, stopConnection } from './stop-connection.js';
import { wakeDeliveries } from './wake-deliveries.js';

export interface PullStatusesPorts {
  readonly work: Work;
  readonly openConnector: OpenConnector;
  readonly now: Clock;
  readonly newId: NewId;
  readonly sha256: Sha256;
  readonly mark: MarkPoint;
  readonly log: LogProblem;
  /** Of the installation, for the addresses of pages in mails. */
  readonly publicUrl: string;
}

export interface PullStatusesCommand {
  readonly recipientId: string;
  readonly connectionId: string;
}

/** `applied`: life-cycle events recorded. */
export type PullStatuses = (command: PullStatusesCommand) => Promise<{ readonly applied: number }>;

/** A system that always has more to tell lets others have their turn; the next reading goes on where this one ended. */
const MOST_PAGES = 500;

/**
 * Asks the accounting system what became of our invoices since the last time, and records it page by page: what a page
 * tells and where the next one begins are committed together.
 */
export const makePullStatuses =
  (ports: PullStatusesPorts): PullStatuses =>
  async (command) => {
    let applied = 0;
    let more = true;
    for (let pages = 0; more && pages < MOST_PAGES; pages += 1) {
      const connection = await findActive(ports.work, command);
      if (!connection) break;
      const listener = listenTo(connection);
      const page = await read(ports, connection, listener);
      if (page.kind === 'unavailable') {
        await noteProblem(ports, connection, page, listener);
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
  ports: PullStatusesPorts,
  connection: AccountingConnection,
  { message, refusal }: Unavailable,
  listener: Listener,
): Promise<void> =>
  ports.work.run(async (stores) => {
    const { recipientId, id, lastProblem } = connection;
    const at = ports.now();
    if (lastProblem?.en !== message.en) await stores.exchanges.add(listener.heard());
    if (!(await isAsAsked(stores, connection))) return;
    // A right that only reading needs leaves deliveries alone; without an account nothing passes.
    if (refusal === 'credentials-refused')
      await stopConnection(stores, ports, { connection, code: refusal, message, at });
    else await stores.connections.noteProblem(recipientId, id, message, at);
  });

/** False when somebody has paused it, or given it other settings, while the system was being asked. */
const isAsAsked = async (
  { connections }: Pick<Stores, 'connections'>,
  asked: AccountingConnection,
): Promise<boolean> => {
  const current = await connections.find(asked.recipientId, asked.id);
  return current?.active === true && hasSameSettings(current, asked);
};

const standsAt = async (
  { connections }: Pick<Stores, 'connections'>,
  { recipientId, id, cursor }: AccountingConnection,
): Promise<boolean> => (await connections.find(recipientId, id))?.cursor === cursor;

const applyPage = async (
  ports: PullStatusesPorts,
  connection: AccountingConnection,
  { statuses, next, systemAnswered }: ReadPage,
  listener: Listener,
): Promise<number> => {
  const { recipientId, id } = connection;
  const applied = await ports.work.run(async (stores) => {
    // A place in the books of one server means nothing in another's.
    if (!(await isAsAsked(stores, connection))) return 0;
    // Sent back to the beginning meanwhile: this page would jump over what is to be read again.
    if (!(await standsAt(stores, connection))) return 0;
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
