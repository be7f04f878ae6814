import type { Job } from '@parvis/application/ports/job-queue';
import type { PgBoss } from 'pg-boss';
import { queuePlans } from './job-queues.js';

/** Asks for a pull over every active connection, now and again every so often. One waiting pull each is enough. */
export const startPullSchedule = (
  boss: PgBoss,
  everySeconds: number,
  onProblem: (problem: unknown) => void,
): { stop(): void } => {
  const ask = (): void => {
    askForPulls(boss).catch(onProblem);
  };
  const timer = setInterval(ask, everySeconds * 1_000);
  ask();
  return { stop: () => clearInterval(timer) };
};

const askForPulls = async (boss: PgBoss): Promise<void> => {
  const { rows } = await boss
    .getDb()
    .executeSql(
      'SELECT recipient_id AS "recipientId", connection_id AS "connectionId" FROM accounting_connection WHERE active',
    );
  const jobs = rows.map(({ recipientId, connectionId }: { recipientId: string; connectionId: string }) => ({
    data: { kind: 'pullStatuses', recipientId, connectionId } satisfies Job,
    singletonKey: connectionId,
    group: { id: connectionId },
  }));
  if (jobs.length > 0) await boss.insert(queuePlans.pullStatuses.queue, jobs);
};
