import { say } from '@parvis/domain/display/language';
import { historyRoot, verifyHistory } from '@parvis/domain/life-cycle/history';
import { beforeEach, describe, expect, test } from 'vitest';
import type { MarkedPoint } from '../ports/platform.js';
import { hospital, hospitalBooks } from '../testing/cast.js';
import { approved, connectionId, delivered, deliveryOf, status } from '../testing/deliveries.js';
import { Crash } from '../testing/fake-machine.js';
import { type FakeWorld, makeFakeWorld, sha256 } from '../testing/fake-world.js';
import { act, granted, history, statusesOf, stored } from '../testing/journey.js';
import { deliveryKey } from './accounting-connector.js';
import { makeDeliverInvoice } from './deliver-invoice.js';
import { makePullStatuses } from './pull-statuses.js';

const later = (hour: number): Date => new Date(Date.UTC(2026, 2, 11, hour));

describe('pulling statuses', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });
  const pull = () => makePullStatuses(world)({ recipientId: hospital.structureId, connectionId });
  const connection = () =>
    world.work.run(({ connections }) => connections.find(hospital.structureId, connectionId));

  test('brings back ordered, booked and paid, dated and signed by the accounting system', async () => {
    const ref = await delivered(world);
    world.advance(9 * 86_400);
    world.books.tell(
      status('posted', ['orderPayment'], { reference: { id: '1', number: 'FF-2026-1' } }),
      status('booked', ['book'], { occurredAt: later(1) }),
      status('paid', ['startPayment'], { occurredAt: later(2) }),
    );
    expect(await pull()).toEqual({ applied: 3 });
    const events = await history(world, ref);
    expect(events.slice(-3).map(({ to }) => to)).toEqual(['paymentOrdered', 'booked', 'inPayment']);
    expect(events.at(-3)).toMatchObject({
      actor: { kind: 'accountant', id: connectionId, name: hospitalBooks.name },
      source: { system: 'simulator', code: 'posted', reference: 'FF-2026-1' },
    });
    expect(events.at(-1)?.occurredAt).toEqual(later(2));
    expect(verifyHistory(events, sha256, historyRoot(ref, sha256))).toEqual({ kind: 'intact' });
    expect(await deliveryOf(world, ref)).toMatchObject({ remoteStatus: 'paid', remoteNumber: 'FF-2026-1' });
  });

  test('dates nothing in days that have not come', async () => {
    const ref = await delivered(world);
    world.books.tell(status('posted', ['orderPayment'], { occurredAt: new Date('9999-12-31T00:00:00Z') }));
    expect(await pull()).toEqual({ applied: 1 });
    expect((await history(world, ref)).at(-1)?.occurredAt).toEqual(world.now());
  });

  test('leaves a system that always has more to tell, and goes on there the next time', async () => {
    let asked = 0;
    world.books.statusesAfter = async (cursor) => {
      asked += 1;
      return { kind: 'page', statuses: [], next: String(Number(cursor) + 1), more: asked < 5_000 };
    };
    await pull();
    expect(asked).toBe(500);
    expect((await connection())?.cursor).toBe('500');
  });

  test('fills the gap when several states went by between two readings', async () => {
    const ref = await delivered(world);
    world.books.tell(status('paid', ['orderPayment', 'book', 'startPayment']));
    expect(await pull()).toEqual({ applied: 3 });
    expect((await statusesOf(world, ref)).slice(-3)).toEqual(['paymentOrdered', 'booked', 'inPayment']);
  });

  test('fills no gap that is filled already', async () => {
    const ref = await delivered(world);
    world.books.tell(status('posted', ['orderPayment']));
    await pull();
    world.books.tell(status('paid', ['orderPayment', 'startPayment'], { occurredAt: later(1) }));
    expect(await pull()).toEqual({ applied: 1 });
    expect((await history(world, ref)).filter(({ action }) => action === 'orderPayment')).toHaveLength(1);
  });

  test('reads everything again without a new event', async () => {
    const ref = await delivered(world);
    const told = [
      status('posted', ['orderPayment']),
      status('paid', ['startPayment'], { occurredAt: later(1) }),
    ];
    world.books.tell(...told, ...told);
    expect(await pull()).toEqual({ applied: 2 });
    expect(await history(world, ref)).toHaveLength(5);
  });

  test('sees no news in a bill that was touched and stands where it stood', async () => {
    const ref = await delivered(world);
    world.books.tell(status('posted', ['orderPayment']));
    world.books.tell(status('posted', ['orderPayment'], { occurredAt: later(5) }));
    expect(await pull()).toEqual({ applied: 1 });
    expect(await history(world, ref)).toHaveLength(4);
  });

  test('keeps a late step in the history and leaves the invoice paid', async () => {
    const ref = await delivered(world);
    world.books.tell(status('paid', ['startPayment']));
    world.books.tell(status('posted', ['orderPayment'], { occurredAt: later(1) }));
    expect(await pull()).toEqual({ applied: 2 });
    expect((await stored(world, ref)).status).toBe('inPayment');
    expect((await history(world, ref)).at(-1)).toMatchObject({ action: 'orderPayment', moves: false });
  });

  test('records of a late word that step alone, not those before it', async () => {
    const ref = await delivered(world);
    world.books.tell(status('paid', ['startPayment']));
    world.books.tell(status('booked', ['orderPayment', 'book'], { occurredAt: later(1) }));
    expect(await pull()).toEqual({ applied: 2 });
    expect((await history(world, ref)).at(-1)).toMatchObject({ action: 'book', moves: false });
  });

  test('tells paid, returned and paid again as three dated events, also when read twice', async () => {
    const ref = await delivered(world);
    const told = [
      status('paid', ['startPayment']),
      status('returned', ['returnPayment'], { occurredAt: later(1), reason: 'IBAN clos' }),
      status('paid', ['startPayment'], { occurredAt: later(2) }),
    ];
    world.books.tell(...told, ...told);
    expect(await pull()).toEqual({ applied: 3 });
    const events = await history(world, ref);
    expect(events.slice(-3).map(({ to }) => to)).toEqual(['inPayment', 'booked', 'inPayment']);
    expect(events.at(-2)?.reason).toEqual({ code: 'AUTRE', text: 'IBAN clos' });
  });

  test('keeps an unknown word beside the delivery, tells the operators, and records no event', async () => {
    const ref = await delivered(world);
    world.books.tell(status('zwischengelagert', []));
    world.books.tell(status('zwischengelagert', [], { occurredAt: later(1) }));
    expect(await pull()).toEqual({ applied: 0 });
    expect((await deliveryOf(world, ref)).remoteStatus).toBe('zwischengelagert');
    expect(world.logged).toMatchObject([{ details: { word: 'zwischengelagert' } }]);
    expect(await history(world, ref)).toHaveLength(3);
  });

  test('logs a step that is closed and goes on', async () => {
    const ref = await delivered(world);
    granted(await act(world, ref, 'suspend', { reason: { code: 'JUSTIF_ABS' } }));
    world.books.tell(status('posted', ['orderPayment']));
    expect(await pull()).toEqual({ applied: 0 });
    expect(world.logged).toMatchObject([{ details: { refusal: 'action-closed', action: 'orderPayment' } }]);
    expect((await stored(world, ref)).status).toBe('suspended');
    expect((await connection())?.cursor).toBe('1');
  });

  test('ignores bills we did not send, without a word', async () => {
    const ref = await delivered(world);
    world.books.tell(status('paid', ['startPayment'], { reference: { id: '999' } }));
    expect(await pull()).toEqual({ applied: 0 });
    expect(world.logged).toEqual([]);
    expect(await history(world, ref)).toHaveLength(3);
    expect(world.tables.appliedStatuses.size).toBe(0);
  });

  test('knows by its key a bill whose creation it never heard of', async () => {
    const ref = await approved(world);
    world.machine.dieAt('deliver.createdThere');
    await expect(makeDeliverInvoice(world)({ ref, connectionId })).rejects.toThrow(Crash);
    world.machine.restart();
    const key = deliveryKey(ref.invoiceId, 1);
    world.books.tell(status('posted', ['orderPayment'], { key }));
    expect(await pull()).toEqual({ applied: 1 });
    expect(await deliveryOf(world, ref)).toMatchObject({ state: 'sending', remoteId: '1' });
  });

  test('reads page after page and remembers where it stopped', async () => {
    await delivered(world);
    world.books.pageSize = 1;
    world.books.tell(
      status('posted', ['orderPayment']),
      status('booked', ['book'], { occurredAt: later(1) }),
      status('paid', ['startPayment'], { occurredAt: later(2) }),
    );
    expect(await pull()).toEqual({ applied: 3 });
    expect(await connection()).toMatchObject({ cursor: '3', lastPulledAt: world.now() });
    expect(await pull()).toEqual({ applied: 0 });
  });

  test.each(['unavailable', 'throws'] as const)(
    'notes a system that is %s, and clears the note',
    async (how) => {
      await delivered(world);
      const message = say('Injoignable.', 'Injoignable.');
      world.books.meet(how === 'throws' ? how : { kind: how, message });
      expect(await pull()).toEqual({ applied: 0 });
      const problem = (await connection())?.lastProblem;
      expect(how === 'throws' ? problem?.fr.length : problem).toEqual(
        how === 'throws' ? expect.any(Number) : message,
      );
      expect((await connection())?.cursor).toBeNull();
      await pull();
      expect((await connection())?.lastProblem).toBeUndefined();
    },
  );

  describe('that were posted to us', () => {
    const failing = { what: 'message not understood', failure: 'no status', milliseconds: 0 } as const;
    const question = { line: 'POST inbox:1', headers: {}, body: 'payé hier' };
    /** Reads what lies here, and tells that it understands none of it. */
    const pullHere = () =>
      makePullStatuses({
        ...world,
        openConnector: (_connection, listen) => ({
          system: 'webhook',
          newsIsHere: true,
          check: () => world.books.check(),
          preview: (envelope) => world.books.preview(envelope),
          deliver: (envelope, key) => world.books.deliver(envelope, key),
          statusesAfter: async (cursor) => {
            listen?.({ ...failing, question, at: later(0) });
            return world.books.statusesAfter(cursor);
          },
        }),
      })({ recipientId: hospital.structureId, connectionId });

    test('say nothing of how the system is: what waits for it goes on waiting', async () => {
      const ref = await approved(world);
      world.books.meet({ kind: 'unavailable', message: say('Injoignable.', 'Away.') });
      await makeDeliverInvoice(world)({ ref, connectionId });
      await world.work.run(({ connections }) =>
        connections.noteProblem(hospital.structureId, connectionId, say('Injoignable.', 'Away.'), later(0)),
      );
      const before = (await world.jobsAdded()).length;
      await pullHere();
      expect((await world.jobsAdded()).slice(before)).toEqual([]);
    });

    test('are kept for people where nobody understands them', async () => {
      await pullHere();
      const kept = await world.work.run(({ exchanges }) =>
        exchanges.list(hospital.structureId, connectionId, { invoiceId: null, limit: 10 }),
      );
      expect(kept.exchanges).toMatchObject([{ ...failing, question: { body: 'payé hier' } }]);
    });
  });

  test('goes back to the beginning when it was sent there while a page was read', async () => {
    const ref = await delivered(world);
    world.books.pageSize = 1;
    world.books.tell(
      status('posted', ['orderPayment']),
      status('booked', ['book'], { occurredAt: later(1) }),
    );
    const asked: (string | null)[] = [];
    const openConnector = () => ({
      system: world.books.system,
      check: () => world.books.check(),
      deliver: () => Promise.reject(new Error('nothing is delivered here')),
      preview: () => Promise.reject(new Error('nothing is tried here')),
      statusesAfter: async (cursor: string | null) => {
        asked.push(cursor);
        if (asked.length === 2)
          await world.work.run(({ connections }) =>
            connections.forgetCursor(hospitalBooks.recipientId, connectionId),
          );
        return world.books.statusesAfter(cursor);
      },
    });
    const again = makePullStatuses({ ...world, openConnector });
    const of = { recipientId: hospitalBooks.recipientId, connectionId };
    await again(of);
    expect(await again(of)).toEqual({ applied: 1 });
    expect(asked).toEqual([null, '1', null, '1']);
    expect((await deliveryOf(world, ref)).remoteStatus).toBe('booked');
  });

  test('wakes what waits for a system as soon as it answers again', async () => {
    const ref = await approved(world);
    world.books.meet({ kind: 'unavailable', message: say('Injoignable.', 'Injoignable.') });
    await makeDeliverInvoice(world)({ ref, connectionId });
    expect(await deliveryOf(world, ref)).toMatchObject({ state: 'waiting', nextAttemptAt: expect.any(Date) });
    world.books.meet({ kind: 'unavailable', message: say('Injoignable.', 'Injoignable.') });
    await pull();
    const before = (await world.jobsAdded()).length;
    await pull();
    expect((await world.jobsAdded()).slice(before)).toEqual([{ kind: 'deliverInvoice', ref, connectionId }]);
    await pull();
    expect(await world.jobsAdded()).toHaveLength(before + 1);
  });

  test('asks nothing over a connection switched off', async () => {
    await world.seed({ connections: [{ ...hospitalBooks, active: false }] });
    world.books.meet('throws');
    expect(await pull()).toEqual({ applied: 0 });
    expect(world.logged).toEqual([]);
  });

  test.each<MarkedPoint>(['pull.pageRead', 'pull.beforeCommit', 'pull.afterCommit'])(
    'made again after a death at %s tells each step once',
    async (point) => {
      const ref = await delivered(world);
      world.books.tell(status('posted', ['orderPayment']));
      world.books.tell(status('paid', ['startPayment'], { occurredAt: later(1) }));
      world.machine.dieAt(point);
      await expect(pull()).rejects.toThrow(Crash);
      world.machine.restart();
      await pull();
      expect((await statusesOf(world, ref)).slice(-2)).toEqual(['paymentOrdered', 'inPayment']);
      expect(await history(world, ref)).toHaveLength(5);
      expect((await connection())?.cursor).toBe('2');
    },
  );

  test('tells each step once when two workers pull at the same moment', async () => {
    const ref = await delivered(world);
    world.books.tell(status('posted', ['orderPayment']));
    const answers = await Promise.all([pull(), pull()]);
    expect(answers.map(({ applied }) => applied).sort()).toEqual([0, 1]);
    expect(await history(world, ref)).toHaveLength(4);
  });
});
