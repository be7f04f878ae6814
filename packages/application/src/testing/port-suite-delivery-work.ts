import { say } from '@parvis/domain/display/language';
import { describe, expect, test } from 'vitest';
import type { DeliveriesToReopen, Delivery } from '../accounting/delivery-ledger.js';
import type { Stores } from '../ports/work.js';
import { hospital, hospitalBooks, town } from './cast.js';
import { depositEvent, storedInvoice } from './sample-invoices.js';
import { type MakePorts, usePorts } from './use-ports.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 11, minute));

const delivery = (number: number, change: Partial<Delivery> = {}): Delivery => ({
  ref: storedInvoice(number).ref,
  connectionId: hospitalBooks.id,
  revision: 1,
  state: 'waiting',
  attempts: 0,
  createdAt: at(number),
  ...change,
});

const stuck = (number: number, state: Delivery['state']): Delivery =>
  delivery(number, {
    state,
    attempts: 5,
    lastAttemptAt: at(number + 1),
    problemCode: 'right-missing',
    problem: say('Un droit manque.', 'A right is missing.'),
  });

const done = (number: number, deliveredAt: Date): Delivery =>
  delivery(number, {
    state: 'delivered',
    attempts: 1,
    lastAttemptAt: deliveredAt,
    deliveredAt,
    remoteId: `${number}`,
  });

const { structureId } = hospital;
const connectionId = hospitalBooks.id;

/** What people ask of many deliveries at once. */
export const describeDeliveryWork = (makePorts: MakePorts): void => {
  describe('many deliveries at once', () => {
    const ports = usePorts(makePorts);
    const run = <Answer>(story: (stores: Stores) => Promise<Answer>) => ports().work.run(story);
    const fill = (...filled: readonly Delivery[]) =>
      run(async ({ invoices, deliveries }) => {
        const refs = new Map(filled.map(({ ref, createdAt }) => [ref.invoiceId, createdAt.getUTCMinutes()]));
        for (const number of refs.values())
          await invoices.add(
            storedInvoice(number, {
              number: `F-${number}`,
              supplierName: number === 2 ? 'Papeterie 100 % du Lac' : 'Traiteur Ozanne',
              ...(number === 3 ? {} : { serviceCode: number === 1 ? 'TRAVAUX' : 'CUISINE' }),
            }),
            depositEvent,
            [],
          );
        for (const each of filled) await deliveries.open(each);
      });
    const reopen = (which: DeliveriesToReopen, limit = 10) =>
      run(({ deliveries }) => deliveries.reopen(structureId, connectionId, which, limit));
    const numbersOf = async (filter: {
      readonly text?: string;
      readonly services?: readonly string[];
      readonly limit?: number;
    }) =>
      run(async ({ deliveries }) => {
        const page = await deliveries.list(structureId, { limit: 10, ...filter });
        return page.deliveries.map(({ createdAt }) => createdAt.getUTCMinutes());
      });

    test('are found by number and by supplier, whatever the capitals, and no wildcard is one', async () => {
      await fill(delivery(1), delivery(2), delivery(3));
      expect(await numbersOf({ text: 'f-3' })).toEqual([3]);
      expect(await numbersOf({ text: 'OZANNE' })).toEqual([3, 1]);
      expect(await numbersOf({ text: '100 %' })).toEqual([2]);
      expect(await numbersOf({ text: '_' })).toEqual([]);
    });

    test('are shown as far as services reach, with no cursor of others', async () => {
      await fill(delivery(1), delivery(2), delivery(3));
      expect(await numbersOf({ services: ['TRAVAUX', 'ARCHIVES'] })).toEqual([1]);
      const page = await run(({ deliveries }) =>
        deliveries.list(structureId, { services: ['TRAVAUX'], limit: 1 }),
      );
      expect(page.next).toBeUndefined();
      expect(page.cursors).toHaveLength(1);
    });

    test('wait again when they are stuck, oldest first, their problems forgotten', async () => {
      await fill(stuck(2, 'refused'), stuck(1, 'parked'), stuck(3, 'needsAttention'), done(4, at(5)));
      expect(await reopen({ states: ['refused', 'parked'] })).toEqual([delivery(1).ref, delivery(2).ref]);
      const reopened = await run(({ deliveries }) => deliveries.find(delivery(1).ref, connectionId));
      expect(reopened).toEqual(delivery(1, { lastAttemptAt: at(2) }));
      expect(await reopen({ states: ['refused', 'parked'] })).toEqual([]);
    });

    test('are not taken up where they wait already, but where they wait for their next try', async () => {
      await fill(delivery(1), delivery(2, { attempts: 3, lastAttemptAt: at(3), nextAttemptAt: at(40) }));
      expect(await reopen({ states: ['waiting'] })).toEqual([delivery(2).ref]);
      expect(await reopen({ states: ['waiting'] })).toEqual([]);
    });

    test('are replayed from a moment on, once, and only over their connection', async () => {
      await fill(done(1, at(10)), done(2, at(20)), done(3, at(30)));
      const which = { deliveredFrom: at(20), triedBefore: at(50) };
      const others = run(({ deliveries }) => deliveries.reopen(town.structureId, connectionId, which, 10));
      expect(await others).toEqual([]);
      expect(await reopen(which)).toEqual([delivery(2).ref, delivery(3).ref]);
      await run(({ deliveries }) => deliveries.save({ ...done(3, at(30)), lastAttemptAt: at(51) }));
      expect(await reopen(which)).toEqual([]);
    });

    test('are taken up batch by batch, and of each invoice the last revision only', async () => {
      const later = { ...delivery(1), revision: 2, state: 'refused' as const };
      await fill(stuck(1, 'refused'), later, stuck(2, 'refused'));
      expect(await reopen({ states: ['refused'] }, 1)).toHaveLength(1);
      expect(await reopen({ states: ['refused'] }, 10)).toHaveLength(1);
      const revisions = await run(({ deliveries }) => deliveries.ofInvoice(delivery(1).ref));
      expect(revisions.map(({ state }) => state)).toEqual(['refused', 'waiting']);
    });

    test('are known while they wait or are sent, oldest first', async () => {
      await fill(delivery(2, { state: 'sending' }), delivery(1), done(3, at(9)));
      const refs = run(({ deliveries }) => deliveries.refsUnderWay(structureId, connectionId));
      expect(await refs).toEqual([delivery(1).ref, delivery(2).ref]);
    });

    test('are found when they should have been tried long ago, whoever paused connections apart', async () => {
      await fill(
        delivery(3, { nextAttemptAt: at(30) }),
        delivery(1),
        delivery(2, { state: 'sending', lastAttemptAt: at(20) }),
        done(4, at(5)),
      );
      const overdue = (minute: number, limit = 10) =>
        run(({ deliveries }) => deliveries.overdue(at(minute), limit));
      expect(await overdue(30)).toEqual(
        [1, 2].map((number) => ({ ref: delivery(number).ref, connectionId })),
      );
      expect(await overdue(31, 1)).toHaveLength(1);
      await run(({ connections }) => connections.change({ ...hospitalBooks, active: false }));
      expect(await overdue(31)).toEqual([]);
    });

    test('are counted by the hour, with the delay of half and of nearly all', async () => {
      await fill(
        done(1, at(1 + 10)),
        done(2, at(2 + 20)),
        done(3, at(3 + 40)),
        done(4, at(4 + 60)),
        stuck(5, 'refused'),
        delivery(6),
        delivery(7, { state: 'sending' }),
      );
      const from = (minute: number) =>
        run(({ deliveries }) => deliveries.perHour(structureId, connectionId, at(minute)));
      expect(await from(0)).toEqual([
        { hour: at(0), delivered: 3, failed: 1, waiting: 2, medianSeconds: 1200, p95Seconds: 2280 },
        { hour: at(60), delivered: 1, failed: 0, waiting: 0, medianSeconds: 3600, p95Seconds: 3600 },
      ]);
      expect(await from(60)).toHaveLength(1);
      expect(await from(120)).toEqual([]);
    });
  });
};
