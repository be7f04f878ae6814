import type { ConnectionNumberStore, GivenNumber } from '../accounting/connection-number-store.js';
import { keyOf, type MemoryTables } from './memory-tables.js';

export const memoryConnectionNumbers = ({ connectionNumbers }: MemoryTables): ConnectionNumberStore => {
  const ofSequence = (recipientId: string, sequence: string): GivenNumber[] =>
    [...connectionNumbers.entries()]
      .filter(([place]) => place.startsWith(`${keyOf(recipientId, sequence)}|`))
      .map(([, given]) => given)
      .toSorted((left, right) => left.number - right.number);
  return {
    next: async (recipientId, sequence, key, { first, at }) => {
      const place = keyOf(recipientId, sequence, key);
      const known = connectionNumbers.get(place);
      if (known) return known;
      const last = ofSequence(recipientId, sequence).at(-1)?.number ?? 0;
      const given = { key, number: Math.max(last + 1, first), givenAt: at };
      connectionNumbers.set(place, given);
      return given;
    },
    find: async (recipientId, sequence, key) => connectionNumbers.get(keyOf(recipientId, sequence, key)),
    note: async (recipientId, sequence, key, note) => {
      const place = keyOf(recipientId, sequence, key);
      const known = connectionNumbers.get(place);
      if (!known) throw new Error(`no number was given to ${key} in ${sequence}`);
      connectionNumbers.set(place, { ...known, note });
    },
    after: async (recipientId, sequence, number, limit) =>
      ofSequence(recipientId, sequence)
        .filter((given) => given.number > number)
        .slice(0, limit),
  };
};
