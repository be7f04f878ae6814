import type { Job } from '@parvis/application/ports/job-queue';
import { type JobResult, type Job as KeptJob, PgBoss } from 'pg-boss';
import { queuePlans } from './job-queues.js';
import { startPullSchedule } from './pull-schedule.js';

export type JobHandlers = {
  readonly [Kind in Job['kind']]: (job: Extract<Job, { readonly kind: Kind }>) => Promise<unknown>;
};

export interface JobWorkerOptions {
  readonly url: string;
  /** A handler that throws has its job tried again later, with a growing pause. */
  readonly handlers: JobHandlers;
  /** How often every active accounting connection is asked for news; 60 seconds by default. */
  readonly pullEverySeconds?: number;
  /** Told of every failed job and of trouble with the queue itself. */
  readonly onProblem?: (problem: unknown, job?: Job) => void;
}

export interface JobWorker {
  /** Waits for the jobs under way, 20 seconds at most; what is then unfinished is tried again. */
  stop(): Promise<void>;
}

/**
 * How many jobs of a kind run at once in this process (`workers` × `batch`), and how many of one entity in all processes
 * together: an entity with ten thousand leaves room for the others. No batch is larger than an entity's share, so that a
 * full one always means there is more.
 */
const shares: Readonly<Record<Job['kind'], { workers: number; batch: number; perEntity: number }>> = {
  routeInvoice: { workers: 2, batch: 4, perEntity: 4 },
  deliverInvoice: { workers: 4, batch: 2, perEntity: 2 },
  pullStatuses: { workers: 2, batch: 2, perEntity: 1 },
  reconcile: { workers: 1, batch: 1, perEntity: 1 },
  pullEngagements: { workers: 1, batch: 1, perEntity: 1 },
  sendMail: { workers: 1, batch: 4, perEntity: 4 },
};

/** Runs jobs as soon as their transaction is committed. Any number of processes may do so on one database. */
export const startJobWorker = async ({
  url,
  handlers,
  pullEverySeconds = 60,
  onProblem = () => undefined,
}: JobWorkerOptions): Promise<JobWorker> => {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'parvis-jobs',
    max: 4,
    migrate: false,
    createSchema: false,
    schedule: false,
    useListenNotify: true,
    // The jobs of a worker that died are found within seconds.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on('error', (problem) => onProblem(problem));
  boss.on('warning', (problem) => onProblem(problem));
  await boss.start();
  await work(boss, 'routeInvoice', handlers.routeInvoice, onProblem);
  await work(boss, 'deliverInvoice', handlers.deliverInvoice, onProblem);
  await work(boss, 'pullStatuses', handlers.pullStatuses, onProblem);
  await work(boss, 'reconcile', handlers.reconcile, onProblem);
  await work(boss, 'pullEngagements', handlers.pullEngagements, onProblem);
  await work(boss, 'sendMail', handlers.sendMail, onProblem);
  const schedule = startPullSchedule(boss, pullEverySeconds, onProblem);
  return {
    stop: async () => {
      schedule.stop();
      await boss.stop({ graceful: true, timeout: 20_000 });
    },
  };
};

const work = <Kind extends Job['kind']>(
  boss: PgBoss,
  kind: Kind,
  handle: JobHandlers[Kind],
  onProblem: (problem: unknown, job?: Job) => void,
): Promise<string> => {
  const { workers, batch, perEntity } = shares[kind];
  const settle = async ({ id, data }: KeptJob<Parameters<JobHandlers[Kind]>[0]>): Promise<JobResult> => {
    try {
      await handle(data);
      return { id, status: 'completed' };
    } catch (problem) {
      onProblem(problem, data);
      return { id, status: 'failed', output: { message: String(problem) } };
    }
  };
  return boss.work<Parameters<JobHandlers[Kind]>[0], unknown, { perJobResults: true }>(
    queuePlans[kind].queue,
    {
      perJobResults: true,
      localConcurrency: workers,
      batchSize: batch,
      burstWhenBatchFull: true,
      groupConcurrency: perEntity,
      // Notifications wake us at once; polling finds what waited for its time, and what a lost notification left.
      pollingIntervalSeconds: 1,
      notifyPollingIntervalSeconds: 1,
    } as { perJobResults: true },
    (jobs) => Promise.all(jobs.map(settle)),
  );
};
