import { say } from '@parvis/domain/display/language';
import { anInvoice } from '@parvis/domain/testing/invoice-builder';
import { beforeEach, describe, expect, test } from 'vitest';
import { claire, denis, elise, hospital, hospitalBooks } from '../testing/cast.js';
import { approved, connectionId, deliveryOf } from '../testing/deliveries.js';
import { makeFakeWorker } from '../testing/fake-worker.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { act, granted, received } from '../testing/journey.js';
import { mailsTo } from '../testing/mails.js';
import type { InvoiceEnvelope } from './accounting-connector.js';
import { makeDeliverInvoice } from './deliver-invoice.js';
import { makePullStatuses } from './pull-statuses.js';
import { makeSetConnectionActive } from './set-connection-active.js';

const message = say('Mot de passe inconnu.', 'Unknown password.');
const refused = { kind: 'refused', code: 'credentials-refused', message } as const;

let world: FakeWorld;
beforeEach(async () => {
  world = await makeFakeWorld();
});
const connection = () =>
  world.work.run(({ connections }) => connections.find(hospital.structureId, connectionId));
const traces = async () =>
  (await world.work.run(({ accessTrace }) => accessTrace.page(hospital.structureId, { limit: 10 }))).entries;
const resume = async () =>
  granted(await makeSetConnectionActive(world)({ connectionId, active: true }, claire));
const pull = () => makePullStatuses(world)({ recipientId: hospital.structureId, connectionId });
const alsoApproved = async (number: string) => {
  const ref = await received(world, anInvoice({ number }));
  granted(await act(world, ref, 'approve'));
  return ref;
};

describe('a system that refuses the account', () => {
  test('is asked once: everything waits, and leaves in order once somebody resumes', async () => {
    const refs = [await approved(world), await alsoApproved('F-2'), await alsoApproved('F-3')];
    world.books.meet(refused);
    const worker = makeFakeWorker(world);
    await worker.runDue();
    const [first, ...others] = await Promise.all(refs.map((ref) => deliveryOf(world, ref)));
    expect(first).toMatchObject({
      state: 'waiting',
      attempts: 1,
      problemCode: refused.code,
      problem: message,
    });
    expect(first).not.toHaveProperty('nextAttemptAt');
    for (const other of others) expect(other).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(await connection()).toMatchObject({ active: false, pausedAt: world.now(), lastProblem: message });
    expect(worker.isIdle()).toBe(true);
    const resumed = await resume();
    expect(resumed).toMatchObject({ active: true });
    expect(resumed).not.toHaveProperty('lastProblem');
    await worker.runDue();
    const bills = world.books.bills.map(({ envelope }) => envelope.invoice.number);
    expect(bills).toEqual(['F-2026-0042', 'F-2', 'F-3']);
    for (const ref of refs) expect(await deliveryOf(world, ref)).toMatchObject({ state: 'delivered' });
  });

  test.each([refused.code, 'right-missing'] as const)(
    'is told of once to those who may mend it, with what it answered and where to go: %s',
    async (code) => {
      const [one, other] = [await approved(world), await alsoApproved('F-2')];
      world.books.meet({ ...refused, code }, { ...refused, code });
      // Two workers had both begun when the account was refused.
      const slow = sentMeanwhile(() => makeDeliverInvoice(world)({ ref: other, connectionId }));
      await makeDeliverInvoice({ ...world, openConnector: () => slow })({ ref: one, connectionId });
      const [mail, ...more] = mailsTo(world, claire.email);
      expect(more).toEqual([]);
      for (const part of [hospitalBooks.name, hospital.name, message.fr]) expect(mail?.body).toContain(part);
      const page = `https://parvis.invalid/administration/connecteurs/${connectionId}/reglages`;
      expect(mail?.body.split('\n').at(-1)).toBe(page);
      for (const { email } of [denis, elise]) expect(mailsTo(world, email)).toEqual([]);
      expect(await traces()).toMatchObject([
        {
          act: 'connection.paused',
          byUserId: null,
          byName: 'Parvis',
          subject: hospitalBooks.name,
          details: { code, problem: message },
        },
      ]);
    },
  );

  test('is written of in the language of whoever reads', async () => {
    const account = world.tables.accounts.get(claire.userId);
    if (!account) throw new Error('no such account');
    world.tables.accounts.set(claire.userId, { ...account, language: 'en' });
    const ref = await approved(world);
    world.books.meet(refused);
    await makeDeliverInvoice(world)({ ref, connectionId });
    expect(mailsTo(world, claire.email)).toMatchObject([{ body: expect.stringContaining(message.en) }]);
  });

  test('pauses nothing when other settings were saved meanwhile: those are tried', async () => {
    const ref = await approved(world);
    const changed = { ...hospitalBooks, settings: { address: 'http://autre.invalid' } };
    world.books.meet(refused);
    const slow = sentMeanwhile(() => world.work.run(({ connections }) => connections.change(changed)));
    const slowly = makeDeliverInvoice({ ...world, openConnector: () => slow });
    expect(await slowly({ ref, connectionId })).toBe('waiting');
    expect(await connection()).toMatchObject({ active: true });
    expect(await deliveryOf(world, ref)).toMatchObject({ nextAttemptAt: expect.any(Date) });
    expect(mailsTo(world, claire.email)).toEqual([]);
  });

  /** The books, where something else happens while they are being asked. */
  const sentMeanwhile = (happens: () => Promise<unknown>) => ({
    system: world.books.system,
    check: () => world.books.check(),
    preview: (envelope: InvoiceEnvelope) => world.books.preview(envelope),
    statusesAfter: (cursor: string | null) => world.books.statusesAfter(cursor),
    deliver: async (...asked: Parameters<typeof world.books.deliver>) => {
      const outcome = await world.books.deliver(...asked);
      await happens();
      return outcome;
    },
  });
});

describe('a system that refuses the account while it is read', () => {
  const unreadable = { kind: 'unavailable', message } as const;

  test('is left alone too, and told of', async () => {
    world.books.meet({ ...unreadable, refusal: 'credentials-refused' });
    expect(await pull()).toEqual({ applied: 0 });
    expect(await connection()).toMatchObject({ active: false, lastProblem: message });
    expect(mailsTo(world, claire.email)).toHaveLength(1);
    await pull();
    expect(mailsTo(world, claire.email)).toHaveLength(1);
    await resume();
    await pull();
    expect(await connection()).toMatchObject({ active: true, cursor: '0' });
  });

  test('goes on being delivered to when only reading is refused', async () => {
    world.books.meet({ ...unreadable, refusal: 'right-missing' });
    await pull();
    expect(await connection()).toMatchObject({ active: true, lastProblem: message });
    expect(mailsTo(world, claire.email)).toEqual([]);
  });

  test('keeps no place of its news when it was replaced by another meanwhile', async () => {
    const elsewhere = { ...hospitalBooks, settings: { address: 'http://autre.invalid' } };
    const moving = {
      ...({ system: 'simulator', newsIsHere: true } as const),
      check: () => world.books.check(),
      preview: (envelope: InvoiceEnvelope) => world.books.preview(envelope),
      deliver: (...asked: Parameters<typeof world.books.deliver>) => world.books.deliver(...asked),
      statusesAfter: async (cursor: string | null) => {
        await world.work.run(({ connections }) => connections.change(elsewhere));
        return world.books.statusesAfter(cursor);
      },
    };
    const recipientId = hospital.structureId;
    await makePullStatuses({ ...world, openConnector: () => moving })({ recipientId, connectionId });
    expect((await connection())?.cursor).toBeNull();
  });
});
