import type { Person } from '@parvis/domain/access/actor';
import type { Stores } from '../../ports/work.js';
import { type IsOperator, isPresent } from '../claims/claim-deciders.js';
import type { Member, StructureAccess } from '../membership-store.js';
import type { FactorReset, FactorResetShown, ResetApproval } from './factor-reset-store.js';

export const APPROVALS = 2;

/** A manager of one of the structures that the person belongs to. */
export interface ResetManager extends Member {
  /** One that both belong to. */
  readonly structure: StructureAccess;
}

/** Who is told of a reset, and who may decide on it. */
export interface ResetCircle {
  readonly structures: readonly StructureAccess[];
  /** Each once, never the person. */
  readonly managers: readonly ResetManager[];
  /** How many operators may stand in for managers who are not there. */
  readonly operatorSeats: number;
}

/** Mandates do not count: the structures that employ the person answer for them, not the clients. */
export const circleOf = async (
  { memberships }: Pick<Stores, 'memberships'>,
  userId: string,
  at: Date,
): Promise<ResetCircle> => {
  const structures: StructureAccess[] = [];
  const managers = new Map<string, ResetManager>();
  for (const { structureId, until } of await memberships.ofUser(userId)) {
    const structure = await memberships.structure(structureId);
    if (!structure || (until !== undefined && until <= at)) continue;
    structures.push(structure);
    for (const manager of await memberships.managersOf(structureId, at))
      if (manager.userId !== userId && !managers.has(manager.userId))
        managers.set(manager.userId, { ...manager, structure });
  }
  const present = [...managers.values()].filter((manager) => isPresent(manager, at)).length;
  return {
    structures,
    managers: [...managers.values()],
    operatorSeats: Math.max(0, APPROVALS - present),
  };
};

/** As what this person decides on the reset; undefined when it is none of their business, or their own. */
export const standingOf = (
  { managers, operatorSeats }: ResetCircle,
  isOperator: IsOperator,
  { userId }: Pick<FactorReset, 'userId'>,
  person: Pick<Person, 'userId' | 'email'>,
): ResetApproval['standing'] | undefined => {
  if (person.userId === userId) return undefined;
  if (managers.some((manager) => manager.userId === person.userId)) return 'manager';
  return operatorSeats > 0 && isOperator(person.email) ? 'operator' : undefined;
};

/** Those that count now: of managers who still are some, and of as many operators as managers are missing. */
export const standingApprovals = (
  { managers, operatorSeats }: ResetCircle,
  { userId, approvals }: Pick<FactorResetShown, 'userId' | 'approvals'>,
): ResetApproval[] => {
  const others = approvals.filter(({ byUserId }) => byUserId !== userId);
  const byManagers = others.filter(({ byUserId }) => managers.some((manager) => manager.userId === byUserId));
  const byOperators = others.filter(
    (approval) => approval.standing === 'operator' && !byManagers.includes(approval),
  );
  return [...byManagers, ...byOperators.slice(0, operatorSeats)];
};
