import type { Actor } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { throttleAsking } from '../people/throttle-asking.js';
import type { Clock, NewId } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
import type { ConnectionRefusal } from './connection-refusal.js';
import type { AccountingConnection } from './delivery-ledger.js';
import { type OfferPorts, offersLookUp } from './offers-look-up.js';
import { connectionWithin } from './operated-connection.js';
import { noFindings, type Reconciliation } from './reconciliation-store.js';

export interface StartReconciliationPorts extends OfferPorts {
  readonly work: Work;
  readonly now: Clock;
  readonly newId: NewId;
}

export type StartReconciliation = (
  command: { readonly connectionId: string },
  actor: Actor,
) => Promise<Result<Reconciliation, ConnectionRefusal>>;

/** Has both sides compared now. Asked twice while one runs, both get the one. */
export const makeStartReconciliation =
  (ports: StartReconciliationPorts): StartReconciliation =>
  async ({ connectionId }, actor) => {
    const found = await ports.work.run((stores) => connectionWithin(stores, connectionId, actor));
    if (!found.ok) return found;
    if (!found.value.active) return refuse({ code: 'connection-paused' });
    if (!offersLookUp(ports, found.value, 'billsThere')) return refuse({ code: 'comparison-not-possible' });
    return ports.work.run((stores) => start(stores, ports, found.value));
  };

/** Each reads the books from the first page to the last. */
const RUNS_AN_HOUR = 12;
const HOUR_MS = 3_600_000;

const start = async (
  { reconciliations, jobs, askings, asPlatform }: Stores,
  { now, newId }: StartReconciliationPorts,
  { recipientId, id: connectionId }: AccountingConnection,
): Promise<Result<Reconciliation, ConnectionRefusal>> => {
  const newest = await reconciliations.newestForChange(recipientId, connectionId);
  if (newest && isRunning(newest, now())) return accept(newest);
  const limit = { subject: `comparison of ${connectionId}`, maximum: RUNS_AN_HOUR, windowInMs: HOUR_MS };
  const heard = await asPlatform(() => throttleAsking(askings, [limit], now()));
  if (!heard.ok) return refuse({ code: 'tested-too-often', retryAt: heard.refusal.retryAt });
  const reconciliation: Reconciliation = {
    recipientId,
    connectionId,
    id: newId(),
    startedAt: now(),
    counts: noFindings,
  };
  await reconciliations.start(reconciliation);
  await jobs.add({ kind: 'reconcile', recipientId, connectionId, reconciliationId: reconciliation.id });
  return accept(reconciliation);
};

/** Whoever has not come back by then has died on the way. */
const LONGEST_RUN_IN_MS = 2 * 3_600_000;

const isRunning = ({ startedAt, finishedAt }: Reconciliation, now: Date): boolean =>
  !finishedAt && now.getTime() - startedAt.getTime() < LONGEST_RUN_IN_MS;
