import type { Principal } from '@parvis/domain/access/actor';
import { brokenCondition, type Held } from '@parvis/domain/access/granting';
import { may, type Right } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Stores } from '../../ports/work.js';
import type { Member, StructureAccess } from '../membership-store.js';
import type { PeopleFault, PeopleRefusal } from '../refusals.js';

/** What somebody is about to be given, or to lose, in a structure. */
export interface WantedChange {
  readonly structureId: string;
  /** Absent: somebody who has no account yet. */
  readonly userId?: string;
  /** Absent: the membership ends. */
  readonly after?: Held;
  /** What is wrong with the rest of the form: told together with what is wrong here. */
  readonly typed?: readonly PeopleFault[];
}

export interface DecidedChange {
  readonly structure: StructureAccess;
  readonly by: Member;
  /** As it holds at that moment. */
  readonly before?: Member;
  /** What stands in the store, be it over. */
  readonly stored?: Member;
}

/**
 * May the author make this change? Asked under the lock of the structure's people, of what is stored then: two managers
 * who act at the same moment do it one after the other.
 */
export const decideChange = async (
  stores: Stores,
  at: Date,
  actor: Principal,
  { structureId, userId, after, typed = [] }: WantedChange,
  right: Right = 'person:grant',
): Promise<Result<DecidedChange, PeopleRefusal>> => {
  if (!may(actor, right, structureId)) return refuse({ code: 'not-allowed', right });
  const structure = await stores.memberships.structure(structureId);
  if (!structure) return refuse({ code: 'structure-not-found' });
  await stores.memberships.lockPeopleOf(structureId);
  const by = holding(await stores.memberships.find(actor.userId, structureId), at);
  // Whoever was a manager when the request came in, and is one no more.
  if (!by || by.role === 'user') return refuse({ code: 'not-allowed', right });
  const stored = userId === undefined ? undefined : await stores.memberships.find(userId, structureId);
  const before = holding(stored, at);
  const faults = [...typed, ...endFaults(after, at), ...(await grantFaults(stores, structure, after))];
  if (faults.length > 0) return refuse({ code: 'form-faulty', faults });
  const managers = await stores.memberships.managersOf(structureId, at);
  const condition = brokenCondition({
    by,
    isOneself: userId === actor.userId,
    side: structure.side,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    anotherMainManager: anotherMainManager(managers, userId),
    at,
  });
  if (condition) return refuse({ code: 'grant-refused', condition });
  return accept({ structure, by, ...(before ? { before } : {}), ...(stored ? { stored } : {}) });
};

/** One whose time is not counted stays when this person goes. */
export const anotherMainManager = (managers: readonly Member[], userId: string | undefined): boolean =>
  managers.some(
    (manager) => manager.role === 'mainManager' && manager.until === undefined && manager.userId !== userId,
  );

/** The membership, unless its time is over. */
export const holding = (member: Member | undefined, at: Date): Member | undefined =>
  member && (member.until === undefined || member.until > at) ? member : undefined;

const endFaults = (after: Held | undefined, at: Date): PeopleFault[] =>
  after?.until && after.until <= at ? [{ field: 'until', code: 'date-past' }] : [];

/** Grants name spaces once, and services that the entity has. */
const grantFaults = async (
  { directory }: Stores,
  { structureId, side }: StructureAccess,
  after: Held | undefined,
): Promise<PeopleFault[]> => {
  if (!after) return [];
  if (after.role === 'user' && after.grants.length === 0)
    return [{ field: 'grants', code: 'grants-missing' }];
  const spaces = after.grants.map(({ space }) => space);
  if (new Set(spaces).size < spaces.length) return [{ field: 'grants', code: 'space-twice' }];
  if (after.grants.some(({ services }) => services?.length === 0))
    return [{ field: 'services', code: 'services-none' }];
  const named = after.grants.flatMap(({ services = [] }) => services);
  if (named.length === 0 || side !== 'publicEntity') return [];
  const entity = await directory.findRecipientById(structureId);
  const known = new Set(entity?.services.map(({ code }) => code));
  return named.every((code) => known.has(code)) ? [] : [{ field: 'services', code: 'service-unknown' }];
};

/** Managers hold every space: what they were given space by space before says nothing any more. */
export const asHeld = ({ role, grants, until }: Held): Held => ({
  role,
  grants: role === 'user' ? grants : [],
  ...(until ? { until } : {}),
});
