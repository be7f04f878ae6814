import type { Job } from '../ports/job-queue.js';
import type { Clock } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
import type { AccountingConnection } from './delivery-ledger.js';

export interface PlanNightlyWorkPorts {
  readonly work: Work;
  readonly now: Clock;
}

export type PlanNightlyWork = () => Promise<void>;

/**
 * Asked every hour: has each live connection compared with its books, and its engagements read, once a night, at a minute
 * of its own, so that a thousand systems are not asked at the same moment. A comparison that was missed, on a machine that
 * is switched off at night, is made up for. What is planned twice finds nothing to do.
 */
export const makePlanNightlyWork =
  ({ work, now }: PlanNightlyWorkPorts): PlanNightlyWork =>
  async () => {
    const connections = await work.run((stores) => stores.connections.allActive());
    for (const connection of connections.filter(({ live }) => live))
      await work.run((stores) => plan(stores, connection, now()));
  };

const MINUTE_IN_MS = 60_000;
const HOUR_IN_MS = 60 * MINUTE_IN_MS;
const DAY_IN_MS = 24 * HOUR_IN_MS;

/** Nights are quiet from ten in the evening to four in the morning, in universal time. */
const NIGHT_BEGINS_IN_MS = 22 * HOUR_IN_MS;
const NIGHT_IN_MINUTES = 360;

const plan = async (
  { jobs, reconciliations }: Stores,
  connection: AccountingConnection,
  now: Date,
): Promise<void> => {
  const { recipientId, id: connectionId } = connection;
  const reconcile: Job = { kind: 'reconcile', recipientId, connectionId };
  const untilDue = msUntilDue(connection, now);
  if (untilDue < HOUR_IN_MS) {
    const startAfterSeconds = Math.round(untilDue / 1_000);
    await jobs.add(reconcile, { startAfterSeconds });
    await jobs.add({ kind: 'pullEngagements', recipientId, connectionId }, { startAfterSeconds });
    return;
  }
  const lastDue = new Date(now.getTime() + untilDue - DAY_IN_MS);
  if (connection.createdAt > lastDue) return;
  const [newest] = await reconciliations.ofConnection(recipientId, connectionId, 1);
  // One that began a little early, as clocks will, is the one of that night.
  if (!newest || newest.startedAt.getTime() < lastDue.getTime() - HOUR_IN_MS)
    await jobs.add(reconcile, { startAfterSeconds: (minuteOf(connection) % 60) * 60 });
};

const msUntilDue = (connection: AccountingConnection, now: Date): number => {
  const due = NIGHT_BEGINS_IN_MS + minuteOf(connection) * MINUTE_IN_MS;
  return (((due - now.getTime()) % DAY_IN_MS) + DAY_IN_MS) % DAY_IN_MS;
};

/** Identifiers are random towards their end. */
const minuteOf = ({ id }: AccountingConnection): number =>
  Number.parseInt(id.slice(-6), 16) % NIGHT_IN_MINUTES;
