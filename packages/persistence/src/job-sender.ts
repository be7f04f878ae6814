import type { Job, JobQueue } from '@parvis/application/ports/job-queue';
import { type Db, PgBoss } from 'pg-boss';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { queuePlans } from './job-queues.js';

/** Adds jobs in whatever transaction it is given; runs none. */
export interface JobSender {
  inTransaction(manager: EntityManager): JobQueue;
  close(): Promise<void>;
}

export const startJobSender = async (
  dataSource: DataSource,
  onProblem: (problem: unknown) => void,
): Promise<JobSender> => {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => onOwnConnection(dataSource, text, values) },
    supervise: false,
    schedule: false,
    migrate: false,
    createSchema: false,
  });
  boss.on('error', onProblem);
  await boss.start();
  return {
    inTransaction: (manager) => ({
      add: async (job, { startAfterSeconds = 0 } = {}) => {
        const db = onConnectionOf(manager);
        await boss.send(queuePlans[job.kind].queue, job, {
          db,
          startAfter: startAfterSeconds,
          group: { id: groupOf(job) },
          ...singletonOf(job),
        });
      },
      addAll: async (jobs) => {
        if (jobs.length === 0) return;
        const rows = jobs.map((data) => ({ data, group: { id: groupOf(data) } }));
        await boss.insert(queuePlans.deliverInvoice.queue, rows, { db: onConnectionOf(manager) });
      },
    }),
    close: () => boss.stop({ graceful: false }),
  };
};

/** Jobs of one group share what `job-worker.ts` grants: those of an entity, the readings of one connection, all mail. */
const groupOf = (job: Job): string => {
  if (isReading(job)) return job.connectionId;
  return job.kind === 'sendMail' ? 'mail' : job.ref.recipientId;
};

type Reading = Extract<Job, { readonly connectionId: string; readonly recipientId: string }>;

const isReading = (job: Job): job is Reading => 'connectionId' in job && 'recipientId' in job;

/** One that waits already is enough; what a person has started waits beside what the night will start. */
const singletonOf = (job: Job): { readonly singletonKey?: string } => {
  if (!isReading(job)) return {};
  const started = job.kind === 'reconcile' ? job.reconciliationId : undefined;
  return { singletonKey: started ?? job.connectionId };
};

const run = async (runner: QueryRunner, text: string, values?: unknown[]) => {
  const { records } = await runner.query(text, values, true);
  return { rows: records ?? [] };
};

const onOwnConnection = async (dataSource: DataSource, text: string, values?: unknown[]) => {
  const runner = dataSource.createQueryRunner();
  try {
    return await run(runner, text, values);
  } finally {
    await runner.release();
  }
};

const onConnectionOf = (manager: EntityManager): Db => ({
  executeSql: (text, values) => {
    if (!manager.queryRunner) throw new Error('a job is added in a transaction only');
    return run(manager.queryRunner, text, values);
  },
});
