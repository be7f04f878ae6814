import { beforeEach, describe, expect, it } from 'vitest';
import { claire, denis, elise, hospitalBooks, ines, uuid } from '../testing/cast.js';
import { connectionId, delivered, deliveryOf } from '../testing/deliveries.js';
import { FakeBillsThere } from '../testing/fake-bills-there.js';
import { makeFakeWorker } from '../testing/fake-worker.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { granted, refusalOf } from '../testing/journey.js';
import type { AccountingConnector } from './accounting-connector.js';
import type { OpenConnector } from './open-connector.js';
import { makePlanNightlyWork } from './plan-nightly-work.js';
import { makeReconcile } from './reconcile.js';
import { type Discrepancy, noFindings, type Reconciliation } from './reconciliation-store.js';
import { makeRetryDelivery } from './retry-delivery.js';
import { makeStartReconciliation } from './start-reconciliation.js';
import { makeViewReconciliations } from './view-reconciliations.js';

const { recipientId } = hospitalBooks;
let world: FakeWorld;
let books: FakeBillsThere;
beforeEach(async () => {
  world = await makeFakeWorld();
  books = new FakeBillsThere([], world.isWorkOpen);
});

/** The world's accounting system, which can now also be asked for all its bills. */
const openConnector: OpenConnector = () =>
  Object.assign(Object.create(world.books) as AccountingConnector, { billsThere: books.billsThere });
const start = (actor = claire) =>
  makeStartReconciliation({ ...world, openConnector })({ connectionId }, actor);
const reconciled = async (id: string): Promise<Reconciliation | undefined> =>
  makeReconcile({ ...world, openConnector })({ recipientId, connectionId, reconciliationId: id });

describe('starting a comparison', () => {
  it('adds its job once, however often it is asked for while it runs', async () => {
    const { id } = granted(await start());
    expect(granted(await start()).id).toBe(id);
    expect(await world.jobsAdded()).toEqual([
      { kind: 'reconcile', recipientId, connectionId, reconciliationId: id },
    ]);
    expect(await reconciled(id)).toMatchObject({ id, finishedAt: world.now() });
    expect(granted(await start()).id).not.toBe(id);
  });

  it('does not wait for one that has died on the way', async () => {
    const { id } = granted(await start());
    world.advance(3 * 3_600);
    expect(granted(await start()).id).not.toBe(id);
  });

  it('reads the books so often an hour and no more', async () => {
    for (let round = 0; round < 12; round += 1) await reconciled(granted(await start()).id);
    expect(refusalOf(await start())).toMatchObject({ code: 'tested-too-often' });
    world.advance(3_601);
    expect(granted(await start())).toMatchObject({ connectionId });
  });

  it('is for those who operate the connection, and for systems that can tell', async () => {
    expect(refusalOf(await start(denis))).toEqual({ code: 'not-allowed', right: 'connector:operate' });
    expect(refusalOf(await start(elise))).toEqual({ code: 'connection-not-found' });
    const cannot = makeStartReconciliation(world);
    expect(refusalOf(await cannot({ connectionId }, claire))).toEqual({ code: 'comparison-not-possible' });
    await world.work.run(({ connections }) => connections.change({ ...hospitalBooks, active: false }));
    expect(refusalOf(await start())).toEqual({ code: 'connection-paused' });
  });
});

describe('a bill that was deleted there', () => {
  it('is sent again under the same key when a person says so', async () => {
    const ref = await delivered(world);
    const [first] = world.books.bills.splice(0);
    world.advance(60);
    const { id } = granted(await start());
    expect(await reconciled(id)).toMatchObject({ counts: { onlyHere: 1 } });
    expect(await deliveryOf(world, ref)).toMatchObject({
      state: 'needsAttention',
      problemCode: 'gone-there',
    });
    granted(await makeRetryDelivery(world)({ ref, connectionId }, claire));
    await makeFakeWorker(world).runDue();
    expect(await deliveryOf(world, ref)).toMatchObject({ state: 'delivered' });
    expect(world.books.bills.map(({ key }) => key)).toEqual([first?.key]);
  });
});

describe('reading comparisons', () => {
  const discrepancies: readonly Discrepancy[] = [
    { finding: 'onlyThere', remoteId: '7', grossThere: '10.00' },
    { finding: 'twice', ref: { recipientId, invoiceId: uuid(0x999) }, invoiceNumber: 'F-CACHÉE' },
  ];
  const kept = async (): Promise<Reconciliation> => {
    const reconciliation: Reconciliation = {
      ...{ recipientId, connectionId, id: uuid(0xec0), startedAt: world.now() },
      counts: { ...noFindings, onlyThere: 1, twice: 1 },
    };
    await world.work.run(async ({ reconciliations }) => {
      await reconciliations.start(reconciliation);
      await reconciliations.finish({ ...reconciliation, finishedAt: world.now() }, discrepancies);
    });
    return reconciliation;
  };

  it('shows them to those who may look at connections, and to nobody else', async () => {
    const view = makeViewReconciliations(world);
    const { id } = await kept();
    expect(granted(await view.ofConnection({ connectionId }, denis))).toHaveLength(1);
    expect(await view.one(id, denis)).toMatchObject({ id });
    expect(refusalOf(await view.ofConnection({ connectionId }, elise))).toEqual({
      code: 'connection-not-found',
    });
    expect(await view.one(id, elise)).toBeUndefined();
    expect(refusalOf(await view.ofConnection({ connectionId }, ines))).toMatchObject({ code: 'not-allowed' });
  });

  it('says nothing of invoices that the reader may not see', async () => {
    const reconciliation = await kept();
    const page = await makeViewReconciliations(world).discrepancies({ reconciliation }, denis);
    expect(page.discrepancies).toEqual(discrepancies.slice(0, 1));
  });

  it('says nothing of bills that stand only there to who reads the invoices of some services, or of none', async () => {
    const reconciliation = await kept();
    const connections = { space: 'connections', level: 'full' } as const;
    const some = { space: 'receivedInvoices', level: 'full', services: ['TRAVAUX'] } as const;
    for (const grants of [[connections, some], [connections]]) {
      const reader = { ...ines, memberships: ines.memberships.map((held) => ({ ...held, grants })) };
      const page = await makeViewReconciliations(world).discrepancies({ reconciliation }, reader);
      expect(page.discrepancies).toEqual([]);
    }
  });
});

describe('planning the night', () => {
  const plan = () => makePlanNightlyWork(world)();
  const planned = async () => (await world.jobsAdded()).map(({ kind }) => kind);
  /** Every hour, as housekeeping asks; what is planned is done at once. */
  const goThrough = async (hours: number): Promise<void> => {
    const reconcile = makeReconcile({ ...world, openConnector });
    for (let hour = 0; hour < hours; hour += 1) {
      const before = (await planned()).length;
      await plan();
      const added = (await planned()).slice(before);
      if (added.includes('reconcile')) await reconcile({ recipientId, connectionId });
      world.advance(3_600);
    }
  };
  const begunToday = () =>
    world.work.run(({ connections }) => connections.change({ ...hospitalBooks, createdAt: world.now() }));

  it('compares and reads engagements once in a day and a night, each within its hour', async () => {
    await begunToday();
    await goThrough(72);
    const nights = ['reconcile', 'pullEngagements'];
    expect(await planned()).toEqual([...nights, ...nights, ...nights]);
    for (const { startAfterSeconds } of world.tables.jobs.values())
      expect(startAfterSeconds).toBeLessThan(3_600);
  });

  it('makes up for a night that was missed, until it is done', async () => {
    await plan();
    expect(await planned()).toEqual(['reconcile']);
    expect(await makeReconcile({ ...world, openConnector })({ recipientId, connectionId })).toBeDefined();
    world.advance(3_600);
    await plan();
    expect(await planned()).toEqual(['reconcile']);
  });

  it('asks nothing over connections that are paused or for trying out', async () => {
    for (const change of [{ active: false }, { live: false }]) {
      await world.work.run(({ connections }) => connections.change({ ...hospitalBooks, ...change }));
      await goThrough(24);
    }
    expect(await planned()).toEqual([]);
  });
});
