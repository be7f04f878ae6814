import type { MarkedPoint } from '@parvis/application/ports/platform';
import { describe, expect, it } from 'vitest';
import type { ConnectorHarness } from './connector-harness.js';
import { aDelivery } from './contract-envelope.js';
import { type FaultyProxy, type Mistreatment, startFaultyProxy } from './faulty-proxy.js';

/** The worker's death at a marked point. */
class Death extends Error {}

const dieAt = (fatal: MarkedPoint) => (point: MarkedPoint) => {
  if (point === fatal) throw new Death(point);
};

/** Whatever breaks on the way, one bill. */
export const describeFailures = (harness: () => ConnectorHarness): void => {
  const throughProxy = async (story: (proxy: FaultyProxy) => Promise<void>): Promise<void> => {
    const proxy = await startFaultyProxy(harness().origin);
    try {
      await story(proxy);
    } finally {
      await proxy.stop();
    }
  };

  /** Delivers through a proxy that mistreats the creation, then once more without. */
  const deliverMistreated = async (mistreatment: Mistreatment, timeoutMs = 30_000) => {
    const { books, createsBill, open } = harness();
    const { envelope, key } = aDelivery();
    let first: unknown;
    await throughProxy(async (proxy) => {
      proxy.next(createsBill, mistreatment);
      first = await open({ through: proxy, timeoutMs }).deliver(envelope, key);
    });
    const second = await open().deliver(envelope, key);
    return { first, second, bills: await books.billsUnder(key), files: envelope.files.length };
  };

  describe('failing', () => {
    it.each(['deliver.createdThere', 'deliver.attachedThere'] as const)(
      'makes one bill with its files once when the worker dies at %s',
      async (point) => {
        const { books, open } = harness();
        const { envelope, key } = aDelivery();
        await expect(open({ mark: dieAt(point) }).deliver(envelope, key)).rejects.toThrow(Death);
        expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'alreadyKnown' });
        const bills = await books.billsUnder(key);
        expect(bills).toHaveLength(1);
        expect(bills[0]?.files).toHaveLength(envelope.files.length);
      },
    );

    it('leaves one bill when two workers deliver one key at the same moment', async () => {
      const { books, open } = harness();
      const { envelope, key } = aDelivery();
      await Promise.all([open().deliver(envelope, key), open().deliver(envelope, key)]);
      expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'alreadyKnown' });
      const bills = await books.billsUnder(key);
      expect(bills).toHaveLength(1);
      expect(bills[0]?.files).toHaveLength(envelope.files.length);
    });

    it('makes one bill when the answer is lost', async () => {
      const { first, second, bills } = await deliverMistreated({ kind: 'lose' });
      expect(first).toMatchObject({ kind: 'accepted' });
      expect(second).toMatchObject({ kind: 'alreadyKnown', reference: { id: bills[0]?.id } });
      expect(bills).toHaveLength(1);
    });

    it('makes one bill when the answer comes too late', async () => {
      const late = Promise.withResolvers<void>();
      const delivering = deliverMistreated({ kind: 'hold', release: late.promise }, harness().patienceMs);
      const { second, bills } = await delivering.finally(late.resolve);
      expect(second).toMatchObject({ kind: 'alreadyKnown' });
      expect(bills).toHaveLength(1);
    });

    it('leaves one bill when a middle man asks twice', async () => {
      const { first, second, bills, files } = await deliverMistreated({ kind: 'ask-twice' });
      expect(first).toMatchObject({ kind: 'accepted', reference: { id: bills[0]?.id } });
      expect(second).toMatchObject({ kind: 'alreadyKnown', reference: { id: bills[0]?.id } });
      expect(bills).toHaveLength(1);
      expect(bills[0]?.files).toHaveLength(files);
    });

    it.each([
      ['a page of a middle man', () => '<html><body>Bienvenue</body></html>'],
      ['an answer cut short', (body: string) => body.slice(0, Math.floor(body.length / 2))],
      ['an empty answer', () => ''],
    ])('makes one bill when the answer is %s', async (_name, rewrite) => {
      const { first, second, bills } = await deliverMistreated({ kind: 'rewrite', rewrite });
      expect(first).toMatchObject({ kind: 'accepted' });
      expect(second).toMatchObject({ kind: 'alreadyKnown' });
      expect(bills).toHaveLength(1);
    });

    it('is unavailable while the system is down, and delivers afterwards', async () => {
      const { first, second, bills } = await deliverMistreated({ kind: 'down' });
      expect(first).toMatchObject({ kind: 'unavailable' });
      expect(second).toMatchObject({ kind: 'accepted' });
      expect(bills).toHaveLength(1);
    });

    it('is unavailable where nothing answers', async () => {
      const { openToNowhere } = harness();
      const { envelope, key } = aDelivery();
      expect(await openToNowhere().deliver(envelope, key)).toMatchObject({ kind: 'unavailable' });
      expect(await openToNowhere().statusesAfter(null)).toMatchObject({ kind: 'unavailable' });
      expect(await openToNowhere().check()).toMatchObject({ kind: 'unavailable' });
    });

    it('tells wrong credentials apart', async () => {
      const { openWithWrongCredentials } = harness();
      const { envelope, key } = aDelivery();
      const connector = openWithWrongCredentials();
      const refused = { kind: 'refused', code: 'credentials-refused' };
      expect(await connector.deliver(envelope, key)).toMatchObject(refused);
      expect(await connector.check()).toMatchObject(refused);
      expect(await connector.statusesAfter(null)).toMatchObject({ kind: 'unavailable' });
    });

    it('is fine where everything is there', async () => {
      const health = await harness().open().check();
      expect(health).toMatchObject({ kind: 'fine', version: expect.stringMatching(/\d/) });
    });
  });
};
