import { say } from '@parvis/domain/display/language';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredInvoice } from '../invoice/invoice-store.js';
import { hospital, hospitalBooks, uuid } from '../testing/cast.js';
import { FakeBillsThere } from '../testing/fake-bills-there.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { depositEvent, storedInvoice } from '../testing/sample-invoices.js';
import { type BillThereNow, deliveryKey } from './accounting-connector.js';
import type { Delivery } from './delivery-ledger.js';
import { makeReconcile } from './reconcile.js';
import type { Discrepancy, Reconciliation } from './reconciliation-store.js';

const { id: connectionId, recipientId } = hospitalBooks;
let world: FakeWorld;
beforeEach(async () => {
  world = await makeFakeWorld();
});

const anHourAgo = new Date('2026-03-02T08:00:00.000Z');

const sent = async (
  number: number,
  change: Partial<Delivery> = {},
  invoice: Partial<StoredInvoice> = {},
): Promise<void> => {
  const stored = storedInvoice(number, { status: 'serviceConfirmed', ...invoice });
  await world.work.run(async ({ invoices, deliveries }) => {
    if (!(await invoices.find(stored.ref))) await invoices.add(stored, depositEvent, []);
    await deliveries.open({
      ref: stored.ref,
      connectionId,
      revision: 1,
      state: 'delivered',
      attempts: 1,
      createdAt: anHourAgo,
      lastAttemptAt: anHourAgo,
      deliveredAt: anHourAgo,
      remoteId: String(number),
      ...change,
    });
  });
};

const bill = (number: number, change: Partial<BillThereNow> = {}): BillThereNow => ({
  reference: { id: String(number), number: `M-${number}` },
  key: deliveryKey(storedInvoice(number).ref.invoiceId, 1),
  gross: '120.00',
  sourceCode: 'posted',
  cancelled: false,
  ...change,
});

interface Report {
  readonly reconciliation: Reconciliation | undefined;
  readonly discrepancies: readonly Discrepancy[];
}

const compareWith = async (books: FakeBillsThere): Promise<Report> => {
  const reconcile = makeReconcile({
    ...world,
    openConnector: () => ({ ...unasked, billsThere: books.billsThere }),
  });
  const reconciliation = await reconcile({ recipientId, connectionId });
  if (!reconciliation) return { reconciliation, discrepancies: [] };
  const page = await world.work.run(({ reconciliations }) =>
    reconciliations.discrepancies(recipientId, reconciliation.id, { limit: 100 }),
  );
  return { reconciliation, discrepancies: page.discrepancies };
};

/** The methods of a class do not come along with its fields. */
const unasked = {
  system: 'simulator',
  check: async () => ({ kind: 'fine', version: '1' }) as const,
  deliver: async () => ({ kind: 'unavailable', message: say('', '') }) as const,
  statusesAfter: async () => ({ kind: 'unavailable', message: say('', '') }) as const,
  preview: async () => ({ kind: 'unavailable', message: say('', '') }) as const,
};

const there = (
  bills: readonly BillThereNow[],
  before?: (asked: number) => Promise<void> | void,
): FakeBillsThere => new FakeBillsThere(bills, world.isWorkOpen, before);

const deliveryNow = (number: number): Promise<Delivery | undefined> =>
  world.work.run(({ deliveries }) => deliveries.find(storedInvoice(number).ref, connectionId));

const found = ({ discrepancies }: Report) =>
  discrepancies.map(({ finding, invoiceNumber }) => [finding, invoiceNumber]);

describe('comparing both sides', () => {
  it('concludes that all is well where both hold the same, and leaves bills of other origin alone', async () => {
    for (const number of [1, 2, 3, 4]) await sent(number);
    const { key: _key, ...typedThere } = bill(99);
    const report = await compareWith(there([1, 2, 3, 4].map((number) => bill(number)).concat(typedThere)));
    expect(report.reconciliation?.counts).toEqual({
      same: 4,
      onlyHere: 0,
      onlyThere: 0,
      differentAmount: 0,
      twice: 0,
      cancelledThere: 0,
    });
    expect(report.discrepancies).toEqual([]);
  });

  it('finds what is on one side only, differs by a cent, stands there twice or was cancelled there', async () => {
    for (const number of [1, 2, 3, 4, 5]) await sent(number);
    const books = there([
      bill(1),
      bill(2, { gross: '120.01' }),
      bill(3),
      bill(4, { cancelled: true }),
      bill(7, { invoiceNumber: 'F-DE-NULLE-PART' }),
      bill(3, { reference: { id: '33', number: 'M-33' } }),
    ]);
    const report = await compareWith(books);
    expect(report.reconciliation?.counts).toMatchObject({ same: 1, onlyHere: 1, onlyThere: 1, twice: 1 });
    expect(found(report).sort()).toEqual([
      ['cancelledThere', 'F-2026-4'],
      ['differentAmount', 'F-2026-2'],
      ['onlyHere', 'F-2026-5'],
      ['onlyThere', 'F-DE-NULLE-PART'],
      ['twice', 'F-2026-3'],
    ]);
    const byFinding = new Map(report.discrepancies.map((each) => [each.finding, each]));
    expect(byFinding.get('differentAmount')).toMatchObject({ grossHere: '120.00', grossThere: '120.01' });
    expect(byFinding.get('twice')?.remoteNumber).toBe('M-3 · M-33');
    expect(byFinding.get('onlyThere')).not.toHaveProperty('ref');
  });

  it('counts a credit note below zero', async () => {
    await sent(1, {}, { typeCode: '381' });
    const report = await compareWith(there([bill(1, { gross: '-120' })]));
    expect(report.reconciliation?.counts).toMatchObject({ same: 1, differentAmount: 0 });
  });

  it.each([1, 2, 3, 4, 5])('finds twins wherever a page of %i ends', async (pageSize) => {
    for (const number of [1, 2, 3, 4]) await sent(number);
    const books = there([bill(1), bill(2), bill(3), bill(4), bill(1, { reference: { id: '11' } })]);
    books.pageSize = pageSize;
    expect(found(await compareWith(books))).toEqual([['twice', 'F-2026-1']]);
  });

  it('takes one bill that slides onto the next page for one bill', async () => {
    for (const number of [1, 2, 3, 4]) await sent(number);
    const books = there([bill(1), bill(2), bill(3), bill(3), bill(4)]);
    const report = await compareWith(books);
    expect(report).toMatchObject({ reconciliation: { counts: { same: 4, twice: 0 } }, discrepancies: [] });
  });

  it('reports no bill that the first reading missed and the second one finds', async () => {
    for (const number of [1, 2, 3, 4]) await sent(number);
    const whole = [1, 2, 3, 4].map((number) => bill(number));
    const books = there(whole.slice(0, 3), (asked) => {
      if (asked === 1) books.bills = whole;
    });
    const report = await compareWith(books);
    expect(report).toMatchObject({ reconciliation: { counts: { same: 4 } }, discrepancies: [] });
    expect(await deliveryNow(4)).toMatchObject({ state: 'delivered' });
  });

  it('reports nothing that changes here while it runs', async () => {
    for (const number of [1, 2]) await sent(number);
    const books = there([bill(1), bill(2), bill(3), bill(4)], async (asked) => {
      if (asked !== 1) return;
      world.advance(5);
      const at = world.now();
      // Delivered at this moment: one that the reading has seen, and one that it has not.
      await sent(3, { createdAt: at, lastAttemptAt: at, deliveredAt: at });
      await sent(5, { createdAt: at, lastAttemptAt: at, deliveredAt: at });
      await sent(4, { state: 'sending', createdAt: at, lastAttemptAt: at });
    });
    const report = await compareWith(books);
    expect(report).toMatchObject({ reconciliation: { counts: { same: 2 } }, discrepancies: [] });
  });

  it('says nothing of what waits, and of what ended on both sides', async () => {
    await sent(1, { state: 'waiting' });
    await sent(2, { state: 'refused', problemCode: 'validation-refused' });
    await sent(3, {}, { status: 'refused' });
    await sent(4, {}, { status: 'refused' });
    const report = await compareWith(there([bill(3, { cancelled: true })]));
    expect(report.discrepancies).toEqual([]);
    expect(await deliveryNow(4)).toMatchObject({ state: 'delivered' });
  });

  it('looks at the invoice, not at its revisions: the bill of the first gave way to that of the second', async () => {
    await sent(1);
    await sent(1, { revision: 2 });
    const second = bill(1, { key: deliveryKey(storedInvoice(1).ref.invoiceId, 2) });
    expect(await compareWith(there([second]))).toMatchObject({ discrepancies: [] });
    world.advance(86_400);
    expect(found(await compareWith(there([second, bill(1, { reference: { id: '9' } })])))).toEqual([
      ['twice', 'F-2026-1'],
    ]);
  });

  it('knows bills that came over another connection of the entity', async () => {
    const other = uuid(0xacd);
    await world.seed({ connections: [{ ...hospitalBooks, id: other }] });
    await sent(1, { connectionId: other });
    expect(await compareWith(there([bill(1)]))).toMatchObject({ discrepancies: [] });
  });

  it('ignores keys that only look like ours', async () => {
    const key = 'parvis:not-an-invoice:1' as BillThereNow['key'] & string;
    expect(await compareWith(there([bill(1, { key })]))).toMatchObject({ discrepancies: [] });
  });
});

describe('a bill that has gone there', () => {
  it('marks its delivery, is reported again while it is gone, and is at peace once it is back', async () => {
    await sent(1);
    expect(found(await compareWith(there([])))).toEqual([['onlyHere', 'F-2026-1']]);
    expect(await deliveryNow(1)).toMatchObject({ state: 'needsAttention', problemCode: 'gone-there' });
    world.advance(86_400);
    expect(found(await compareWith(there([])))).toEqual([['onlyHere', 'F-2026-1']]);
    world.advance(86_400);
    const report = await compareWith(there([bill(1, { reference: { id: '12' } })]));
    expect(report).toMatchObject({ reconciliation: { counts: { same: 1 } }, discrepancies: [] });
    const restored = await deliveryNow(1);
    expect(restored).toMatchObject({ state: 'delivered', remoteId: '12' });
    expect(restored).not.toHaveProperty('problemCode');
  });
});

describe('books that cannot be read to their end', () => {
  const silent = { kind: 'unavailable', message: say('Arrêté pour la nuit', 'Down for the night') } as const;

  it('conclude nothing, in words, and mark nothing', async () => {
    for (const number of [1, 2, 3, 4, 5]) await sent(number);
    const books = there([1, 2, 3].map((number) => bill(number)).concat(bill(9)));
    books.meet(null, silent, silent, silent, silent);
    const report = await compareWith(books);
    expect(report.reconciliation).toMatchObject({
      problem: silent.message,
      finishedAt: expect.any(Date),
      counts: { same: 0, onlyHere: 0 },
    });
    expect(report.discrepancies).toEqual([]);
    expect(await deliveryNow(5)).toMatchObject({ state: 'delivered' });
    expect(books.asked).toBe(5);
  });

  it('conclude nothing either when the second look finds them silent', async () => {
    await sent(1);
    const books = there([]);
    books.meet(null, silent, silent, silent, silent);
    expect(await compareWith(books)).toMatchObject({
      reconciliation: { problem: silent.message },
      discrepancies: [],
    });
    expect(await deliveryNow(1)).toMatchObject({ state: 'delivered' });
  });

  it('are asked again for the page that did not come', async () => {
    for (const number of [1, 2, 3, 4]) await sent(number);
    const books = there([1, 2, 3, 4].map((number) => bill(number)));
    books.meet('throws', null, silent, 'throws', silent);
    const report = await compareWith(books);
    expect(report.reconciliation).toMatchObject({ counts: { same: 4 } });
    expect(report.reconciliation).not.toHaveProperty('problem');
  });
});

describe('the comparison of the night', () => {
  it('is made once, and taken up again where it died', async () => {
    await sent(1);
    const first = await compareWith(there([bill(1)]));
    expect(first.reconciliation?.counts.same).toBe(1);
    world.advance(3_600);
    expect((await compareWith(there([bill(1)]))).reconciliation).toBeUndefined();
    world.advance(86_400);
    const died = { ...first.reconciliation, id: uuid(0xdead), startedAt: world.now() } as Reconciliation;
    const { finishedAt: _finishedAt, ...unfinished } = died;
    await world.work.run(({ reconciliations }) => reconciliations.start(unfinished));
    expect((await compareWith(there([bill(1)]))).reconciliation?.id).toBe(died.id);
  });

  it('is not made over a connection that is paused, or whose system cannot tell', async () => {
    const reconcile = makeReconcile({ ...world, openConnector: () => unasked });
    expect(await reconcile({ recipientId, connectionId })).toBeUndefined();
    await world.work.run(({ connections }) => connections.change({ ...hospitalBooks, active: false }));
    expect((await compareWith(there([]))).reconciliation).toBeUndefined();
    expect(await listed()).toEqual([]);
  });
});

const listed = () =>
  world.work.run(({ reconciliations }) =>
    reconciliations.ofConnection(hospital.structureId, connectionId, 9),
  );
