import type { AskingStore } from '../people/asking-store.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryAskings = ({ askings }: MemoryTables): AskingStore => ({
  since: async (subject, moment) =>
    (askings.get(subject) ?? [])
      .filter((at) => at >= moment)
      .sort((one, other) => one.getTime() - other.getTime()),
  add: async (subject, at) => {
    askings.set(subject, [...(askings.get(subject) ?? []), at]);
  },
  removeBefore: async (moment) => {
    let removed = 0;
    for (const [subject, all] of askings) {
      const kept = all.filter((at) => at >= moment);
      removed += all.length - kept.length;
      if (kept.length > 0) askings.set(subject, kept);
      else askings.delete(subject);
    }
    return removed;
  },
});
