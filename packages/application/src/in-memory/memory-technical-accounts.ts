import type {
  RecognisedKey,
  TechnicalAccountStore,
  TechnicalKey,
} from '../technical-accounts/technical-account-store.js';
import { keyOf, type MemoryTables } from './memory-tables.js';

export const memoryTechnicalAccounts = (tables: MemoryTables): TechnicalAccountStore => {
  const { technicalAccounts, technicalKeys, keyWarnings } = tables;
  const recognised = (key: TechnicalKey | undefined): RecognisedKey | undefined => {
    const account = key && technicalAccounts.get(key.accountId);
    if (!account) return undefined;
    const recipient = tables.recipients.get(account.structureId);
    const name = recipient?.name ?? tables.suppliers.get(account.structureId)?.name ?? '';
    return { ...key, account, structureName: name, side: recipient ? 'publicEntity' : 'supplier' };
  };
  const keys = (): TechnicalKey[] => [...technicalKeys.values()];
  return {
    ofStructure: async (structureId, closedAfter) =>
      [...technicalAccounts.values()]
        .filter((account) => account.structureId === structureId)
        .filter(({ closedAt }) => !closedAt || closedAt > closedAfter)
        .sort(
          (one, other) =>
            Number(Boolean(one.closedAt)) - Number(Boolean(other.closedAt)) ||
            (one.name < other.name ? -1 : 1),
        ),
    find: async (accountId) => technicalAccounts.get(accountId),
    add: async (account) => {
      technicalAccounts.set(account.accountId, account);
    },
    close: async (accountId, closedAt) => {
      const account = technicalAccounts.get(accountId);
      if (account) technicalAccounts.set(accountId, { ...account, closedAt });
    },
    keysOf: async (accountIds) =>
      keys()
        .filter(({ accountId }) => accountIds.includes(accountId))
        .sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime()),
    findKey: async (keyId) => recognised(technicalKeys.get(keyId)),
    findKeyByHash: async (keyHash) => recognised(keys().find((key) => key.keyHash === keyHash)),
    addKey: async (key) => {
      technicalKeys.set(key.keyId, key);
    },
    replaceKey: async (keyId, { byKeyId, expiresAt }) => {
      const key = technicalKeys.get(keyId);
      if (!key || key.revokedAt || key.replacedByKeyId) return false;
      technicalKeys.set(keyId, { ...key, replacedByKeyId: byKeyId, expiresAt });
      return true;
    },
    revokeKey: async (keyId, revokedAt) => {
      const key = technicalKeys.get(keyId);
      if (key && !key.revokedAt) technicalKeys.set(keyId, { ...key, revokedAt });
    },
    noteUse: async (keyId, lastUsedAt) => {
      const key = technicalKeys.get(keyId);
      if (key) technicalKeys.set(keyId, { ...key, lastUsedAt });
    },
    keysEndingBetween: async (from, to) =>
      keys()
        .filter(({ expiresAt, revokedAt, replacedByKeyId }) => {
          const inForce = !revokedAt && !replacedByKeyId;
          return inForce && expiresAt >= from && expiresAt < to;
        })
        .flatMap((key) => recognised(key) ?? [])
        .filter(({ account }) => !account.closedAt),
    addWarning: async (keyId, daysBefore, at) => {
      const key = keyOf(keyId, daysBefore);
      if (keyWarnings.has(key)) return false;
      keyWarnings.set(key, at);
      return true;
    },
  };
};
