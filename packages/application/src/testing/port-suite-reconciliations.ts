import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { describe, expect, test } from 'vitest';
import type { Delivery } from '../accounting/delivery-ledger.js';
import { type Discrepancy, noFindings, type Reconciliation } from '../accounting/reconciliation-store.js';
import type { Stores } from '../ports/work.js';
import { hospital, hospitalBooks, town, uuid } from './cast.js';
import { depositEvent, storedInvoice } from './sample-invoices.js';
import { type MakePorts, usePorts } from './use-ports.js';

const { structureId } = hospital;
const connectionId = hospitalBooks.id;
const at = (second: number): Date => new Date(Date.UTC(2026, 2, 2, 9, 0, second));

const reconciliation = (number: number): Reconciliation => ({
  recipientId: structureId,
  connectionId,
  id: uuid(0xec0 + number),
  startedAt: at(number),
  counts: noFindings,
});

const discrepancies: readonly Discrepancy[] = [
  {
    finding: 'differentAmount',
    ref: { recipientId: structureId, invoiceId: uuid(1) },
    invoiceNumber: 'F-1',
    grossHere: '120.00',
    grossThere: '12.00',
    remoteId: '7',
    remoteNumber: 'M-7',
  },
  { finding: 'onlyThere', grossThere: '-5.00', remoteId: '8' },
  { finding: 'onlyThere', grossThere: '6.00', remoteId: '9' },
];

export const describeReconciliations = (makePorts: MakePorts): void => {
  describe('ReconciliationStore', () => {
    const ports = usePorts(makePorts);
    const run = <Answer>(story: (stores: Stores) => Promise<Answer>) => ports().work.run(story);

    test('keeps a report and what it found, page by page', async () => {
      const begun = reconciliation(1);
      const finished: Reconciliation = {
        ...begun,
        finishedAt: at(9),
        counts: { ...noFindings, same: 4, onlyThere: 2, differentAmount: 1 },
      };
      await run(({ reconciliations }) => reconciliations.start(begun));
      expect(await run(({ reconciliations }) => reconciliations.find(structureId, begun.id))).toEqual(begun);
      await run(({ reconciliations }) => reconciliations.finish(finished, discrepancies));
      await run(async ({ reconciliations }) => {
        expect(await reconciliations.find(structureId, begun.id)).toEqual(finished);
        const first = await reconciliations.discrepancies(structureId, begun.id, { limit: 2 });
        expect(first.discrepancies).toEqual(discrepancies.slice(0, 2));
        if (first.next === undefined) throw new Error('one discrepancy remains');
        expect(
          await reconciliations.discrepancies(structureId, begun.id, { limit: 2, after: first.next }),
        ).toEqual({ discrepancies: discrepancies.slice(2), next: undefined });
        const only = { finding: 'onlyThere', limit: 1 } as const;
        const chosen = await reconciliations.discrepancies(structureId, begun.id, only);
        expect(chosen).toMatchObject({ discrepancies: [{ remoteId: '8' }], next: expect.any(String) });
      });
    });

    test('replaces what a first try had found', async () => {
      await run(({ reconciliations }) => reconciliations.start(reconciliation(1)));
      await run(({ reconciliations }) => reconciliations.finish(reconciliation(1), discrepancies));
      await run(({ reconciliations }) =>
        reconciliations.finish(reconciliation(1), discrepancies.slice(1, 2)),
      );
      const { id } = reconciliation(1);
      const page = await run((stores) => stores.reconciliations.discrepancies(structureId, id, { limit: 9 }));
      expect(page.discrepancies).toEqual(discrepancies.slice(1, 2));
    });

    test('lists those of a connection, newest first, and keeps a problem in words', async () => {
      const problem = { fr: 'Injoignable', en: 'Unreachable' };
      await run(async ({ reconciliations }) => {
        for (const number of [1, 3, 2]) await reconciliations.start(reconciliation(number));
        await reconciliations.finish({ ...reconciliation(3), finishedAt: at(8), problem }, []);
        const listed = await reconciliations.ofConnection(structureId, connectionId, 2);
        expect(listed).toEqual([{ ...reconciliation(3), finishedAt: at(8), problem }, reconciliation(2)]);
        const newest = await reconciliations.newestForChange(structureId, connectionId);
        expect(newest?.id).toBe(reconciliation(3).id);
        expect(await reconciliations.ofConnection(town.structureId, connectionId, 2)).toEqual([]);
        expect(await reconciliations.find(town.structureId, reconciliation(1).id)).toBeUndefined();
        expect(await reconciliations.find(structureId, 'not an identifier')).toBeUndefined();
      });
    });

    test('refuses a cursor that no page gave with a RangeError', async () => {
      const page = run((stores) =>
        stores.reconciliations.discrepancies(structureId, uuid(1), { limit: 2, after: 'nonsense' }),
      );
      await expect(page).rejects.toThrow(RangeError);
    });

    const invoices = [1, 2, 3].map((number) =>
      storedInvoice(number, number === 2 ? { typeCode: '381' } : {}),
    );
    const opened = (ref: InvoiceRef, change: Partial<Delivery> = {}): Delivery => ({
      ref,
      connectionId,
      revision: 1,
      state: 'waiting',
      attempts: 0,
      createdAt: at(0),
      ...change,
    });
    const fill = (...deliveries: readonly Delivery[]) =>
      run(async (stores) => {
        for (const invoice of invoices) await stores.invoices.add(invoice, depositEvent, []);
        for (const delivery of deliveries) await stores.deliveries.open(delivery);
      });
    const refs = invoices.map(({ ref }) => ref);
    const [first, second, third] = refs;
    if (!first || !second || !third) throw new Error('three invoices');

    test('walks through what was sent over a connection, each invoice once, as its last revision stands', async () => {
      await fill(
        opened(first, { state: 'delivered', deliveredAt: at(5), remoteId: '1', remoteNumber: 'M-1' }),
        opened(first, { revision: 2, state: 'sending', lastAttemptAt: at(7) }),
        opened(third, { state: 'needsAttention', problemCode: 'gone-there', lastAttemptAt: at(3) }),
      );
      await run(async ({ reconciliations }) => {
        const page = await reconciliations.sent(structureId, connectionId, { limit: 1 });
        expect(page.invoices).toMatchObject([
          {
            invoiceId: first.invoiceId,
            state: 'sending',
            isGone: false,
            wasDelivered: true,
            touchedAt: at(7),
          },
        ]);
        if (page.next === undefined) throw new Error('one invoice remains');
        const rest = await reconciliations.sent(structureId, connectionId, { limit: 1, after: page.next });
        expect(rest).toMatchObject({
          invoices: [{ invoiceId: third.invoiceId, isGone: true, wasDelivered: true, touchedAt: at(3) }],
          next: undefined,
        });
        expect(await reconciliations.sent(town.structureId, connectionId, { limit: 1 })).toEqual({
          invoices: [],
          next: undefined,
        });
      });
    });

    test('tells of some invoices what was sent, with the amount as the books count it', async () => {
      await fill(opened(second, { state: 'refused', problemCode: 'right-missing' }));
      await run(async ({ reconciliations }) => {
        const ids = refs.map(({ invoiceId }) => invoiceId);
        const [only, ...others] = await reconciliations.sentAmong(structureId, connectionId, ids);
        expect(only).toEqual({
          invoiceId: second.invoiceId,
          number: 'F-2026-2',
          status: 'deposited',
          gross: '-120.00',
          state: 'refused',
          isGone: false,
          wasDelivered: false,
          touchedAt: at(0),
        });
        expect(others).toEqual([]);
        expect(await reconciliations.sentAmong(structureId, connectionId, [])).toEqual([]);
      });
    });

    test('knows what was sent over another connection of the entity, or by a neighbour to the same kind of books', async () => {
      const other = { ...hospitalBooks, id: uuid(0xacd), name: 'Autre' };
      const neighbour = { ...hospitalBooks, id: uuid(0xace), recipientId: town.structureId };
      await ports().seed({ connections: [other, neighbour] });
      await fill(opened(first, { connectionId: other.id, state: 'delivered', deliveredAt: at(1) }));
      const ids = refs.map(({ invoiceId }) => invoiceId);
      const theirs = storedInvoice(9, {
        ref: { recipientId: town.structureId, invoiceId: uuid(0x9999) },
        number: 'F-VOISINE',
      });
      await run(async (stores) => {
        await stores.invoices.add(theirs, depositEvent, []);
        await stores.deliveries.open(opened(theirs.ref, { connectionId: neighbour.id }));
      });
      const elsewhere = () =>
        run(({ reconciliations }) =>
          reconciliations.sentElsewhere(structureId, connectionId, [...ids, theirs.ref.invoiceId]),
        );
      expect([...(await elsewhere())].sort()).toEqual([first.invoiceId, theirs.ref.invoiceId].sort());
      await run(({ connections }) => connections.change({ ...neighbour, system: 'tryton' }));
      expect([...(await elsewhere())]).toEqual([first.invoiceId]);
    });
  });
};
