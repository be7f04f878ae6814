import type {
  AccountingConnector,
  DeliveryKey,
  ReceivedStatus,
  StatusCursor,
} from '@parvis/application/accounting/accounting-connector';
import { describe, expect, it } from 'vitest';
import type { ConnectorFeatures, StatusFeatures } from './connector-features.js';
import { type Accountant, type ConnectorHarness, played } from './connector-harness.js';
import { aDelivery } from './contract-envelope.js';

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
    if (page.kind !== 'page') throw new Error(`no page: ${page.message.en}`);
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

/** The acts of an accountant that the features promise. */
const acting = ({
  post,
  pay,
  cancel,
  returnPayment,
}: Accountant): Required<Omit<Accountant, 'placeOrder'>> => ({
  post: (...args) => played(post, 'accountant.post')(...args),
  pay: (...args) => played(pay, 'accountant.pay')(...args),
  cancel: (...args) => played(cancel, 'accountant.cancel')(...args),
  returnPayment: (...args) => played(returnPayment, 'accountant.returnPayment')(...args),
});

/** What the accountant does comes back, each thing once. */
export const describeStatuses = (
  harness: () => ConnectorHarness,
  features: ConnectorFeatures,
  told: StatusFeatures,
): void => {
  const mistreated = (kind: ConnectorFeatures['mistreatments'][number]) =>
    features.mistreatments.includes(kind);

  let end: StatusCursor | null = null;

  const delivered = async (connector = harness().open()) => {
    const { envelope, key } = aDelivery();
    const outcome = await connector.deliver(envelope, key);
    if (outcome.kind !== 'accepted') throw new Error(`not delivered: ${JSON.stringify(outcome)}`);
    return { key, billId: outcome.reference.id };
  };

  /** From where the last test stood, or every test would read all the news of those before it. */
  const endOfNews = async (connector: AccountingConnector): Promise<StatusCursor | null> => {
    const { next } = await readAll(connector, end);
    end = next;
    return next;
  };

  /** Delivers a bill, lets the accountant work, and reads what is new since the delivery. */
  const afterwards = async (
    work: (billId: string, accountant: ReturnType<typeof acting>) => Promise<void>,
  ) => {
    const { accountant, open } = harness();
    const connector = open();
    const { key, billId } = await delivered(connector);
    const cursor = await endOfNews(connector);
    await work(billId, acting(accountant));
    const { statuses, next } = await readAll(connector, cursor);
    return { connector, key, billId, cursor, statuses, next };
  };

  const describePages = (): void => {
    it('loses and skips nothing from page to page', async () => {
      const { accountant, open } = harness();
      const connector = open({ pageSize: 2 });
      const cursor = await endOfNews(open());
      const keys: DeliveryKey[] = [];
      for (let count = 0; count < 5; count += 1) {
        const { key, billId } = await delivered(connector);
        await acting(accountant).post(billId);
        keys.push(key);
      }
      const { statuses, pages } = await readAll(connector, cursor);
      expect(pages).toBeGreaterThan(2);
      for (const key of keys) expect(actionsOf(key, statuses)).toEqual(told.posted);
    });

    it('tells what happened while its pages were being read', async () => {
      const { accountant, open } = harness();
      const connector = open({ pageSize: 2 });
      const cursor = await endOfNews(open());
      const bills: { key: DeliveryKey; billId: string }[] = [];
      for (let count = 0; count < 3; count += 1) bills.push(await delivered(connector));
      for (const { billId } of bills) await acting(accountant).post(billId);
      const first = await connector.statusesAfter(cursor);
      if (first.kind !== 'page') throw new Error(`no page: ${first.message.en}`);
      for (const { billId } of bills) await acting(accountant).pay(billId);
      const { statuses } = await readAll(connector, first.next);
      for (const { key } of bills) {
        const actions = actionsOf(key, [...first.statuses, ...statuses]);
        expect(told.paid.filter((action) => !actions.includes(action))).toEqual([]);
      }
    });
  };

  /** A place that was not answered for is asked again: nothing between is lost. */
  const describeTroubledNews = (): void => {
    const { unreadable } = told;

    it.each((['lose', 'down'] as const).filter(mistreated))(
      'is unavailable when the news does not arrive, and tells it from the same place afterwards: %s',
      async (kind) => {
        const { open, trouble } = harness();
        const { key, cursor } = await afterwards((bill, { post }) => post(bill));
        trouble.next('news', { kind });
        expect(await open({ troubled: true }).statusesAfter(cursor)).toMatchObject({ kind: 'unavailable' });
        expect(trouble.calm()).toBe(0);
        const { statuses } = await readAll(open(), cursor);
        expect(actionsOf(key, statuses)).toEqual(told.posted);
      },
    );

    if (!mistreated('rewrite')) return;

    it('keeps a word nobody knows, and makes nothing of it', async () => {
      const { open, trouble } = harness();
      const { known, unknown } = played(harness().unknownWord, 'unknownWord');
      const { key, cursor } = await afterwards((bill, { post }) => post(bill));
      const rewrite = (body: string) => body.replaceAll(known, unknown);
      trouble.next('news', { kind: 'rewrite', rewrite }, { times: Infinity });
      const { statuses } = await readAll(open({ troubled: true }), cursor).finally(trouble.calm);
      const strange = of(key, statuses).filter(({ sourceCode }) => unknown.includes(sourceCode));
      expect(strange).toMatchObject([{ key, actions: [] }]);
    });

    it(`does not lose its place over news it cannot read: ${unreadable}`, async () => {
      const { open, trouble } = harness();
      const { key, cursor } = await afterwards((bill, { post }) => post(bill));
      trouble.next('news', { kind: 'rewrite', rewrite: () => '<html></html>' });
      const page = await open({ troubled: true }).statusesAfter(cursor).finally(trouble.calm);
      expect(page.kind).toBe(unreadable === 'waits' ? 'unavailable' : 'page');
      const { statuses } = await readAll(open(), cursor);
      expect(actionsOf(key, statuses)).toEqual(told.posted);
    });
  };

  describe('telling what became of a bill', () => {
    it('tells of a posted bill where it stands', async () => {
      const { key, billId, statuses } = await afterwards((bill, { post }) => post(bill));
      expect(actionsOf(key, statuses)).toEqual(told.posted);
      const posted = of(key, statuses).at(-1);
      expect(posted).toMatchObject({
        key,
        reference: { id: billId, ...(told.numbers ? { number: expect.stringMatching(/\d/) } : {}) },
        sourceCode: expect.stringMatching(/./),
        occurredAt: expect.any(Date),
      });
    });

    it('fills the gap when a draft was posted and paid between two readings', async () => {
      const { key, statuses } = await afterwards(async (bill, { post, pay }) => {
        await post(bill);
        await pay(bill);
      });
      expect(actionsOf(key, statuses)).toEqual(told.paid);
    });

    it('tells each step once when it is read after each', async () => {
      const { connector, key, billId, statuses, next } = await afterwards((bill, { post }) => post(bill));
      await acting(harness().accountant).pay(billId);
      const later = await readAll(connector, next);
      expect(actionsOf(key, [...statuses, ...later.statuses])).toEqual(told.paid);
    });

    it('explains every word it tells', async () => {
      const { key, statuses } = await afterwards(async (bill, { post, pay, cancel }) => {
        await post(bill);
        await pay(bill);
        if (told.refusals) await cancel((await delivered()).billId, 'Doublon');
      });
      expect(of(key, statuses).length).toBeGreaterThan(0);
      const explained = harness().statusWords.map(({ word }) => word);
      const words = statuses.filter((status) => status.key).map(({ sourceCode }) => sourceCode);
      expect(words.filter((word) => !explained.includes(word))).toEqual([]);
    });

    if (told.refusals) {
      it('tells that a bill never posted was turned down, and why', async () => {
        const { key, statuses } = await afterwards((bill, { cancel }) =>
          cancel(bill, 'Bon de livraison manquant'),
        );
        const cancelled = of(key, statuses).find(({ actions }) => actions.length > 0);
        expect(cancelled?.actions).toEqual(['refuse']);
        expect(cancelled?.reason).toContain('Bon de livraison manquant');
      });
    }

    if (told.cancelledAfterPosting) {
      it('leaves to a person a bill cancelled after it was posted', async () => {
        const { key, statuses } = await afterwards(async (bill, { post, cancel }) => {
          await post(bill);
          await cancel(bill, 'Annulation');
        });
        expect(of(key, statuses).at(-1)?.actions).toEqual([]);
      });
    }

    if (told.returnedPayments) {
      it('tells that a payment came back', async () => {
        const { connector, key, billId, statuses, next } = await afterwards(async (bill, { post, pay }) => {
          await post(bill);
          await pay(bill);
        });
        await acting(harness().accountant).returnPayment(billId, 'Compte clos');
        const later = await readAll(connector, next);
        const news = of(key, [...statuses, ...later.statuses]).flatMap(({ actions }) => actions);
        expect(news.at(-1)).toBe('returnPayment');
      });
    }

    it('tells the same again when asked again from the same place', async () => {
      const { connector, key, cursor, statuses } = await afterwards(async (bill, { post, pay }) => {
        await post(bill);
        await pay(bill);
      });
      const again = await readAll(connector, cursor);
      expect(of(key, again.statuses)).toEqual(of(key, statuses));
    });

    it('begins again from a place that nobody can read', async () => {
      const { connector, key, statuses } = await afterwards((bill, { post }) => post(bill));
      const again = await readAll(connector, '{"nobody":');
      expect(of(key, again.statuses)).toEqual(of(key, statuses));
    });

    if (told.pages) describePages();
    describeTroubledNews();
  });
};
