import type { Invitation, InvitationStore } from '@parvis/application/people/invitations/invitation-store';
import type { Grant } from '@parvis/domain/access/actor';
import type { EntityManager } from 'typeorm';
import { type GrantJson, InvitationEntity } from '../entities/invitation.entity.js';
import { isUuid } from '../is-uuid.js';

export const invitationStore = (manager: EntityManager): InvitationStore => ({
  add: async ({ grants, until = null, ...invitation }) => {
    await manager.insert(InvitationEntity, { ...invitation, until, grants: grants.map(toJson) });
  },
  findByToken: async (tokenHash) => found(await manager.findOneBy(InvitationEntity, { tokenHash })),
  find: async (structureId, id) =>
    isUuid(id) ? found(await manager.findOneBy(InvitationEntity, { structureId, id })) : undefined,
  findOpen: async (structureId, email) =>
    found(await manager.findOneBy(InvitationEntity, { structureId, email, state: 'waiting' })),
  close: async (structureId, id, state) => {
    const where = { structureId, id, state: 'waiting' } as const;
    return (await manager.update(InvitationEntity, where, { state })).affected === 1;
  },
  waitingOf: async (structureId, limit) => {
    const rows = await manager.find(InvitationEntity, {
      where: { structureId, state: 'waiting' },
      order: { invitedAt: 'DESC' },
      take: limit,
    });
    return rows.map(toInvitation);
  },
});

const found = (row: InvitationEntity | null): Invitation | undefined => (row ? toInvitation(row) : undefined);

const toInvitation = ({ grants, until, ...row }: InvitationEntity): Invitation => ({
  ...row,
  grants: grants.map(fromJson),
  ...(until ? { until } : {}),
});

const toJson = ({ space, level, services, until }: Grant): GrantJson => ({
  space,
  level,
  ...(services ? { services } : {}),
  ...(until ? { until: until.toISOString() } : {}),
});

/** Only `toJson` wrote it. */
const fromJson = ({ space, level, services, until }: GrantJson): Grant => ({
  space: space as Grant['space'],
  level: level as Grant['level'],
  ...(services ? { services } : {}),
  ...(until ? { until: new Date(until) } : {}),
});
