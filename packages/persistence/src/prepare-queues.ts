import { PgBoss } from 'pg-boss';
import { type QueuePlan, queuePlans } from './job-queues.js';

/** Makes pg-boss's own schema and our queues, or brings them up to date. */
export const prepareQueues = async (url: string): Promise<void> => {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'parvis-migrate',
    max: 2,
    supervise: false,
    schedule: false,
  });
  // Without a listener an error of the pool would end the process; the calls below report their own.
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const plan of Object.values(queuePlans)) await prepareQueue(boss, plan);
  } finally {
    await boss.stop({ graceful: false });
  }
};

const prepareQueue = async (
  boss: PgBoss,
  { queue, deadLetter, policy, options }: QueuePlan,
): Promise<void> => {
  // Dead letters stay until a person has dealt with them.
  if (!(await boss.getQueue(deadLetter)))
    await boss.createQueue(deadLetter, { retentionSeconds: 31_536_000 });
  if (await boss.getQueue(queue)) await boss.updateQueue(queue, { ...options, deadLetter, notify: true });
  else await boss.createQueue(queue, { ...options, policy, deadLetter, notify: true });
};
