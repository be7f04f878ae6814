import type {
  RecognisedKey,
  StoredTechnicalAccount,
  TechnicalAccountStore,
  TechnicalKey,
} from '@parvis/application/technical-accounts/technical-account-store';
import { type EntityManager, In, IsNull } from 'typeorm';
import { StructureEntity } from '../entities/structure.entity.js';
import { TechnicalAccountEntity } from '../entities/technical-account.entity.js';
import { TechnicalKeyEntity } from '../entities/technical-key.entity.js';
import { isUuid } from '../is-uuid.js';
import { withoutNulls } from '../without-nulls.js';

export const technicalAccountStore = (manager: EntityManager): TechnicalAccountStore => {
  const recognised = async (
    where: { keyId: string } | { keyHash: string },
  ): Promise<RecognisedKey | undefined> => {
    const key = await manager.findOneBy(TechnicalKeyEntity, where);
    return key ? (await withAccounts(manager, [key]))[0] : undefined;
  };
  return {
    ofStructure: async (structureId, closedAfter) => {
      const found = await manager
        .createQueryBuilder(TechnicalAccountEntity, 'account')
        .where('account.structureId = :structureId', { structureId })
        .andWhere('(account.closedAt IS NULL OR account.closedAt > :closedAfter)', { closedAfter })
        .orderBy('account.closedAt IS NOT NULL')
        .addOrderBy('account.name')
        .getMany();
      return found.map(toAccount);
    },
    find: async (accountId) => {
      if (!isUuid(accountId)) return undefined;
      const found = await manager.findOneBy(TechnicalAccountEntity, { accountId });
      return found ? toAccount(found) : undefined;
    },
    add: async (account) => {
      await manager.insert(TechnicalAccountEntity, account);
    },
    close: async (accountId, closedAt) => {
      await manager.update(TechnicalAccountEntity, { accountId, closedAt: IsNull() }, { closedAt });
    },
    keysOf: async (accountIds) => {
      const where = { accountId: In([...accountIds]) };
      const found = await manager.find(TechnicalKeyEntity, { where, order: { createdAt: 'DESC' } });
      return found.map(toKey);
    },
    findKey: async (keyId) => (isUuid(keyId) ? recognised({ keyId }) : undefined),
    findKeyByHash: (keyHash) => recognised({ keyHash }),
    addKey: async (key) => {
      await manager.insert(TechnicalKeyEntity, { ...key, scope: [...key.scope] });
    },
    replaceKey: async (keyId, { byKeyId, expiresAt }) => {
      const { affected } = await manager.update(
        TechnicalKeyEntity,
        { keyId, revokedAt: IsNull(), replacedByKeyId: IsNull() },
        { replacedByKeyId: byKeyId, expiresAt },
      );
      return affected === 1;
    },
    revokeKey: async (keyId, revokedAt) => {
      await manager.update(TechnicalKeyEntity, { keyId, revokedAt: IsNull() }, { revokedAt });
    },
    noteUse: async (keyId, lastUsedAt) => {
      await manager.update(TechnicalKeyEntity, { keyId }, { lastUsedAt });
    },
    keysEndingBetween: async (from, to) => {
      const found = await manager
        .createQueryBuilder(TechnicalKeyEntity, 'key')
        .where('key.revokedAt IS NULL AND key.replacedByKeyId IS NULL')
        .andWhere('key.expiresAt >= :from AND key.expiresAt < :to', { from, to })
        .orderBy('key.expiresAt')
        .getMany();
      return (await withAccounts(manager, found)).filter(({ account }) => !account.closedAt);
    },
    addWarning: async (keyId, daysBefore, at) => {
      const added: unknown[] = await manager.query(
        `INSERT INTO technical_key_warning (key_id, days_before, given_at) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING RETURNING key_id`,
        [keyId, daysBefore, at],
      );
      return added.length === 1;
    },
  };
};

/** All at once: what a list needs of accounts and structures is read in two queries. */
const withAccounts = async (
  manager: EntityManager,
  keys: readonly TechnicalKeyEntity[],
): Promise<RecognisedKey[]> => {
  if (keys.length === 0) return [];
  const accounts = await manager.findBy(TechnicalAccountEntity, {
    accountId: In(keys.map(({ accountId }) => accountId)),
  });
  const structures = await manager.findBy(StructureEntity, {
    structureId: In(accounts.map(({ structureId }) => structureId)),
  });
  return keys.flatMap((key) => {
    const account = accounts.find(({ accountId }) => accountId === key.accountId);
    const structure = structures.find(({ structureId }) => structureId === account?.structureId);
    if (!account || !structure) return [];
    return {
      ...toKey(key),
      account: toAccount(account),
      structureName: structure.name,
      side: structure.side,
    };
  });
};

const toAccount = (entity: TechnicalAccountEntity): StoredTechnicalAccount => withoutNulls({ ...entity });

const toKey = (entity: TechnicalKeyEntity): TechnicalKey => withoutNulls({ ...entity });
