import type { Job } from '@parvis/application/ports/job-queue';
import type { QueueOptions, QueuePolicy } from 'pg-boss';

/** How jobs of one kind are kept, tried again and given up. */
export interface QueuePlan {
  readonly queue: string;
  /** Where a job rests once every try has failed, for a person to look at and to play again. */
  readonly deadLetter: string;
  readonly policy: QueuePolicy;
  readonly options: QueueOptions;
}

const DAY = 86_400;

/** A worker that dies is noticed when its heart stops: its jobs go to another. Ten seconds is pg-boss's shortest. */
const mortal = { heartbeatSeconds: 10, expireInSeconds: 600 } as const;

export const queuePlans: Readonly<Record<Job['kind'], QueuePlan>> = {
  routeInvoice: {
    queue: 'route-invoice',
    deadLetter: 'route-invoice-dead',
    policy: 'standard',
    // 1, 2, 4 … seconds, at most 10 minutes apart: about two hours in all.
    options: { ...mortal, retryLimit: 20, retryDelay: 1, retryBackoff: true, retryDelayMax: 600 },
  },
  deliverInvoice: {
    queue: 'deliver-invoice',
    deadLetter: 'deliver-invoice-dead',
    policy: 'standard',
    // The use case keeps the ledger of its own tries; these are for what it could not foresee.
    options: { ...mortal, retryLimit: 20, retryDelay: 1, retryBackoff: true, retryDelayMax: 600 },
  },
  pullStatuses: {
    queue: 'pull-statuses',
    deadLetter: 'pull-statuses-dead',
    // One waiting for each connection is enough: pulls come again by themselves.
    policy: 'short',
    options: { ...mortal, retryLimit: 2, retryDelay: 2, retryBackoff: true, deleteAfterSeconds: DAY },
  },
  reconcile: {
    queue: 'reconcile',
    deadLetter: 'reconcile-dead',
    // One waiting for each connection is enough, and one for each that a person has started.
    policy: 'short',
    // The books of a large hospital take their time.
    options: {
      ...mortal,
      expireInSeconds: 7_200,
      retryLimit: 3,
      retryDelay: 60,
      retryBackoff: true,
      deleteAfterSeconds: DAY,
    },
  },
  pullEngagements: {
    queue: 'pull-engagements',
    deadLetter: 'pull-engagements-dead',
    policy: 'short',
    options: { ...mortal, retryLimit: 3, retryDelay: 60, retryBackoff: true, deleteAfterSeconds: DAY },
  },
  sendMail: {
    queue: 'send-mail',
    deadLetter: 'send-mail-dead',
    policy: 'standard',
    // A mail server that is down for a night is waited for.
    options: { ...mortal, retryLimit: 40, retryDelay: 2, retryBackoff: true, retryDelayMax: 1800 },
  },
};
