import { makeDeliverInvoice } from '../accounting/deliver-invoice.js';
import { makePullStatuses } from '../accounting/pull-statuses.js';
import { makeReconcile } from '../accounting/reconcile.js';
import { makePullEngagements } from '../engagements/pull-engagements.js';
import { makeRouteInvoice } from '../invoice/route-invoice.js';
import type { Job } from '../ports/job-queue.js';
import type { FakeWorld } from './fake-world.js';

/** A worker over the jobs in memory. A job whose run throws stays for the next round, as a queue would have it. */
export const makeFakeWorker = (world: FakeWorld) => {
  const routeInvoice = makeRouteInvoice(world);
  const deliverInvoice = makeDeliverInvoice(world);
  const pullStatuses = makePullStatuses(world);
  const reconcile = makeReconcile(world);
  const pullEngagements = makePullEngagements(world);
  const done = new Set<number>();
  const dueAt = new Map<number, Date>();

  const perform = async (job: Job): Promise<unknown> => {
    switch (job.kind) {
      case 'routeInvoice':
        return routeInvoice(job.ref);
      case 'deliverInvoice':
        return deliverInvoice(job);
      case 'pullStatuses':
        return pullStatuses(job);
      case 'reconcile':
        return reconcile(job);
      case 'pullEngagements':
        return pullEngagements(job);
      case 'sendMail':
        // Nothing is read here: what was to be told is looked up where it waits.
        return undefined;
    }
  };

  const nextDue = (): [number, Job] | undefined => {
    for (const [id, { job, startAfterSeconds }] of world.tables.jobs) {
      if (!dueAt.has(id)) dueAt.set(id, new Date(world.now().getTime() + startAfterSeconds * 1000));
      const due = dueAt.get(id);
      if (!done.has(id) && due && due <= world.now()) return [id, job];
    }
    return undefined;
  };

  /** Runs what is due now, and what becomes due by it. */
  const runDue = async (): Promise<void> => {
    for (let next = nextDue(); next; next = nextDue()) {
      await perform(next[1]);
      done.add(next[0]);
    }
  };

  const isIdle = (): boolean => done.size === world.tables.jobs.size;

  return { runDue, isIdle };
};
