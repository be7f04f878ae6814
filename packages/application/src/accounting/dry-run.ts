import type { Actor } from '@parvis/domain/access/actor';
import { reachOf } from '@parvis/domain/access/rights';
import { say } from '@parvis/domain/display/language';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { InvoiceLists, InvoiceRow } from '../invoice/invoice-list.js';
import { throttleAsking } from '../people/throttle-asking.js';
import type { LogProblem } from '../ports/operations-log.js';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { AccountingConnector, PreviewOutcome, Unavailable } from './accounting-connector.js';
import { whatToSend } from './claim-delivery.js';
import type { ConnectionRefusal } from './connection-refusal.js';
import type { AccountingConnection } from './delivery-ledger.js';
import { type EnvelopePorts, makeEnvelope } from './make-envelope.js';
import type { OpenConnector } from './open-connector.js';
import { connectionWithin } from './operated-connection.js';

export interface DryRunPorts extends EnvelopePorts {
  readonly work: Work;
  readonly lists: InvoiceLists;
  readonly openConnector: OpenConnector;
  readonly now: Clock;
  readonly log: LogProblem;
  /** How long the whole run may take, in milliseconds; 15 seconds by default. */
  readonly withinMs?: number;
}

export interface DryRunCommand {
  readonly connectionId: string;
  /** How many of the entity's last invoices; 1 to 50, 10 by default. */
  readonly first?: number;
}

export interface TriedInvoice {
  readonly invoice: InvoiceRow;
  readonly outcome: PreviewOutcome;
}

export type DryRun = (
  command: DryRunCommand,
  actor: Actor,
) => Promise<Result<readonly TriedInvoice[], ConnectionRefusal>>;

const MINUTE_MS = 60_000;
const RUNS_A_MINUTE = 6;

/** What would be made there of the entity's last invoices, one after the other; nothing is written on either side. */
export const makeDryRun =
  (ports: DryRunPorts): DryRun =>
  async ({ connectionId, first = 10 }, actor) => {
    const found = await admit(ports, connectionId, actor);
    if (!found.ok) return found;
    const connection = found.value;
    const invoices = await lastInvoices(ports.lists, connection, actor, Math.min(Math.max(first, 1), 50));
    const connector = opened(ports, connection);
    const deadline = Date.now() + (ports.withinMs ?? 15_000);
    const tried: TriedInvoice[] = [];
    for (const invoice of invoices) {
      const outcome =
        connector === undefined ? failed : await within(deadline, () => preview(ports, connector, invoice));
      tried.push({ invoice, outcome });
    }
    return accept(tried);
  };

const admit = (
  { work, now }: DryRunPorts,
  connectionId: string,
  actor: Actor,
): Promise<Result<AccountingConnection, ConnectionRefusal>> =>
  work.run(async (stores) => {
    const found = await connectionWithin(stores, connectionId, actor);
    if (!found.ok) return found;
    const subject = `dry run of ${connectionId}`;
    const limit = { subject, maximum: RUNS_A_MINUTE, windowInMs: MINUTE_MS };
    const heard = await stores.asPlatform(() => throttleAsking(stores.askings, [limit], now()));
    return heard.ok ? found : refuse({ code: 'tested-too-often', retryAt: heard.refusal.retryAt });
  });

/** Those of them that the actor may read. */
const lastInvoices = async (
  lists: InvoiceLists,
  { recipientId }: AccountingConnection,
  actor: Actor,
  limit: number,
): Promise<readonly InvoiceRow[]> => {
  const recipients = reachOf(actor, 'receivedInvoice:read').filter(
    ({ structureId }) => structureId === recipientId,
  );
  if (recipients.length === 0) return [];
  return (await lists.page({ scope: { recipients } }, 'newestFirst', { limit })).rows;
};

const opened = (
  { openConnector, log }: DryRunPorts,
  connection: AccountingConnection,
): AccountingConnector | undefined => {
  try {
    return openConnector(connection);
  } catch (failure) {
    log('a connection could not be opened', { connectionId: connection.id }, failure);
    return undefined;
  }
};

const preview = async (
  ports: DryRunPorts,
  connector: AccountingConnector,
  { ref }: InvoiceRow,
): Promise<PreviewOutcome> => {
  try {
    const toSend = await ports.work.run((stores) => whatToSend(stores, ref));
    return await connector.preview(await makeEnvelope(ports, toSend));
  } catch (failure) {
    ports.log('an invoice could not be tried', { invoiceId: ref.invoiceId }, failure);
    return failed;
  }
};

/** Whoever waits for the answer waits in front of a screen: what does not fit in is said to be left out. */
const within = async (deadline: number, ask: () => Promise<PreviewOutcome>): Promise<PreviewOutcome> => {
  const leftMs = deadline - Date.now();
  if (leftMs <= 0) return tooLate;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PreviewOutcome>((resolve) => {
    timer = setTimeout(() => resolve(tooLate), leftMs);
  });
  try {
    return await Promise.race([ask(), late]);
  } finally {
    clearTimeout(timer);
  }
};

const failed: Unavailable = {
  kind: 'unavailable',
  message: say(
    'L’essai n’a pas abouti pour une raison technique.',
    'The trial failed for a technical reason.',
  ),
};

const tooLate: Unavailable = {
  kind: 'unavailable',
  message: say(
    'Le logiciel comptable répond lentement : cette facture n’a pas été essayée.',
    'The accounting system answers slowly: this invoice was not tried.',
  ),
};
