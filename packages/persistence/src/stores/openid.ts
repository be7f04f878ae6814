import type { OpenIdStore } from '@parvis/application/people/openid/openid-store';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { OpenIdIdentityEntity } from '../entities/openid-identity.entity.js';
import { OpenIdLinkEntity } from '../entities/openid-link.entity.js';
import { OpenIdRequestEntity } from '../entities/openid-request.entity.js';
import { takeRow } from '../take-row.js';

export const openIdStore = (manager: EntityManager): OpenIdStore => ({
  addRequest: async (request) => {
    await manager.insert(OpenIdRequestEntity, request);
  },
  takeRequest: (stateHash) => takeRow(manager, OpenIdRequestEntity, { stateHash }),
  findIdentity: async (issuer, subject) =>
    (await manager.findOneBy(OpenIdIdentityEntity, { issuer, subject })) ?? undefined,
  identitiesOf: (userId) =>
    manager.find(OpenIdIdentityEntity, { where: { userId }, order: { linkedAt: 'ASC' } }),
  addIdentity: async (identity) => {
    const added = await manager
      .createQueryBuilder()
      .insert()
      .into(OpenIdIdentityEntity)
      .values(identity)
      .orIgnore()
      .returning('issuer')
      .execute();
    return (added.raw as unknown[]).length > 0;
  },
  removeIdentity: async (userId, issuer, subject) =>
    ((await manager.delete(OpenIdIdentityEntity, { userId, issuer, subject })).affected ?? 0) > 0,
  addLink: async (link) => {
    await manager.insert(OpenIdLinkEntity, link);
  },
  takeLink: (linkHash) => takeRow(manager, OpenIdLinkEntity, { linkHash }),
  removeExpired: async (now) => {
    const over = { expiresAt: LessThanOrEqual(now) };
    const requests = await manager.delete(OpenIdRequestEntity, over);
    const links = await manager.delete(OpenIdLinkEntity, over);
    return (requests.affected ?? 0) + (links.affected ?? 0);
  },
});
