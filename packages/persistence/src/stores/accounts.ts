import type { AccountStore } from '@parvis/application/people/account-store';
import type { Grant, Membership, Person } from '@parvis/domain/access/actor';
import { mandatedMemberships, worksWithMandates } from '@parvis/domain/access/mandated';
import { membershipsAt } from '@parvis/domain/access/memberships-at';
import type { EntityManager } from 'typeorm';
import { MembershipEntity } from '../entities/membership.entity.js';
import { MembershipGrantEntity } from '../entities/membership-grant.entity.js';
import { PersonEntity } from '../entities/person.entity.js';
import { StructureEntity } from '../entities/structure.entity.js';
import { mandatesInForce } from './mandates-in-force.js';

export const accountStore = (manager: EntityManager): AccountStore => ({
  findByEmail: async (email) => (await manager.findOneBy(PersonEntity, { email })) ?? undefined,
  findPerson: async (userId, at) => {
    const person = await manager.findOneBy(PersonEntity, { userId });
    if (!person) return undefined;
    const own = membershipsAt(await membershipsOf(manager, userId), at);
    const houses = own.filter(worksWithMandates).map(({ structureId }) => structureId);
    const mandates = await mandatesInForce(manager, houses, at);
    return toPerson(person, [...own, ...mandatedMemberships(own, mandates)]);
  },
  failedSignInsSince: async (subject, since) => {
    await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('failed_sign_in ' || $1, 0))", [
      subject,
    ]);
    const rows: { failed_at: Date }[] = await manager.query(
      'SELECT failed_at FROM failed_sign_in WHERE subject = $1 AND failed_at >= $2 ORDER BY failed_at',
      [subject, since],
    );
    return rows.map(({ failed_at: at }) => at);
  },
  addFailedSignIn: async (subject, at) => {
    await manager.query('INSERT INTO failed_sign_in (subject, failed_at) VALUES ($1, $2)', [subject, at]);
  },
  takeBackFailedSignIn: async (subject, at) => {
    await manager.query(
      `DELETE FROM failed_sign_in WHERE (subject, failed_at, failure_id) IN (
         SELECT subject, failed_at, failure_id FROM failed_sign_in WHERE subject = $1 AND failed_at = $2 LIMIT 1)`,
      [subject, at],
    );
  },
  clearFailedSignIns: async (subject) => {
    await manager.query('DELETE FROM failed_sign_in WHERE subject = $1', [subject]);
  },
  removeFailedSignInsBefore: async (moment) => {
    const [, removed]: [unknown, number] = await manager.query(
      'DELETE FROM failed_sign_in WHERE failed_at < $1',
      [moment],
    );
    return removed;
  },
});

const toPerson = (
  { userId, name, email, language }: PersonEntity,
  memberships: readonly Membership[],
): Person => ({
  kind: 'person',
  userId,
  name,
  email,
  // French is what an absent language means.
  ...(language === 'fr' ? {} : { language }),
  memberships,
});

const membershipsOf = async (manager: EntityManager, userId: string): Promise<Membership[]> => {
  const rows = await manager
    .createQueryBuilder(MembershipEntity, 'membership')
    .innerJoin(StructureEntity, 'structure', 'structure.structureId = membership.structureId')
    .select('membership.structureId', 'structureId')
    .addSelect('structure.name', 'structureName')
    .addSelect('structure.side', 'side')
    .addSelect('membership.role', 'role')
    .addSelect('membership.until', 'until')
    .where('membership.userId = :userId', { userId })
    .orderBy('membership.position')
    .getRawMany<Omit<Membership, 'grants' | 'until'> & { readonly until: Date | null }>();
  const grants = await manager.find(MembershipGrantEntity, { where: { userId }, order: { space: 'ASC' } });
  const byStructure = Map.groupBy(grants, ({ structureId }) => structureId);
  return rows.map(({ structureId, structureName, side, role, until }) => ({
    structureId,
    structureName,
    side,
    role,
    grants: (byStructure.get(structureId) ?? []).map(toGrant),
    ...(until ? { until } : {}),
  }));
};

const toGrant = ({ space, level, services, until }: MembershipGrantEntity): Grant => ({
  space,
  level,
  ...(services ? { services } : {}),
  ...(until ? { until } : {}),
});
