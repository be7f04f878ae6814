import type { AccountingConnection, ConnectionStore } from '../accounting/delivery-ledger.js';
import { keyOf, type MemoryTables } from './memory-tables.js';

export const memoryConnections = ({ connections }: MemoryTables): ConnectionStore => {
  const known = (recipientId: string, connectionId: string): AccountingConnection => {
    const connection = connections.get(keyOf(recipientId, connectionId));
    if (!connection) throw new Error(`no connection ${connectionId} of ${recipientId}`);
    return connection;
  };
  return {
    find: async (recipientId, connectionId) => connections.get(keyOf(recipientId, connectionId)),
    ofRecipient: async (recipientId) =>
      [...connections.values()].filter((connection) => connection.recipientId === recipientId),
    allActive: async () => [...connections.values()].filter(({ active }) => active),
    moveCursor: async (recipientId, connectionId, cursor, lastPulledAt) => {
      const connection = known(recipientId, connectionId);
      connections.set(keyOf(recipientId, connectionId), { ...connection, cursor, lastPulledAt });
    },
    noteProblem: async (recipientId, connectionId, problem) => {
      const { lastProblem, ...connection } = known(recipientId, connectionId);
      const noted = problem === undefined ? connection : { ...connection, lastProblem: problem };
      connections.set(keyOf(recipientId, connectionId), noted);
    },
  };
};
