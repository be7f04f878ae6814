import type { AccountLinkStore, CredentialStore } from '../people/credential-store.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryCredentials = ({ accounts, people }: MemoryTables): CredentialStore => {
  const has = (email: string): boolean => [...accounts.values()].some((account) => account.email === email);
  return {
    add: async (account) => {
      if (has(account.email)) return false;
      const { userId, name, email, language } = account;
      accounts.set(userId, account);
      people.set(userId, {
        kind: 'person',
        userId,
        name,
        email,
        ...(language === 'fr' ? {} : { language }),
        memberships: [],
      });
      return true;
    },
    find: async (userId) => accounts.get(userId),
    setPassword: async (userId, passwordHash) => {
      const account = accounts.get(userId);
      if (account) accounts.set(userId, { ...account, passwordHash });
    },
    setEmail: async (userId, email) => {
      const account = accounts.get(userId);
      const person = people.get(userId);
      if (has(email) || !account || !person) return false;
      accounts.set(userId, { ...account, email });
      people.set(userId, { ...person, email });
      return true;
    },
  };
};

export const memoryAccountLinks = ({ accountLinks }: MemoryTables): AccountLinkStore => ({
  add: async (link) => {
    accountLinks.set(link.linkHash, link);
  },
  take: async (purpose, linkHash) => {
    const found = accountLinks.get(linkHash);
    if (found?.purpose !== purpose) return undefined;
    accountLinks.delete(linkHash);
    return found;
  },
  holds: async (purpose, linkHash, at) => {
    const found = accountLinks.get(linkHash);
    return found?.purpose === purpose && at < found.expiresAt;
  },
  removeOf: async (userId, purpose) => {
    for (const link of accountLinks.values())
      if (link.userId === userId && link.purpose === (purpose ?? link.purpose))
        accountLinks.delete(link.linkHash);
  },
  removeExpired: async (now) => {
    const over = [...accountLinks.values()].filter(({ expiresAt }) => expiresAt <= now);
    for (const { linkHash } of over) accountLinks.delete(linkHash);
    return over.length;
  },
});
