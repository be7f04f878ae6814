import { type Bilingual, say } from '@parvis/domain/display/language';
import { describe, expect, test } from 'vitest';
import type { AppliedStatus, Delivery } from '../accounting/delivery-ledger.js';
import type { Stores } from '../ports/work.js';
import { hospital, hospitalBooks, town } from './cast.js';
import { depositEvent, storedInvoice } from './sample-invoices.js';
import { type MakePorts, usePorts } from './use-ports.js';

const at = (second: number): Date => new Date(Date.UTC(2026, 2, 2, 11, 0, second));

const opened = (number: number): Delivery => ({
  ref: storedInvoice(number).ref,
  connectionId: hospitalBooks.id,
  revision: 1,
  state: 'waiting',
  attempts: 0,
  createdAt: at(number),
});

const delivered: Delivery = {
  ...opened(1),
  state: 'delivered',
  attempts: 2,
  lastAttemptAt: at(10),
  nextAttemptAt: at(11),
  deliveredAt: at(12),
  remoteId: '42',
  remoteNumber: 'FF-42',
  remoteStatus: 'draft',
  problemCode: 'unavailable',
  problem: say('Le système ne répondait pas.', 'Le système ne répondait pas.'),
};

const applied: AppliedStatus = {
  recipientId: hospital.structureId,
  connectionId: hospitalBooks.id,
  fingerprint: 'e'.repeat(64),
  status: {
    reference: { id: '42', number: 'FF-42' },
    sourceCode: 'posted',
    actions: ['orderPayment'],
    occurredAt: at(20),
  },
  appliedAt: at(21),
};

export const describeDeliveries = (makePorts: MakePorts): void => {
  describe('deliveries and connections', () => {
    const ports = usePorts(makePorts);
    const run = <Answer>(story: (stores: Stores) => Promise<Answer>) => ports().work.run(story);
    const fill = (...deliveries: readonly Delivery[]) =>
      run(async ({ invoices, deliveries: ledger }) => {
        for (const number of [1, 2, 3]) await invoices.add(storedInvoice(number), depositEvent, []);
        for (const delivery of deliveries) await ledger.open(delivery);
      });
    const { ref, connectionId } = opened(1);
    const lease = (until: Date, now: Date) =>
      run(({ deliveries }) => deliveries.lease(ref, connectionId, until, now));

    test('opens a delivery once', async () => {
      await fill();
      await run(async ({ deliveries }) => {
        expect(await deliveries.open(opened(1))).toEqual(opened(1));
        expect(await deliveries.open({ ...opened(1), attempts: 7 })).toBeUndefined();
        expect(await deliveries.find(ref, connectionId)).toEqual(opened(1));
      });
    });

    test('finds the highest revision and lists them all', async () => {
      const second: Delivery = { ...opened(1), revision: 2, createdAt: at(30) };
      await fill(opened(1), second);
      await run(async ({ deliveries }) => {
        expect(await deliveries.find(ref, connectionId)).toEqual(second);
        expect(await deliveries.ofInvoice(ref)).toEqual([opened(1), second]);
        await deliveries.save({ ...opened(1), remoteId: '42' });
        await deliveries.save({ ...second, remoteId: '42' });
        expect((await deliveries.findByRemoteId(hospital.structureId, connectionId, '42'))?.revision).toBe(2);
      });
    });

    test('saves everything there is to know of a delivery, and forgets what is gone', async () => {
      await fill(opened(1));
      await run(({ deliveries }) => deliveries.save(delivered));
      expect(await run(({ deliveries }) => deliveries.find(ref, connectionId))).toEqual(delivered);
      await run(({ deliveries }) => deliveries.save(opened(1)));
      expect(await run(({ deliveries }) => deliveries.find(ref, connectionId))).toEqual(opened(1));
    });

    test('finds a delivery by its identifier there, for its own entity only', async () => {
      await fill(opened(1));
      await run(async ({ deliveries }) => {
        await deliveries.save(delivered);
        const { structureId } = hospital;
        expect(await deliveries.findByRemoteId(structureId, connectionId, '42')).toEqual(delivered);
        expect(await deliveries.findByRemoteId(structureId, connectionId, '43')).toBeUndefined();
        expect(await deliveries.findByRemoteId(town.structureId, connectionId, '42')).toBeUndefined();
      });
    });

    test('leases a delivery to one process until the lease expires', async () => {
      await fill(opened(1));
      expect(await lease(at(60), at(0))).toBe(true);
      expect(await lease(at(90), at(30))).toBe(false);
      expect(await lease(at(120), at(60))).toBe(true);
      expect(await lease(at(130), at(61))).toBe(false);
    });

    test('gives the lease to one of many who ask at the same moment', async () => {
      await fill(opened(1));
      const answers = await Promise.all([1, 2, 3, 4].map(() => lease(at(60), at(0))));
      expect(answers.filter(Boolean)).toHaveLength(1);
    });

    test('keeps the lease while sending and releases it with any other state', async () => {
      await fill(opened(1));
      await lease(at(60), at(0));
      await run(({ deliveries }) => deliveries.save({ ...opened(1), state: 'sending' }));
      expect(await lease(at(61), at(1))).toBe(false);
      await run(({ deliveries }) => deliveries.save({ ...opened(1), state: 'waiting' }));
      expect(await lease(at(62), at(2))).toBe(true);
    });

    test('leases each invoice for itself', async () => {
      await fill(opened(1), opened(2));
      await lease(at(60), at(0));
      const other = run(({ deliveries }) => deliveries.lease(opened(2).ref, connectionId, at(60), at(0)));
      expect(await other).toBe(true);
    });

    test('lists an entity’s deliveries newest first, by state and page by page', async () => {
      const refused: Delivery = { ...opened(2), state: 'refused', problemCode: 'right-missing' };
      await fill(opened(1), refused, opened(3));
      await run(async ({ deliveries }) => {
        const { structureId } = hospital;
        const first = await deliveries.list(structureId, { limit: 2 });
        expect(first.deliveries).toEqual([opened(3), refused]);
        if (first.next === undefined) throw new Error('one delivery remains');
        const rest = await deliveries.list(structureId, { limit: 2, after: first.next });
        expect(rest).toMatchObject({ deliveries: [opened(1)], next: undefined });
        const afterNewest = await deliveries.list(structureId, { limit: 2, after: first.cursors[0] ?? '' });
        expect(afterNewest.deliveries).toEqual([refused, opened(1)]);
        const waiting = await deliveries.list(structureId, { states: ['waiting'], limit: 9 });
        expect(waiting.deliveries).toEqual([opened(3), opened(1)]);
        expect((await deliveries.list(town.structureId, { limit: 9 })).deliveries).toEqual([]);
        const counts = await deliveries.countByState(structureId);
        expect(Object.fromEntries(counts.map(({ state, count }) => [state, count]))).toEqual({
          waiting: 2,
          refused: 1,
        });
      });
    });

    test('finds no delivery over a connection that cannot be', async () => {
      await fill(opened(1));
      const found = await run(({ deliveries }) => deliveries.find(opened(1).ref, 'not an identifier'));
      expect(found).toBeUndefined();
    });

    test('gives the deliveries of many invoices at once, in the order asked for', async () => {
      await fill(opened(1), opened(2), { ...opened(1), revision: 2, createdAt: at(9) });
      const refs = [opened(3).ref, opened(1).ref, opened(2).ref];
      await run(async ({ deliveries }) => {
        const each = await deliveries.ofEachInvoice(refs);
        expect(each.map((list) => list.map(({ revision }) => revision))).toEqual([[], [1, 2], [1]]);
        expect(each[1]).toEqual(await deliveries.ofInvoice(opened(1).ref));
        expect(await deliveries.ofEachInvoice([])).toEqual([]);
      });
    });

    test('refuses a cursor that no page gave with a RangeError', async () => {
      const page = run(({ deliveries }) =>
        deliveries.list(hospital.structureId, { limit: 2, after: 'nonsense' }),
      );
      await expect(page).rejects.toThrow(RangeError);
    });

    test('marks one state of one bill as applied once', async () => {
      const mark = (change: Partial<AppliedStatus> = {}) =>
        run(({ deliveries }) => deliveries.markApplied({ ...applied, ...change }));
      expect(await mark()).toBe(true);
      expect(await mark()).toBe(false);
      expect(await mark({ fingerprint: 'f'.repeat(64) })).toBe(true);
    });

    test('forgets what was marked in a story that failed', async () => {
      const failed = run(async ({ deliveries }) => {
        await deliveries.markApplied(applied);
        throw new Error('the machine stopped');
      });
      await expect(failed).rejects.toThrow('the machine stopped');
      expect(await run(({ deliveries }) => deliveries.markApplied(applied))).toBe(true);
    });

    test('finds connections by entity and among the active ones', async () => {
      const idle = { ...hospitalBooks, id: town.structureId, recipientId: town.structureId, active: false };
      await ports().seed({ connections: [idle] });
      await run(async ({ connections }) => {
        expect(await connections.find(hospital.structureId, hospitalBooks.id)).toEqual(hospitalBooks);
        expect(await connections.find(town.structureId, hospitalBooks.id)).toBeUndefined();
        expect(await connections.find(hospital.structureId, 'not an identifier')).toBeUndefined();
        expect(await connections.ofRecipient(town.structureId)).toEqual([idle]);
        expect(await connections.allActive()).toEqual([hospitalBooks]);
      });
    });

    test('moves a cursor and notes when', async () => {
      const { structureId } = hospital;
      await run(({ connections }) => connections.moveCursor(structureId, connectionId, '{"stamp":7}', at(5)));
      const moved = await run(({ connections }) => connections.find(structureId, connectionId));
      expect(moved).toEqual({ ...hospitalBooks, cursor: '{"stamp":7}', lastPulledAt: at(5) });
    });

    test('notes a problem and clears it, leaving the cursor where it is', async () => {
      const { structureId } = hospital;
      const note = (problem: Bilingual | undefined) =>
        run(({ connections }) => connections.noteProblem(structureId, connectionId, problem, at(6)));
      await note(say('Injoignable', 'Unreachable'));
      const troubled = await run(({ connections }) => connections.find(structureId, connectionId));
      expect(troubled).toMatchObject({ lastProblem: say('Injoignable', 'Unreachable'), cursor: null });
      await note(undefined);
      const fine = await run(({ connections }) => connections.find(structureId, connectionId));
      expect(fine?.lastProblem).toBeUndefined();
    });

    test('stops a connection once, with the reason, and forgets how far it was read', async () => {
      const { structureId } = hospital;
      const problem = say('Compte refusé', 'Account refused');
      const stop = () =>
        run(({ connections }) => connections.stop(structureId, connectionId, problem, at(6)));
      await run(({ connections }) => connections.moveCursor(structureId, connectionId, '7', at(5)));
      expect(await stop()).toBe(true);
      expect(await stop()).toBe(false);
      await run(({ connections }) => connections.forgetCursor(structureId, connectionId));
      const stopped = await run(({ connections }) => connections.find(structureId, connectionId));
      const expected = { ...hospitalBooks, active: false, pausedAt: at(6), lastProblem: problem };
      expect(stopped).toEqual({ ...expected, lastPulledAt: at(5) });
      await run(({ connections }) => connections.change(hospitalBooks));
      const running = await run(({ connections }) => connections.find(structureId, connectionId));
      expect(running).toEqual({ ...hospitalBooks, lastProblem: problem, lastPulledAt: at(5) });
    });
  });
};
