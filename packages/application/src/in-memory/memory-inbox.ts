import type { InboxMessage, InboxStore } from '../accounting/exchange-store.js';
import { keyOf, type MemoryTables } from './memory-tables.js';

export const memoryInbox = ({ inbox }: MemoryTables): InboxStore => {
  const ofConnection = (recipientId: string, connectionId: string): InboxMessage[] =>
    [...inbox.values()].filter(
      (message) => message.recipientId === recipientId && message.connectionId === connectionId,
    );
  return {
    add: async (message) => {
      const place = keyOf(message.recipientId, message.connectionId, message.sha256);
      if (inbox.has(place)) return false;
      const before = ofConnection(message.recipientId, message.connectionId);
      inbox.set(place, { ...message, place: before.length + 1 });
      return true;
    },
    after: async (recipientId, connectionId, place, limit) =>
      ofConnection(recipientId, connectionId)
        .filter((message) => message.place > place)
        .toSorted((left, right) => left.place - right.place)
        .slice(0, limit),
  };
};
