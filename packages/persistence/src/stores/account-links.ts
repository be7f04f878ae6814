import type { AccountLinkStore } from '@parvis/application/people/credential-store';
import { type EntityManager, LessThanOrEqual, MoreThan } from 'typeorm';
import { AccountLinkEntity } from '../entities/account-link.entity.js';
import { withoutNulls } from '../without-nulls.js';

export const accountLinkStore = (manager: EntityManager): AccountLinkStore => ({
  add: async (link) => {
    await manager.insert(AccountLinkEntity, link);
  },
  take: async (purpose, linkHash) => {
    const where = { purpose, linkHash };
    const lock = { mode: 'pessimistic_write' } as const;
    const found = await manager.findOne(AccountLinkEntity, { where, lock });
    if (!found) return undefined;
    await manager.delete(AccountLinkEntity, { linkHash });
    return withoutNulls(found);
  },
  holds: (purpose, linkHash, at) =>
    manager.existsBy(AccountLinkEntity, { purpose, linkHash, expiresAt: MoreThan(at) }),
  removeOf: async (userId, purpose) => {
    await manager.delete(AccountLinkEntity, { userId, ...(purpose ? { purpose } : {}) });
  },
  removeExpired: async (now) =>
    (await manager.delete(AccountLinkEntity, { expiresAt: LessThanOrEqual(now) })).affected ?? 0,
});
