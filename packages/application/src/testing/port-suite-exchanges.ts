import { describe, expect, test } from 'vitest';
import type { KeptExchange } from '../accounting/exchange-store.js';
import { hospital, hospitalBooks, town, uuid } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 9, minute));

const exchange = (minute: number, change: Partial<KeptExchange> = {}): KeptExchange => ({
  recipientId: hospital.structureId,
  connectionId: hospitalBooks.id,
  at: at(minute),
  what: 'create the bill',
  question: {
    line: 'POST https://compta.invalid/bills',
    headers: { accept: 'application/json' },
    body: '{}',
  },
  answer: { line: '', status: 201, headers: {}, body: '{"id":1}' },
  milliseconds: 12,
  ...change,
});

export const describeExchanges = (makePorts: MakePorts): void => {
  describe('what was said over a connection', () => {
    const ports = usePorts(makePorts);
    const add = (...exchanges: readonly KeptExchange[]) =>
      ports().work.run((stores) => stores.exchanges.add(exchanges));
    const list = (
      filter: { readonly invoiceId?: string; readonly limit?: number; readonly after?: string } = {},
      recipientId = hospital.structureId,
    ) =>
      ports().work.run((stores) =>
        stores.exchanges.list(recipientId, hospitalBooks.id, { invoiceId: null, limit: 10, ...filter }),
      );

    test('is kept whole and read newest first, what is about an invoice apart', async () => {
      const about = exchange(2, { invoiceId: uuid(7), key: `parvis:${uuid(7)}:1` });
      const { answer: _answer, ...unanswered } = exchange(3, { failure: 'timeout' });
      await add(exchange(1), about, unanswered);
      expect((await list()).exchanges).toEqual([unanswered, exchange(1)]);
      expect((await list({ invoiceId: uuid(7) })).exchanges).toEqual([about]);
      expect((await list({}, town.structureId)).exchanges).toEqual([]);
    });

    test('is read page by page', async () => {
      await add(exchange(1), exchange(2), exchange(3));
      const first = await list({ limit: 2 });
      expect(first.exchanges.map((each) => each.at)).toEqual([at(3), at(2)]);
      expect(first.cursors.at(-1)).toBe(first.next);
      const rest = await list({ limit: 2, after: first.next ?? '' });
      expect(rest.exchanges.map((each) => each.at)).toEqual([at(1)]);
      expect(rest.next).toBeUndefined();
      await expect(list({ after: 'nonsense' })).rejects.toThrow(RangeError);
    });

    test('is kept whatever characters strangers send', async () => {
      await add(exchange(1, { what: 'null \u0000 and half \ud83d' }));
      expect((await list()).exchanges).toMatchObject([{ what: expect.stringContaining('and half') }]);
    });

    test('is forgotten after a while', async () => {
      await add(exchange(1), exchange(2));
      expect(await ports().work.run((stores) => stores.exchanges.forgetBefore(at(2)))).toBe(1);
      expect((await list()).exchanges).toEqual([exchange(2)]);
    });
  });
};
