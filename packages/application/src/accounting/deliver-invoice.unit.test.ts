import { say } from '@parvis/domain/display/language';
import { anInvoice } from '@parvis/domain/testing/invoice-builder';
import { beforeEach, describe, expect, test } from 'vitest';
import { type MarkedPoint, markedPoints } from '../ports/platform.js';
import { alice, hospital, hospitalBooks, stationer, uuid } from '../testing/cast.js';
import { approved, connectionId, delivered, deliveryOf, status } from '../testing/deliveries.js';
import { Crash } from '../testing/fake-machine.js';
import { makeFakeWorker } from '../testing/fake-worker.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { act, granted, received, stored, upload } from '../testing/journey.js';
import { deliveryKey, type InvoiceEnvelope } from './accounting-connector.js';
import { makeDeliverInvoice } from './deliver-invoice.js';
import { makePullStatuses } from './pull-statuses.js';
import { MAXIMUM_ATTEMPTS } from './retry-policy.js';

const unavailable = {
  kind: 'unavailable',
  message: say('Le système comptable ne répond pas.', 'Le système comptable ne répond pas.'),
} as const;

describe('delivering an invoice', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });

  test('makes one bill under its key and keeps its identifier there', async () => {
    const ref = await approved(world);
    expect(await makeDeliverInvoice(world)({ ref, connectionId })).toBe('delivered');
    expect(world.books.bills.map(({ key }) => key)).toEqual([deliveryKey(ref.invoiceId, 1)]);
    expect(await deliveryOf(world, ref)).toMatchObject({
      state: 'delivered',
      remoteId: '1',
      attempts: 1,
      deliveredAt: world.now(),
    });
  });

  test('sends parties, references, legal limit and files: original, readable copy, additions', async () => {
    const ref = await received(world);
    granted(await act(world, ref, 'suspend', { reason: { code: 'JUSTIF_ABS' } }));
    const attachmentUploadIds = [await upload(world, 'bon.pdf')];
    granted(await act(world, ref, 'complete', { actor: alice, attachmentUploadIds }));
    granted(await act(world, ref, 'approve'));
    await makeDeliverInvoice(world)({ ref, connectionId });
    const { envelope } = world.books.bills[0] ?? {};
    const { content, paymentDueDate } = await stored(world, ref);
    expect(envelope).toMatchObject({
      invoice: content,
      supplier: { siret: stationer.siret, name: stationer.name },
      recipient: { siret: hospital.siret, name: hospital.name },
      serviceCode: 'RESTAURATION',
      engagementNumber: 'EJ-2026-0815',
      paymentDueDate,
    });
    expect(envelope?.files.map(({ fileName }) => fileName)).toEqual([
      'facture.xml',
      'F-2026-0042.html',
      'bon.pdf',
    ]);
    for (const { sha256, bytes } of envelope?.files ?? []) expect(world.sha256(bytes)).toBe(sha256);
  });

  test('does nothing when run again', async () => {
    const ref = await delivered(world);
    expect(await makeDeliverInvoice(world)({ ref, connectionId })).toBe('delivered');
    expect(await deliveryOf(world, ref)).toMatchObject({ attempts: 1 });
  });

  test('makes one bill for two workers at the same moment', async () => {
    const ref = await approved(world);
    const deliver = makeDeliverInvoice(world);
    await Promise.all([deliver({ ref, connectionId }), deliver({ ref, connectionId })]);
    expect(world.books.bills).toHaveLength(1);
    expect(await deliveryOf(world, ref)).toMatchObject({ state: 'delivered', attempts: 1 });
  });

  test('stops at a refusal, keeps its words, and does not try again by itself', async () => {
    const ref = await approved(world);
    const message = say('Le journal des achats n’existe pas.', 'Le journal des achats n’existe pas.');
    world.books.meet({ kind: 'refused', code: 'reference-data-missing', message });
    const worker = makeFakeWorker(world);
    await worker.runDue();
    expect(await deliveryOf(world, ref)).toMatchObject({
      state: 'refused',
      problemCode: 'reference-data-missing',
      problem: message,
    });
    expect(worker.isIdle()).toBe(true);
    expect(await makeDeliverInvoice(world)({ ref, connectionId })).toBe('refused');
    expect(world.books.bills).toEqual([]);
  });

  test('waits longer and longer while the system cannot be reached, then delivers', async () => {
    const ref = await approved(world);
    world.books.meet(unavailable, unavailable, unavailable);
    const waits: number[] = [];
    const deliver = makeDeliverInvoice(world);
    for (let attempt = 1; attempt <= 3; attempt++) {
      expect(await deliver({ ref, connectionId })).toBe('waiting');
      const { nextAttemptAt, problem } = await deliveryOf(world, ref);
      expect(problem).toBe(unavailable.message);
      waits.push(((nextAttemptAt?.getTime() ?? 0) - world.now().getTime()) / 1000);
    }
    expect(waits).toEqual([1, 5, 30]);
    expect(await deliver({ ref, connectionId })).toBe('delivered');
    const { problem, problemCode, nextAttemptAt } = await deliveryOf(world, ref);
    expect([problem, problemCode, nextAttemptAt]).toEqual([undefined, undefined, undefined]);
  });

  test('enqueues the next try for when it is due', async () => {
    const ref = await approved(world);
    world.books.meet(unavailable);
    const worker = makeFakeWorker(world);
    await worker.runDue();
    expect(worker.isIdle()).toBe(false);
    expect(world.books.bills).toEqual([]);
    world.advance(1);
    await worker.runDue();
    expect(worker.isIdle()).toBe(true);
    expect((await deliveryOf(world, ref)).state).toBe('delivered');
  });

  test('waits as long as the system asks for', async () => {
    const ref = await approved(world);
    world.books.meet({ ...unavailable, retryAfterSeconds: 90 });
    await makeDeliverInvoice(world)({ ref, connectionId });
    const { nextAttemptAt } = await deliveryOf(world, ref);
    expect(nextAttemptAt?.getTime()).toBe(world.now().getTime() + 90_000);
  });

  test('parks after three days of trying, with nothing enqueued any more', async () => {
    const ref = await approved(world);
    world.books.meet(...Array.from({ length: MAXIMUM_ATTEMPTS + 5 }, () => unavailable));
    const worker = makeFakeWorker(world);
    for (let hour = 0; hour < 100; hour++) {
      await worker.runDue();
      world.advance(3600);
    }
    expect(worker.isIdle()).toBe(true);
    expect(await deliveryOf(world, ref)).toMatchObject({
      state: 'parked',
      attempts: MAXIMUM_ATTEMPTS,
      problemCode: 'unavailable',
    });
  });

  test('takes a failure for an absence, tells the operators and shows no detail', async () => {
    const ref = await approved(world);
    world.books.meet('throws');
    expect(await makeDeliverInvoice(world)({ ref, connectionId })).toBe('waiting');
    expect(world.logged).toMatchObject([{ what: 'a delivery failed' }]);
    expect((await deliveryOf(world, ref)).problem).not.toContain('connection refused');
  });

  test('finds its own bill again when the answer was lost', async () => {
    const ref = await approved(world);
    world.books.meet('answerLost');
    const deliver = makeDeliverInvoice(world);
    expect(await deliver({ ref, connectionId })).toBe('waiting');
    expect(await deliver({ ref, connectionId })).toBe('delivered');
    expect(world.books.bills).toHaveLength(1);
    expect(await deliveryOf(world, ref)).toMatchObject({ remoteId: '1', attempts: 2 });
  });

  test('stays delivered when a slower process, thought dead, reports that it could not', async () => {
    const ref = await approved(world);
    const slowBooks = {
      system: world.books.system,
      check: () => world.books.check(),
      preview: (envelope: InvoiceEnvelope) => world.books.preview(envelope),
      statusesAfter: (cursor: string | null) => world.books.statusesAfter(cursor),
      deliver: async () => {
        world.advance(121);
        await makeDeliverInvoice(world)({ ref, connectionId });
        return unavailable;
      },
    };
    const slowly = makeDeliverInvoice({ ...world, openConnector: () => slowBooks });
    expect(await slowly({ ref, connectionId })).toBe('delivered');
    expect(await deliveryOf(world, ref)).toMatchObject({ state: 'delivered', remoteId: '1' });
  });

  test('reads again from the beginning what the books told of a bill that others had brought there', async () => {
    const ref = await approved(world);
    await makeDeliverInvoice(world)({ ref, connectionId });
    const second = { ...hospitalBooks, id: uuid(0xbcd), name: 'Second', cursor: null };
    await world.seed({ connections: [second] });
    world.books.tell(status('paid', ['orderPayment', 'book', 'startPayment']));
    await makePullStatuses(world)({ recipientId: hospital.structureId, connectionId: second.id });
    expect((await connectionOf(second.id))?.cursor).toBe('1');
    const opened = { ref, connectionId: second.id, revision: 1, attempts: 0, createdAt: world.now() };
    await world.work.run(({ deliveries }) => deliveries.open({ ...opened, state: 'waiting' }));
    await makeDeliverInvoice(world)({ ref, connectionId: second.id });
    expect((await connectionOf(second.id))?.cursor).toBeNull();
    await makeFakeWorker(world).runDue();
    expect((await connectionOf(second.id))?.cursor).toBe('1');
    const there = await world.work.run(({ deliveries }) => deliveries.find(ref, second.id));
    expect(there).toMatchObject({ state: 'delivered', remoteId: '1', remoteStatus: 'paid' });
  });

  test('keeps its place in the news when it finds its own bill again', async () => {
    const ref = await approved(world);
    await world.work.run(({ connections }) =>
      connections.moveCursor(hospital.structureId, connectionId, '0', world.now()),
    );
    world.books.meet('answerLost');
    const deliver = makeDeliverInvoice(world);
    await deliver({ ref, connectionId });
    expect(await deliver({ ref, connectionId })).toBe('delivered');
    expect((await connectionOf(connectionId))?.cursor).toBe('0');
  });

  const connectionOf = (id: string) =>
    world.work.run(({ connections }) => connections.find(hospital.structureId, id));

  test('waits where it stands while the connection is paused', async () => {
    const ref = await approved(world);
    await world.seed({ connections: [{ ...hospitalBooks, active: false }] });
    expect(await makeDeliverInvoice(world)({ ref, connectionId })).toBe('waiting');
    expect(world.books.bills).toEqual([]);
    expect(await deliveryOf(world, ref)).toMatchObject({ state: 'waiting', attempts: 0 });
  });

  test('wakes what waits once a delivery for which a person waits has had an answer', async () => {
    const first = await approved(world);
    const other = await received(world, anInvoice({ number: 'F-AUTRE' }));
    granted(await act(world, other, 'approve'));
    world.books.meet(...Array.from({ length: 3 }, () => ({ ...unavailable, retryAfterSeconds: 3600 })));
    const deliver = makeDeliverInvoice(world);
    for (const ref of [first, other]) await deliver({ ref, connectionId });
    const before = (await world.jobsAdded()).length;
    await deliver({ ref: first, connectionId, pressing: true });
    await deliver({ ref: first, connectionId, pressing: true });
    expect((await world.jobsAdded()).slice(before)).toEqual([
      { kind: 'deliverInvoice', ref: first, connectionId },
      { kind: 'deliverInvoice', ref: other, connectionId },
    ]);
  });

  test('tells the connector that a person waits, and only then', async () => {
    const pressed: unknown[] = [];
    const deliver = makeDeliverInvoice({
      ...world,
      openConnector: (_connection, _listen, pressing) => {
        pressed.push(pressing);
        return world.books;
      },
    });
    for (const pressing of [true, false])
      await deliver({ ref: await another(`F-${pressing}`), connectionId, pressing });
    await deliver({ ref: await another('F-SEULE'), connectionId });
    expect(pressed).toEqual([true, false, false]);
  });

  const another = async (number: string) => {
    const ref = await received(world, anInvoice({ number }));
    granted(await act(world, ref, 'approve'));
    return ref;
  };

  test('fails for a delivery that was never opened', async () => {
    const ref = await received(world);
    await expect(makeDeliverInvoice(world)({ ref, connectionId })).rejects.toThrow('no delivery');
  });

  test('leaves alone what another process is sending, and looks again when its lease is over', async () => {
    const ref = await approved(world);
    const worker = makeFakeWorker(world);
    world.machine.dieAt('deliver.beforeSend');
    await expect(worker.runDue()).rejects.toThrow(Crash);
    world.machine.restart();
    await worker.runDue();
    expect(await deliveryOf(world, ref)).toMatchObject({ state: 'sending', attempts: 1 });
    expect(world.books.bills).toEqual([]);
    world.advance(120);
    await worker.runDue();
    expect(await deliveryOf(world, ref)).toMatchObject({ state: 'delivered', attempts: 2 });
    expect(worker.isIdle()).toBe(true);
  });

  test.each<MarkedPoint>([
    'deliver.beforeSend',
    'deliver.createdThere',
    'deliver.attachedThere',
    'deliver.beforeRecord',
    'deliver.afterRecord',
  ])('made again after a death at %s gives one bill with its files', async (point) => {
    const ref = await approved(world);
    const deliver = makeDeliverInvoice(world);
    world.machine.dieAt(point);
    await expect(deliver({ ref, connectionId })).rejects.toThrow(Crash);
    world.machine.restart();
    world.advance(121);
    expect(await deliver({ ref, connectionId })).toBe('delivered');
    expect(world.books.bills).toHaveLength(1);
    expect(world.books.bills[0]?.files).toEqual(['facture.xml', 'F-2026-0042.html']);
    expect(await deliveryOf(world, ref)).toMatchObject({ state: 'delivered', remoteId: '1' });
  });

  test('gives 200 bills for 200 invoices that each met one or two deaths on their way', async () => {
    const points = markedPoints.filter((point) => point.startsWith('deliver.'));
    const deliver = makeDeliverInvoice(world);
    for (let number = 0; number < 200; number++) {
      const ref = await received(world, anInvoice({ number: `F-${number}` }));
      granted(await act(world, ref, 'approve'));
      for (const point of new Set([points[number % 5], points[Math.floor(number / 5) % 5]])) {
        if (point) world.machine.dieAt(point);
        await deliver({ ref, connectionId }).catch((failure) => expect(failure).toBeInstanceOf(Crash));
        world.machine.restart();
        world.advance(121);
      }
      expect(await deliver({ ref, connectionId })).toBe('delivered');
    }
    expect(world.books.bills).toHaveLength(200);
    expect(new Set(world.books.bills.map(({ key }) => key)).size).toBe(200);
  });
});
