import type { DepositKeyStore } from '../invoice/invoice-store.js';
import { keyOf, type MemoryTables } from './memory-tables.js';

export const memoryDepositKeys = ({ depositKeys }: MemoryTables): DepositKeyStore => ({
  find: async (supplierId, key) => depositKeys.get(keyOf(supplierId, key)),
  add: async (use) => {
    const key = keyOf(use.supplierId, use.key);
    if (depositKeys.has(key)) return false;
    depositKeys.set(key, use);
    return true;
  },
});
