import type { MarkedPoint } from '@parvis/application/ports/platform';
import { describe, expect, it } from 'vitest';
import type { ConnectorFeatures } from './connector-features.js';
import type { ConnectorHarness } from './connector-harness.js';
import { aDelivery, aNewSupplier } from './contract-envelope.js';
import type { Mistreatment } from './trouble.js';

/** The worker's death at a marked point. */
class Death extends Error {}

const dieAt = (fatal: MarkedPoint) => (point: MarkedPoint) => {
  if (point === fatal) throw new Death(point);
};

const MOST_EXCHANGES = 60;
const MINUTES_DOWN = 61;

/** Whatever breaks on the way, one bill. */
export const describeFailures = (harness: () => ConnectorHarness, features: ConnectorFeatures): void => {
  const can = (kind: Mistreatment['kind']): boolean => features.mistreatments.includes(kind);

  /** Delivers with the creation mistreated, then once more in peace. */
  const deliverMistreated = async (mistreatment: Mistreatment, timeoutMs = 30_000) => {
    const { books, open, trouble } = harness();
    const { envelope, key } = aDelivery();
    trouble.next('create', mistreatment);
    const first = await open({ troubled: true, timeoutMs }).deliver(envelope, key);
    expect(trouble.calm()).toBe(0);
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
        if (features.files) expect(bills[0]?.files).toHaveLength(envelope.files.length);
      },
    );

    it('leaves one bill when two workers deliver one key at the same moment', async () => {
      const { books, open } = harness();
      const { envelope, key } = aDelivery();
      await Promise.all([open().deliver(envelope, key), open().deliver(envelope, key)]);
      expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'alreadyKnown' });
      const bills = await books.billsUnder(key);
      expect(bills).toHaveLength(1);
      if (features.files) expect(bills[0]?.files).toHaveLength(envelope.files.length);
    });

    // Down at one exchange leaves what losing the one before it leaves.
    const breaks = can('lose') ? (['lose', 'half'] as const) : (['down', 'half'] as const);
    it.each(breaks.filter(can))(
      'leaves one bill with its files once wherever in a delivery one exchange fails: %s',
      async (kind) => {
        const { books, open, trouble } = harness();
        for (let after = 0; after < MOST_EXCHANGES; after += 1) {
          const supplier = aNewSupplier();
          const { envelope, key } = aDelivery({}, { supplier });
          trouble.next('any', { kind }, { after });
          await open({ troubled: true }).deliver(envelope, key);
          const wasLast = trouble.calm() === 1;
          expect(await open().deliver(envelope, key)).toMatchObject({
            kind: expect.stringMatching(/^(accepted|alreadyKnown)$/),
          });
          const bills = await books.billsUnder(key);
          expect(bills).toHaveLength(1);
          if (features.files) expect(bills[0]?.files).toHaveLength(envelope.files.length);
          if (features.suppliers) expect(await books.suppliersWith?.(supplier.siret)).toBe(1);
          if (wasLast) return;
        }
        throw new Error(`a delivery of more than ${MOST_EXCHANGES} exchanges`);
      },
    );

    if (can('lose')) {
      it('makes one bill when the answer is lost', async () => {
        const { first, second, bills } = await deliverMistreated({ kind: 'lose' });
        expect(['accepted', 'unavailable']).toContain(first.kind);
        expect(second).toMatchObject({ kind: 'alreadyKnown', reference: { id: bills[0]?.id } });
        expect(bills).toHaveLength(1);
      });
    }

    if (can('hold')) {
      it('makes one bill when the answer comes too late', async () => {
        const late = Promise.withResolvers<void>();
        const delivering = deliverMistreated({ kind: 'hold', release: late.promise }, harness().patienceMs);
        const { second, bills } = await delivering.finally(late.resolve);
        expect(second).toMatchObject({ kind: 'alreadyKnown' });
        expect(bills).toHaveLength(1);
      });
    }

    if (can('ask-twice')) {
      it('leaves one bill when a middle man asks twice', async () => {
        const { first, second, bills, files } = await deliverMistreated({ kind: 'ask-twice' });
        expect(['accepted', 'alreadyKnown']).toContain(first.kind);
        expect(second).toMatchObject({ kind: 'alreadyKnown', reference: { id: bills[0]?.id } });
        expect(bills).toHaveLength(1);
        if (features.files) expect(bills[0]?.files).toHaveLength(files);
      });
    }

    if (can('half')) {
      it('leaves one whole bill when the link breaks in the middle of writing', async () => {
        const { first, second, bills } = await deliverMistreated({ kind: 'half' });
        expect(first).toMatchObject({ kind: 'unavailable' });
        expect(second).toMatchObject({ kind: 'accepted' });
        expect(bills).toHaveLength(1);
      });
    }

    if (can('rewrite')) {
      it.each([
        ['a page of a middle man', () => '<html><body>Bienvenue</body></html>'],
        ['an answer cut short', (body: string) => body.slice(0, Math.floor(body.length / 2))],
        ['an empty answer', () => ''],
      ])('makes one bill when the answer is %s', async (_name, rewrite) => {
        const { second, bills } = await deliverMistreated({ kind: 'rewrite', rewrite });
        expect(second).toMatchObject({ kind: 'alreadyKnown' });
        expect(bills).toHaveLength(1);
      });
    }

    if (can('down')) {
      it('is unavailable while the system is down for an hour, and delivers once afterwards', async () => {
        const { books, open, trouble } = harness();
        const { envelope, key } = aDelivery();
        let minute = 0;
        const now = () => new Date(Date.now() + minute * 60_000);
        const connector = open({ troubled: true, now });
        trouble.next('any', { kind: 'down' }, { times: Infinity });
        for (; minute < MINUTES_DOWN; minute += 1) {
          expect(await connector.deliver(envelope, key)).toMatchObject({ kind: 'unavailable' });
        }
        trouble.calm();
        expect(await connector.deliver(envelope, key)).toMatchObject({ kind: 'accepted' });
        expect(await connector.deliver(envelope, key)).toMatchObject({ kind: 'alreadyKnown' });
        expect(await books.billsUnder(key)).toHaveLength(1);
      });
    }

    it('is unavailable, in words, where nothing answers', async () => {
      const { openToNowhere } = harness();
      const { envelope, key } = aDelivery();
      const words = { fr: expect.stringMatching(/\w{3}/), en: expect.stringMatching(/\w{3}/) };
      const unavailable = { kind: 'unavailable', message: words };
      expect(await openToNowhere().deliver(envelope, key)).toMatchObject(unavailable);
      expect(await openToNowhere().check()).toMatchObject(unavailable);
      if (features.statuses) {
        expect(await openToNowhere().statusesAfter(null)).toMatchObject({ kind: 'unavailable' });
      }
    });

    if (features.credentials) {
      it('tells wrong credentials apart', async () => {
        const { envelope, key } = aDelivery();
        const connector = harness().openWithWrongCredentials?.();
        const refused = { kind: 'refused', code: 'credentials-refused' };
        expect(await connector?.deliver(envelope, key)).toMatchObject(refused);
        expect(await connector?.check()).toMatchObject(refused);
        if (features.statuses) {
          expect(await connector?.statusesAfter(null)).toMatchObject({ kind: 'unavailable' });
        }
      });
    }

    it('is fine where everything is there, and says what it looked at', async () => {
      const health = await harness().open().check();
      expect(health).toMatchObject({ kind: 'fine', version: expect.any(String) });
      expect(health.points ?? []).not.toEqual([]);
      for (const { label, message, state } of health.points ?? []) {
        expect(state).not.toBe('wrong');
        expect([label.fr, label.en, message.fr, message.en]).not.toContain('');
      }
    });
  });
};
