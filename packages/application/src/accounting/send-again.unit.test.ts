import { say } from '@parvis/domain/display/language';
import { anInvoice } from '@parvis/domain/testing/invoice-builder';
import { beforeEach, describe, expect, test } from 'vitest';
import { claire, denis, elise, hospital, hospitalBooks, ines, uuid } from '../testing/cast.js';
import { approved, connectionId, delivered, deliveryOf } from '../testing/deliveries.js';
import { makeFakeWorker } from '../testing/fake-worker.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { act, granted, received, refusalOf } from '../testing/journey.js';
import type { DeliveryOutcome } from './accounting-connector.js';
import { makeDeliverInvoice } from './deliver-invoice.js';
import { makeDeliveryFigures } from './delivery-figures.js';
import { makeDryRun } from './dry-run.js';
import { makeListExchanges } from './list-exchanges.js';
import type { ToldExchange } from './open-connector.js';
import { makeReplayDeliveries } from './replay-deliveries.js';
import { makeRetryDeliveries } from './retry-deliveries.js';
import { makeSendToConnection } from './send-to-connection.js';

const refused: DeliveryOutcome = {
  kind: 'refused',
  code: 'reference-data-missing',
  message: say('Journal inconnu.', 'Unknown journal.'),
};
const away: DeliveryOutcome = { kind: 'unavailable', message: say('Absent.', 'Away.') };

let world: FakeWorld;
beforeEach(async () => {
  world = await makeFakeWorld();
});
const deliver = (ref: Parameters<ReturnType<typeof makeDeliverInvoice>>[0]['ref']) =>
  makeDeliverInvoice(world)({ ref, connectionId });
const failedWith = async (outcome: DeliveryOutcome, number: string) => {
  const ref = await received(world, anInvoice({ number }));
  granted(await act(world, ref, 'approve'));
  world.books.meet(outcome);
  await deliver(ref);
  return ref;
};
const traces = async () =>
  (await world.work.run(({ accessTrace }) => accessTrace.page(hospital.structureId, { limit: 10 }))).entries;

describe('trying again all that is stuck', () => {
  const retry = (states?: readonly ('refused' | 'waiting')[], actor = claire) =>
    makeRetryDeliveries(world)({ connectionId, ...(states ? { states } : {}) }, actor);

  test('sends what was refused and what waits for its next try, once each, and says so', async () => {
    const refs = [await failedWith(refused, 'F-1'), await failedWith(away, 'F-2')];
    await delivered(world);
    expect(granted(await retry())).toEqual({ count: 2, more: false });
    // The first finds out whether the system answers; the others need not ask one that is silent.
    expect((await world.jobsAdded()).slice(-2)).toEqual([
      expect.objectContaining({ kind: 'deliverInvoice', pressing: true }),
      expect.not.objectContaining({ pressing: true }),
    ]);
    await makeFakeWorker(world).runDue();
    for (const ref of refs) expect((await deliveryOf(world, ref)).state).toBe('delivered');
    expect(world.books.bills).toHaveLength(3);
    expect(await traces()).toMatchObject([{ act: 'connection.retried', details: { count: 2 } }]);
    expect(granted(await retry())).toEqual({ count: 0, more: false });
  });

  test('leaves other states alone, and readers may not', async () => {
    const ref = await failedWith(refused, 'F-1');
    expect(granted(await retry(['waiting']))).toEqual({ count: 0, more: false });
    expect((await deliveryOf(world, ref)).state).toBe('refused');
    expect(refusalOf(await retry(undefined, denis))).toMatchObject({ code: 'not-allowed' });
    expect(refusalOf(await retry(undefined, elise))).toEqual({ code: 'connection-not-found' });
  });

  test('takes more than a batch', async () => {
    const rows = Array.from({ length: 501 }, (_, index) => ({
      ref: { recipientId: hospital.structureId, invoiceId: uuid(0x5000 + index) },
      connectionId,
      revision: 1,
      state: 'parked' as const,
      attempts: 78,
      createdAt: world.now(),
    }));
    await world.work.run(async ({ deliveries }) => {
      for (const row of rows) await deliveries.open(row);
    });
    expect(granted(await retry())).toEqual({ count: 501, more: false });
  });
});

describe('replaying from a moment', () => {
  const replay = (from: Date) => makeReplayDeliveries(world)({ connectionId, from }, claire);

  test('finds what stands there, makes what is missing, and keeps when it was first delivered', async () => {
    const [kept, lost] = [await delivered(world), await failedWith(refused, 'F-9')];
    granted(await makeRetryDeliveries(world)({ connectionId }, claire));
    await makeFakeWorker(world).runDue();
    const deliveredAt = world.now();
    // The other side came back from a backup of before the second one.
    world.books.bills.splice(1);
    world.advance(3600);
    expect(granted(await replay(new Date(0)))).toEqual({ count: 2, more: false });
    await makeFakeWorker(world).runDue();
    expect(world.books.bills).toHaveLength(2);
    expect(await deliveryOf(world, kept)).toMatchObject({ state: 'delivered', deliveredAt });
    expect(await deliveryOf(world, lost)).toMatchObject({ state: 'delivered', deliveredAt: world.now() });
    expect((await traces()).map(({ act: name }) => name)).toContain('connection.replayed');
  });

  test('leaves alone what was delivered before', async () => {
    await delivered(world);
    expect(granted(await replay(new Date(world.now().getTime() + 1)))).toEqual({ count: 0, more: false });
  });
});

describe('sending one invoice over a connection', () => {
  const trial = { ...hospitalBooks, id: uuid(0xbcc), name: 'Essai', live: false };
  const send = (ref: { recipientId: string; invoiceId: string }, id = trial.id, actor = claire) =>
    makeSendToConnection(world)({ ref, connectionId: id }, actor);
  beforeEach(() => world.seed({ connections: [hospitalBooks, trial] }));

  test('puts it into the books of a connection that takes no part in its life', async () => {
    const ref = await received(world);
    expect(granted(await send(ref))).toMatchObject({ connectionId: trial.id, state: 'waiting', revision: 1 });
    expect(refusalOf(await send(ref))).toEqual({ code: 'nothing-to-retry' });
    await makeFakeWorker(world).runDue();
    expect(world.books.bills).toHaveLength(1);
  });

  test('tries again what was refused there, under the same key', async () => {
    const ref = await received(world);
    granted(await send(ref));
    world.books.meet(refused);
    await makeFakeWorker(world).runDue();
    expect(granted(await send(ref))).toMatchObject({ state: 'waiting', revision: 1, attempts: 0 });
  });

  test('is not for invoices that were turned down, nor for those of others or of other services', async () => {
    const ref = await received(world);
    const [held] = ines.memberships;
    if (!held) throw new Error('she is in the hospital');
    const operates = { space: 'connections', level: 'full' } as const;
    const operator = { ...ines, memberships: [{ ...held, grants: [...held.grants, operates] }] };
    expect(refusalOf(await send(ref, trial.id, operator))).toEqual({ code: 'invoice-not-found' });
    expect(refusalOf(await send({ ...ref, recipientId: uuid(1) }))).toEqual({ code: 'invoice-not-found' });
    granted(await act(world, ref, 'refuse', { reason: { code: 'AUTRE', text: 'Déjà payée.' } }));
    expect(refusalOf(await send(ref))).toEqual({ code: 'invoice-not-to-be-sent' });
  });
});

describe('a dry run', () => {
  const run = (first?: number, actor = claire) =>
    makeDryRun(world)({ connectionId, ...(first === undefined ? {} : { first }) }, actor);

  test('shows what would be made of the last invoices, newest first, and writes nothing', async () => {
    for (const number of ['F-1', 'F-2', 'F-3']) {
      world.advance(60);
      await received(world, anInvoice({ number }));
    }
    world.books.meet(
      { kind: 'refused', code: 'reference-data-missing', message: say('Compte ?', 'Account?') },
      { kind: 'unavailable', message: say('Absent.', 'Away.') },
    );
    const jobs = (await world.jobsAdded()).length;
    const tried = granted(await run(3));
    expect(tried.map(({ invoice, outcome }) => [invoice.number, outcome.kind])).toEqual([
      ['F-3', 'refused'],
      ['F-2', 'unavailable'],
      ['F-1', 'preview'],
    ]);
    expect(granted(await run(1))).toHaveLength(1);
    expect(world.books.bills).toEqual([]);
    expect((await world.jobsAdded()).length).toBe(jobs);
  });

  test('tells of an invoice that cannot be tried, and goes on with the others', async () => {
    await received(world, anInvoice({ number: 'F-1' }));
    await received(world, anInvoice({ number: 'F-2' }));
    world.books.meet('throws');
    expect(
      granted(await run())
        .map(({ outcome }) => outcome.kind)
        .toSorted(),
    ).toEqual(['preview', 'unavailable']);
    expect(world.logged).toMatchObject([{ what: 'an invoice could not be tried' }]);
  });

  test('ends in time, and says of the rest that it was not tried', async () => {
    await received(world);
    const tried = granted(await makeDryRun({ ...world, withinMs: 0 })({ connectionId }, claire));
    expect(tried).toMatchObject([{ outcome: { kind: 'unavailable' } }]);
  });

  test('shows no invoice of other services, and is made six times a minute at most', async () => {
    await received(world);
    const [held] = ines.memberships;
    if (!held) throw new Error('she is in the hospital');
    const operates = { space: 'connections', level: 'full' } as const;
    const operator = { ...ines, memberships: [{ ...held, grants: [...held.grants, operates] }] };
    expect(granted(await run(10, operator))).toEqual([]);
    for (let count = 0; count < 5; count += 1) granted(await run(1));
    expect(refusalOf(await run(1))).toMatchObject({ code: 'tested-too-often' });
  });
});

describe('figures of a connection', () => {
  test('have one row for each hour, whether or not anything happened', async () => {
    await delivered(world);
    await failedWith(refused, 'F-2');
    const figures = makeDeliveryFigures(world);
    const rows = granted(await figures({ connectionId, hours: 3 }, denis));
    expect(rows.map(({ delivered: done, failed }) => [done, failed])).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
    ]);
    expect(rows.at(-1)).toMatchObject({ medianSeconds: 0, p95Seconds: 0 });
    expect(granted(await figures({ connectionId, hours: 9999 }, denis))).toHaveLength(168);
    expect(refusalOf(await figures({ connectionId, hours: 3 }, elise))).toEqual({
      code: 'connection-not-found',
    });
  });
});

describe('what was said over a connection', () => {
  const exchange: ToldExchange = {
    at: new Date('2026-03-02T09:00:00Z'),
    what: 'create the bill',
    question: { line: 'POST https://compta.invalid/bills', headers: {}, body: '{}' },
    failure: 'timeout',
    milliseconds: 30_000,
  };
  const talkative = () => ({
    ...world,
    openConnector: (_connection: unknown, listen?: (told: ToldExchange) => void) => {
      for (let count = 0; count < 45; count += 1) listen?.({ ...exchange, milliseconds: count });
      return world.books;
    },
  });
  const list = (
    command: Omit<Parameters<ReturnType<typeof makeListExchanges>>[0], 'connectionId'>,
    actor = claire,
  ) => makeListExchanges(world)({ connectionId, ...command }, actor);

  test('is kept with the delivery it was for, the last of it when there is much', async () => {
    const ref = await approved(world);
    await makeDeliverInvoice(talkative())({ ref, connectionId });
    const { exchanges, next } = granted(await list({ ref, limit: 100 }, denis));
    expect(exchanges).toHaveLength(40);
    expect(exchanges[0]).toMatchObject({ invoiceId: ref.invoiceId, failure: 'timeout', milliseconds: 44 });
    expect(next).toBeUndefined();
    expect(granted(await list({})).exchanges).toEqual([]);
    expect(refusalOf(await list({ ref }, elise))).toEqual({ code: 'connection-not-found' });
    expect(refusalOf(await list({}, denis))).toMatchObject({ code: 'not-allowed' });
  });
});
