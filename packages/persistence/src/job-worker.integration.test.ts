import type { Job } from '@parvis/application/ports/job-queue';
import { hospital, hospitalBooks } from '@parvis/application/testing/cast';
import { storedInvoice } from '@parvis/application/testing/sample-invoices';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type JobHandlers, type JobWorker, startJobWorker } from './job-worker.js';
import { openSampleWorld, type TestWorld } from './testing/sample-world.js';

const { ref } = storedInvoice(1);

describe('jobs', () => {
  let world: TestWorld;
  let worker: JobWorker | undefined;
  beforeEach(async () => {
    world = await openSampleWorld();
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await world.close();
  });

  /** Starts a worker; the answer gives the jobs it takes up, one by one. */
  const takeUp = async (handle: (job: Job) => void = () => undefined): Promise<() => Promise<Job>> => {
    const waiting: ((job: Job) => void)[] = [];
    const taken: Job[] = [];
    const take = async (job: Job): Promise<void> => {
      const next = waiting.shift();
      if (next) next(job);
      else taken.push(job);
      handle(job);
    };
    const handlers: JobHandlers = {
      routeInvoice: take,
      deliverInvoice: take,
      pullStatuses: async () => undefined,
      reconcile: async () => undefined,
      pullEngagements: async () => undefined,
      sendMail: async () => undefined,
    };
    worker = await startJobWorker({ url: world.url, handlers });
    return () => {
      const job = taken.shift();
      return job ? Promise.resolve(job) : new Promise((resolve) => waiting.push(resolve));
    };
  };

  test('run once their transaction is committed, with what they were given', async () => {
    const next = await takeUp();
    const job: Job = { kind: 'deliverInvoice', ref, connectionId: hospitalBooks.id };
    await world.work.run(({ jobs }) => jobs.add(job));
    expect(await next()).toEqual(job);
  });

  test('never run when their transaction is undone', async () => {
    const undone = world.work.run(async ({ jobs }) => {
      await jobs.add({ kind: 'deliverInvoice', ref, connectionId: hospitalBooks.id });
      throw new Error('the machine stopped');
    });
    await expect(undone).rejects.toThrow('the machine stopped');
    await world.work.run(({ jobs }) => jobs.add({ kind: 'routeInvoice', ref }));
    const next = await takeUp();
    expect((await next()).kind).toBe('routeInvoice');
    const left: unknown[] = await world.dataSource.query(
      "SELECT 1 FROM pgboss.job WHERE name = 'deliver-invoice'",
    );
    expect(left).toEqual([]);
  });

  test('run again when their handler fails', async () => {
    let tries = 0;
    const next = await takeUp(() => {
      tries += 1;
      if (tries === 1) throw new Error('not today');
    });
    await world.work.run(({ jobs }) => jobs.add({ kind: 'routeInvoice', ref }));
    expect(await next()).toEqual(await next());
    expect(tries).toBe(2);
  });

  test('ask every active connection for news', async () => {
    const idle = { ...hospitalBooks, id: hospital.structureId, active: false };
    await world.referenceData.saveConnection(idle);
    const asked = await new Promise<Job>((resolve, reject) => {
      const never = async () => reject(new Error('no such job was added'));
      const handlers: JobHandlers = {
        routeInvoice: never,
        deliverInvoice: never,
        pullStatuses: async (job) => resolve(job),
        reconcile: async () => undefined,
        pullEngagements: async () => undefined,
        sendMail: async () => undefined,
      };
      startJobWorker({ url: world.url, handlers }).then((started) => {
        worker = started;
      }, reject);
    });
    expect(asked).toEqual({
      kind: 'pullStatuses',
      recipientId: hospital.structureId,
      connectionId: hospitalBooks.id,
    });
  });
});
