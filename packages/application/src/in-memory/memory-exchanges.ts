import type { ExchangeStore } from '../accounting/exchange-store.js';
import { pageOf } from './memory-page.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryExchanges = ({ exchanges }: MemoryTables): ExchangeStore => ({
  add: async (added) => {
    for (const exchange of added) exchanges.set(([...exchanges.keys()].at(-1) ?? 0) + 1, exchange);
  },
  list: async (recipientId, connectionId, { invoiceId, ...window }) => {
    const selected = [...exchanges].filter(
      ([, exchange]) =>
        exchange.recipientId === recipientId &&
        exchange.connectionId === connectionId &&
        (exchange.invoiceId ?? null) === invoiceId,
    );
    const { rows, next, cursors } = pageOf(selected, ([number]) => [-number], window);
    return { exchanges: rows.map(([, exchange]) => exchange), next, cursors };
  },
  forgetBefore: async (at) => {
    const old = [...exchanges].filter(([, exchange]) => exchange.at < at);
    for (const [number] of old) exchanges.delete(number);
    return old.length;
  },
});
