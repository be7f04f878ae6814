import type {
  AccountingConnector,
  DeliveryKey,
  ReceivedStatus,
  StatusCursor,
} from '@parvis/application/accounting/accounting-connector';
import { describe, expect, it } from 'vitest';
import type { ConnectorHarness } from './connector-harness.js';
import { aDelivery } from './contract-envelope.js';
import { startFaultyProxy } from './faulty-proxy.js';

const MOST_PAGES = 2_000;

/** Every page from the cursor on. */
const readAll = async (
  connector: AccountingConnector,
  from: StatusCursor | null,
): Promise<{ statuses: ReceivedStatus[]; next: StatusCursor | null; pages: number }> => {
  const statuses: ReceivedStatus[] = [];
  let next = from;
  for (let pages = 1; pages <= MOST_PAGES; pages += 1) {
    const page = await connector.statusesAfter(next);
    if (page.kind !== 'page') throw new Error(`no page: ${page.message}`);
    statuses.push(...page.statuses);
    next = page.next;
    if (!page.more) return { statuses, next, pages };
  }
  throw new Error('the pages never end');
};

/** Each state once, as whoever reads them keeps them apart: by content. */
const of = (key: DeliveryKey, statuses: readonly ReceivedStatus[]): ReceivedStatus[] => {
  const ours = statuses.filter((status) => status.key === key);
  return [...new Map(ours.map((status) => [JSON.stringify(status), status])).values()];
};

const actionsOf = (key: DeliveryKey, statuses: readonly ReceivedStatus[]) =>
  of(key, statuses).flatMap(({ actions }) => actions);

/** What the accountant does comes back, each thing once. */
export const describeStatuses = (harness: () => ConnectorHarness): void => {
  /** Delivers a bill, lets the accountant work, and reads what is new since the delivery. */
  const afterwards = async (
    work: (billId: string, actor: ConnectorHarness['accountant']) => Promise<void>,
  ) => {
    const { accountant, open } = harness();
    const connector = open();
    const { envelope, key } = aDelivery();
    const delivered = await connector.deliver(envelope, key);
    if (delivered.kind !== 'accepted') throw new Error(`not delivered: ${JSON.stringify(delivered)}`);
    const { next: cursor } = await readAll(connector, null);
    await work(delivered.reference.id, accountant);
    const { statuses, next } = await readAll(connector, cursor);
    return { connector, key, billId: delivered.reference.id, cursor, statuses, next };
  };

  describe('telling what became of a bill', () => {
    it('tells of a posted bill that its payment is ordered, with its number', async () => {
      const { key, billId, statuses } = await afterwards((bill, { post }) => post(bill));
      const posted = of(key, statuses).find(({ actions }) => actions.length > 0);
      expect(posted).toMatchObject({
        key,
        reference: { id: billId, number: expect.stringMatching(/\d/) },
        actions: ['orderPayment'],
        sourceCode: expect.stringMatching(/./),
        occurredAt: expect.any(Date),
      });
    });

    it('fills the gap when a draft was posted and paid between two readings', async () => {
      const { key, statuses } = await afterwards(async (bill, { post, pay }) => {
        await post(bill);
        await pay(bill);
      });
      expect(actionsOf(key, statuses)).toEqual(['orderPayment', 'book', 'startPayment']);
    });

    it('tells each step once when it is read after each', async () => {
      const { connector, key, billId, statuses, next } = await afterwards((bill, { post }) => post(bill));
      await harness().accountant.pay(billId);
      const later = await readAll(connector, next);
      expect(actionsOf(key, [...statuses, ...later.statuses])).toEqual([
        'orderPayment',
        'book',
        'startPayment',
      ]);
    });

    it('tells that a bill never posted was turned down, and why', async () => {
      const { key, statuses } = await afterwards((bill, { cancel }) =>
        cancel(bill, 'Bon de livraison manquant'),
      );
      const cancelled = of(key, statuses).find(({ actions }) => actions.length > 0);
      expect(cancelled?.actions).toEqual(['refuse']);
      expect(cancelled?.reason).toContain('Bon de livraison manquant');
    });

    it('leaves to a person a bill cancelled after it was posted', async () => {
      const { key, statuses } = await afterwards(async (bill, { post, cancel }) => {
        await post(bill);
        await cancel(bill, 'Annulation');
      });
      const last = of(key, statuses).at(-1);
      expect(last?.actions).toEqual([]);
      expect(last?.sourceCode).toMatch(/cancel/);
    });

    it('tells that a payment came back', async () => {
      const { connector, key, billId, statuses, next } = await afterwards(async (bill, { post, pay }) => {
        await post(bill);
        await pay(bill);
      });
      await harness().accountant.returnPayment(billId, 'Compte clos');
      const later = await readAll(connector, next);
      const news = of(key, [...statuses, ...later.statuses]).flatMap(({ actions }) => actions);
      expect(news.at(-1)).toBe('returnPayment');
    });

    it('loses and skips nothing from page to page', async () => {
      const { accountant, open } = harness();
      const connector = open({ pageSize: 2 });
      const { next: cursor } = await readAll(open(), null);
      const keys: DeliveryKey[] = [];
      for (const { envelope, key } of [aDelivery(), aDelivery(), aDelivery(), aDelivery(), aDelivery()]) {
        const delivered = await connector.deliver(envelope, key);
        if (delivered.kind === 'accepted') await accountant.post(delivered.reference.id);
        keys.push(key);
      }
      const { statuses, pages } = await readAll(connector, cursor);
      expect(pages).toBeGreaterThan(2);
      for (const key of keys) expect(actionsOf(key, statuses)).toEqual(['orderPayment']);
    });

    it('tells the same again when asked again from the same place', async () => {
      const { connector, key, cursor, statuses } = await afterwards(async (bill, { post, pay }) => {
        await post(bill);
        await pay(bill);
      });
      const again = await readAll(connector, cursor);
      expect(of(key, again.statuses)).toEqual(of(key, statuses));
    });

    it('keeps a word nobody knows, and makes nothing of it', async () => {
      const { asksForNews, open, origin, unknownWord } = harness();
      const { key, cursor } = await afterwards((bill, { post }) => post(bill));
      const proxy = await startFaultyProxy(origin);
      try {
        const rewrite = (body: string) => body.replaceAll(unknownWord.known, unknownWord.unknown);
        for (let page = 0; page < MOST_PAGES; page += 1)
          proxy.next(asksForNews, { kind: 'rewrite', rewrite });
        const { statuses } = await readAll(open({ through: proxy }), cursor);
        const strange = of(key, statuses).filter(({ sourceCode }) =>
          unknownWord.unknown.includes(sourceCode),
        );
        expect(strange).toMatchObject([{ key, actions: [] }]);
      } finally {
        await proxy.stop();
      }
    });

    it('does not move on from an answer it cannot read', async () => {
      const { asksForNews, open, origin } = harness();
      const proxy = await startFaultyProxy(origin);
      try {
        proxy.next(asksForNews, { kind: 'rewrite', rewrite: () => '<html></html>' });
        expect(await open({ through: proxy }).statusesAfter(null)).toMatchObject({ kind: 'unavailable' });
      } finally {
        await proxy.stop();
      }
    });
  });
};
