import type { Person } from '@parvis/domain/access/actor';
import type { Stores } from '../../ports/work.js';
import type { Member } from '../membership-store.js';
import type { OwnershipClaim } from './claim-store.js';

/** Whoever runs the installation: they decide where nobody of the structure is left to. */
export type IsOperator = (email: string) => boolean;

/** A manager who has not signed in for so long does not count as one who can decide. */
export const GONE_AFTER_MS = 30 * 86_400_000;

export const isPresent = ({ lastSignedInAt }: Member, at: Date): boolean =>
  lastSignedInAt !== undefined && at.getTime() - lastSignedInAt.getTime() < GONE_AFTER_MS;

/**
 * May this person decide on a claim? Managers of the structure and members who hold its people in full; operators where
 * fewer than two managers are there to. Never the one who claims, nor users where a deputy claims.
 */
export const mayDecide = async (
  { memberships }: Stores,
  isOperator: IsOperator,
  { structureId, userId }: Pick<OwnershipClaim, 'structureId' | 'userId'>,
  person: Pick<Person, 'userId' | 'email'>,
  at: Date,
): Promise<boolean> => {
  if (person.userId === userId) return false;
  const claimant = await memberships.find(userId, structureId);
  const member = await memberships.find(person.userId, structureId);
  if (member && holds(member, at) && decides(member, claimant, at)) return true;
  if (!isOperator(person.email)) return false;
  const managers = await memberships.managersOf(structureId, at);
  return managers.filter((manager) => manager.userId !== userId && isPresent(manager, at)).length < 2;
};

const holds = ({ until }: Member, at: Date): boolean => until === undefined || until > at;

/** A deputy who claims could have given users their say, and two of them would be nobody but the deputy. */
const decides = (member: Member, claimant: Member | undefined, at: Date): boolean =>
  claimant === undefined || claimant.role === 'user' ? holdsPeople(member, at) : member.role !== 'user';

const holdsPeople = ({ role, grants }: Member, at: Date): boolean =>
  role !== 'user' ||
  grants.some(
    ({ space, level, until }) =>
      space === 'people' && level === 'full' && (until === undefined || until > at),
  );
