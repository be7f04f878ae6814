import type { AccountStore } from '../people/account-store.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryAccounts = (tables: MemoryTables): AccountStore => ({
  findByEmail: async (email) => [...tables.accounts.values()].find((account) => account.email === email),
  findPerson: async (userId) => tables.people.get(userId),
  addSession: async (session) => {
    tables.sessions.set(session.tokenHash, session);
  },
  findSession: async (tokenHash) => tables.sessions.get(tokenHash),
  removeSession: async (tokenHash) => {
    tables.sessions.delete(tokenHash);
  },
  failedSignInsSince: async (email, since) =>
    (tables.failedSignIns.get(email) ?? [])
      .filter((at) => at >= since)
      .sort((one, other) => one.getTime() - other.getTime()),
  addFailedSignIn: async (email, at) => {
    tables.failedSignIns.set(email, [...(tables.failedSignIns.get(email) ?? []), at]);
  },
  clearFailedSignIns: async (email) => {
    tables.failedSignIns.delete(email);
  },
});
