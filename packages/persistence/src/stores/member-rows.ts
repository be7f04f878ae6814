import type { Member } from '@parvis/application/people/membership-store';
import type { Grant, Role } from '@parvis/domain/access/actor';
import { type EntityManager, In } from 'typeorm';
import { MembershipGrantEntity } from '../entities/membership-grant.entity.js';

export interface MemberRow {
  readonly userId: string;
  readonly structureId: string;
  readonly role: Role;
  readonly until: Date | null;
  readonly name: string;
  readonly email: string;
  readonly language: 'fr' | 'en';
  readonly lastSignedInAt: Date | null;
  readonly sortText: string;
}

/** Memberships with who holds them; conditions and order are added behind. */
export const memberRows = (
  manager: EntityManager,
  conditions: string,
  values: readonly unknown[],
): Promise<MemberRow[]> =>
  manager.query(
    `SELECT membership.user_id AS "userId", membership.structure_id AS "structureId", membership.role,
      membership.until, person.name, person.email, person.language,
      person.last_signed_in_at AS "lastSignedInAt", membership.sort_text AS "sortText"
    FROM membership JOIN person ON person.user_id = membership.user_id ${conditions}`,
    [...values],
  );

/** The rows with what each was given, in the same order. */
export const withGrants = async (manager: EntityManager, rows: readonly MemberRow[]): Promise<Member[]> => {
  const users = rows.filter(({ role }) => role === 'user');
  const found =
    users.length === 0
      ? []
      : await manager.find(MembershipGrantEntity, {
          where: {
            userId: In(users.map(({ userId }) => userId)),
            structureId: In([...new Set(users.map(({ structureId }) => structureId))]),
          },
          order: { space: 'ASC' },
        });
  const grants = Map.groupBy(found, keyOf);
  return rows.map((row) => toMember(row, (grants.get(keyOf(row)) ?? []).map(toGrant)));
};

const keyOf = ({ userId, structureId }: Pick<MemberRow, 'userId' | 'structureId'>): string =>
  `${userId} ${structureId}`;

const toMember = (
  { sortText: _sortText, until, lastSignedInAt, ...row }: MemberRow,
  grants: readonly Grant[],
): Member => ({
  ...row,
  grants,
  ...(until ? { until } : {}),
  ...(lastSignedInAt ? { lastSignedInAt } : {}),
});

export const toGrant = ({ space, level, services, until }: MembershipGrantEntity): Grant => ({
  space,
  level,
  ...(services ? { services } : {}),
  ...(until ? { until } : {}),
});

export const toGrantEntities = (
  userId: string,
  structureId: string,
  grants: readonly Grant[],
): MembershipGrantEntity[] =>
  grants.map(({ space, level, services, until = null }) => ({
    userId,
    structureId,
    space,
    level,
    services: services ? [...services] : null,
    until,
  }));
