import type { InvoiceNumberRegistry, NumberKey } from '../invoice/invoice-store.js';
import { keyOf, type MemoryTables } from './memory-tables.js';

const numberKey = ({ supplierId, year, number }: NumberKey): string => keyOf(supplierId, year, number);

export const memoryNumbers = ({ numbers }: MemoryTables): InvoiceNumberRegistry => ({
  reserve: async ({ ref, ...key }) => {
    const first = numbers.get(numberKey(key));
    if (!first) numbers.set(numberKey(key), ref);
    return first;
  },
  find: async (key) => numbers.get(numberKey(key)),
});
