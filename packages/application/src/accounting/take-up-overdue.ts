import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';

export interface TakeUpOverduePorts {
  readonly work: Work;
  readonly now: Clock;
}

/** How many were taken up. */
export type TakeUpOverdue = () => Promise<number>;

/** Every try has its job; longer than this nothing waits without one. */
const OVERDUE_AFTER_MS = 3_600_000;

const AT_ONCE = 1000;

/**
 * Enqueues deliveries that should have been tried long ago: their job was given up, for a failure that no try foresaw, or
 * lost when a queue was cleared. Where the job is only late, the second one finds nothing left to do.
 */
export const makeTakeUpOverdue =
  ({ work, now }: TakeUpOverduePorts): TakeUpOverdue =>
  () =>
    work.run(async ({ deliveries, jobs }) => {
      const overdue = await deliveries.overdue(new Date(now().getTime() - OVERDUE_AFTER_MS), AT_ONCE);
      await jobs.addAll(overdue.map((delivery) => ({ kind: 'deliverInvoice', ...delivery })));
      return overdue.length;
    });
