import type { InboxMessage, InboxStore } from '../accounting/exchange-store.js';
import { keyOf, type MemoryTables } from './memory-tables.js';

export const memoryInbox = ({ inbox, connections }: MemoryTables): InboxStore => {
  const ofConnection = (recipientId: string, connectionId: string): InboxMessage[] =>
    [...inbox.values()].filter(
      (message) => message.recipientId === recipientId && message.connectionId === connectionId,
    );
  const newestPlace = (recipientId: string, connectionId: string): number =>
    Math.max(0, ...ofConnection(recipientId, connectionId).map(({ place }) => place));
  return {
    add: async (message) => {
      const place = keyOf(message.recipientId, message.connectionId, message.sha256);
      if (inbox.has(place)) return false;
      inbox.set(place, { ...message, place: newestPlace(message.recipientId, message.connectionId) + 1 });
      return true;
    },
    takenSince: async (recipientId, connectionId, since, most) => {
      const recent = ofConnection(recipientId, connectionId)
        .toSorted((left, right) => right.place - left.place)
        .slice(0, most)
        .filter(({ receivedAt }) => receivedAt >= since);
      return { messages: recent.length, bytes: recent.reduce((sum, { bytes }) => sum + bytes.length, 0) };
    },
    forgetBefore: async (at) => {
      const old = [...inbox].filter(
        ([, { recipientId, connectionId, place, receivedAt }]) =>
          receivedAt < at &&
          connections.get(keyOf(recipientId, connectionId))?.active &&
          place < newestPlace(recipientId, connectionId),
      );
      for (const [key] of old) inbox.delete(key);
      return old.length;
    },
    after: async (recipientId, connectionId, place, limit) =>
      ofConnection(recipientId, connectionId)
        .filter((message) => message.place > place)
        .toSorted((left, right) => left.place - right.place)
        .slice(0, limit),
  };
};
