import type {
  Member,
  MemberPage,
  MembershipStore,
  MemberWindow,
  StoredMembership,
} from '@parvis/application/people/membership-store';
import type { EntityManager } from 'typeorm';
import { MembershipEntity } from '../entities/membership.entity.js';
import { MembershipGrantEntity } from '../entities/membership-grant.entity.js';
import { StructureEntity } from '../entities/structure.entity.js';
import { isUuid } from '../is-uuid.js';
import { holding } from '../like-pattern.js';
import { readCursor, writeCursor } from '../page-cursor.js';
import { memberRows, toGrant, toGrantEntities, withGrants } from './member-rows.js';

export const membershipStore = (manager: EntityManager): MembershipStore => ({
  membersOf: (structureId, window) => memberPage(manager, structureId, window),
  find: async (userId, structureId) => {
    if (!isUuid(userId) || !isUuid(structureId)) return undefined;
    const rows = await memberRows(manager, 'WHERE membership.user_id = $1 AND membership.structure_id = $2', [
      userId,
      structureId,
    ]);
    return (await withGrants(manager, rows))[0];
  },
  ofUser: (userId) => membershipsOf(manager, userId),
  managersOf: async (structureId, at) => {
    if (!isUuid(structureId)) return [];
    const rows = await memberRows(
      manager,
      `WHERE membership.structure_id = $1 AND membership.role IN ('mainManager', 'deputyManager')
        AND (membership.until IS NULL OR membership.until > $2)
      ORDER BY membership.role DESC, membership.sort_text, membership.user_id`,
      [structureId, at],
    );
    return withGrants(manager, rows);
  },
  structure: async (structureId) => {
    if (!isUuid(structureId)) return undefined;
    const found = await manager.findOneBy(StructureEntity, { structureId });
    return found ? { structureId, name: found.name, side: found.side } : undefined;
  },
  lockPeopleOf: async (structureId) => {
    // Not the row of the structure: deposits refer to it and must not wait.
    await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('people of ' || $1, 0))", [
      structureId,
    ]);
  },
  add: async ({ userId, structureId, role, grants, until = null }) => {
    const [last]: { position: number }[] = await manager.query(
      'SELECT coalesce(max(position) + 1, 0) AS position FROM membership WHERE user_id = $1',
      [userId],
    );
    await manager.insert(MembershipEntity, {
      userId,
      structureId,
      role,
      until,
      position: last?.position ?? 0,
    });
    await saveGrants(manager, { userId, structureId, role, grants });
  },
  change: async (membership) => {
    const { userId, structureId, role, until = null } = membership;
    const { affected } = await manager.update(MembershipEntity, { userId, structureId }, { role, until });
    if (affected !== 1) throw new Error('no such membership');
    await manager.delete(MembershipGrantEntity, { userId, structureId });
    await saveGrants(manager, membership);
  },
  end: async (userId, structureId) => {
    await manager.delete(MembershipEntity, { userId, structureId });
  },
  endingBetween: (from, to) => endingBetween(manager, from, to),
});

const saveGrants = async (
  manager: EntityManager,
  { userId, structureId, grants }: StoredMembership,
): Promise<void> => {
  const rows = toGrantEntities(userId, structureId, grants);
  if (rows.length > 0) await manager.insert(MembershipGrantEntity, rows);
};

const memberPage = async (
  manager: EntityManager,
  structureId: string,
  { search = '', limit, after }: MemberWindow,
): Promise<MemberPage> => {
  const conditions = ['membership.structure_id = $1'];
  const values: unknown[] = [structureId];
  const sought = search.trim();
  if (sought) {
    values.push(holding(sought));
    conditions.push(`membership.sort_text LIKE rtrim(person_sort_text($${values.length}, ''))`);
  }
  if (after !== undefined) {
    const [sortText, userId] = readCursor(after, ['text', 'id']);
    values.push(sortText, userId);
    conditions.push(
      `(membership.sort_text, membership.user_id) > ($${values.length - 1}, $${values.length}::uuid)`,
    );
  }
  const rows = await memberRows(
    manager,
    `WHERE ${conditions.join(' AND ')} ORDER BY membership.sort_text, membership.user_id LIMIT ${limit + 1}`,
    values,
  );
  const shown = rows.slice(0, limit);
  const cursors = shown.map(({ sortText, userId }) => writeCursor([sortText, userId]));
  return {
    members: await withGrants(manager, shown),
    next: rows.length > limit ? cursors.at(-1) : undefined,
    cursors,
  };
};

const membershipsOf = async (manager: EntityManager, userId: string): Promise<StoredMembership[]> => {
  const held = await manager.find(MembershipEntity, { where: { userId }, order: { position: 'ASC' } });
  const grants = await manager.find(MembershipGrantEntity, { where: { userId }, order: { space: 'ASC' } });
  return held.map(({ structureId, role, until }) => ({
    userId,
    structureId,
    role,
    grants: grants.filter((grant) => grant.structureId === structureId).map(toGrant),
    ...(until ? { until } : {}),
  }));
};

const endingBetween = async (manager: EntityManager, from: Date, to: Date): Promise<Member[]> => {
  const rows = await memberRows(
    manager,
    `WHERE (membership.user_id, membership.structure_id) IN (
      SELECT user_id, structure_id FROM membership WHERE until >= $1 AND until < $2
      UNION SELECT user_id, structure_id FROM membership_grant WHERE until >= $1 AND until < $2)
    ORDER BY membership.structure_id, membership.user_id`,
    [from, to],
  );
  return withGrants(manager, rows);
};
