import type { AccountingConnection, ConnectionStore } from '../accounting/delivery-ledger.js';
import { keyOf, type MemoryTables } from './memory-tables.js';

export const memoryConnections = ({ connections, deliveries }: MemoryTables): ConnectionStore => {
  const known = (recipientId: string, connectionId: string): AccountingConnection => {
    const connection = connections.get(keyOf(recipientId, connectionId));
    if (!connection) throw new Error(`no connection ${connectionId} of ${recipientId}`);
    return connection;
  };
  return {
    add: async (connection) => {
      connections.set(keyOf(connection.recipientId, connection.id), connection);
    },
    change: async ({ cursor: _cursor, lastPulledAt: _at, lastProblem: _problem, ...changed }) => {
      const { pausedAt: _pausedAt, ...connection } = known(changed.recipientId, changed.id);
      connections.set(keyOf(changed.recipientId, changed.id), { ...connection, ...changed });
    },
    remove: async (recipientId, connectionId) => {
      const isUsed = [...deliveries.values()].some((delivery) => delivery.connectionId === connectionId);
      return !isUsed && connections.delete(keyOf(recipientId, connectionId));
    },
    findById: async (connectionId) => [...connections.values()].find(({ id }) => id === connectionId),
    find: async (recipientId, connectionId) => connections.get(keyOf(recipientId, connectionId)),
    ofRecipient: async (recipientId) =>
      [...connections.values()].filter((connection) => connection.recipientId === recipientId),
    allActive: async () => [...connections.values()].filter(({ active }) => active),
    moveCursor: async (recipientId, connectionId, cursor, lastPulledAt) => {
      const connection = known(recipientId, connectionId);
      connections.set(keyOf(recipientId, connectionId), { ...connection, cursor, lastPulledAt });
    },
    forgetCursor: async (recipientId, connectionId) => {
      const connection = known(recipientId, connectionId);
      connections.set(keyOf(recipientId, connectionId), { ...connection, cursor: null });
    },
    stop: async (recipientId, connectionId, lastProblem, pausedAt) => {
      const connection = known(recipientId, connectionId);
      if (!connection.active) return false;
      const stopped = { ...connection, active: false, pausedAt, lastProblem };
      connections.set(keyOf(recipientId, connectionId), stopped);
      return true;
    },
    noteProblem: async (recipientId, connectionId, problem) => {
      const { lastProblem, ...connection } = known(recipientId, connectionId);
      const noted = problem === undefined ? connection : { ...connection, lastProblem: problem };
      connections.set(keyOf(recipientId, connectionId), noted);
    },
  };
};
