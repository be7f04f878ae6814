import type { Grant, Level, Membership, Side, Space } from './actor.js';
import { rights } from './rights.js';
import { coversLevel, spacesByService, spacesOf } from './spaces.js';

/** What programs have no business in: who may do what is decided by people. */
const forPeople: readonly Space[] = ['people', 'mandates', 'technicalAccounts'];

/** Where there is something to do: a key to a space that opens nothing yet would promise what it does not hold. */
const withActs: ReadonlySet<Space | null> = new Set(Object.values(rights).map(({ space }) => space));

/** The spaces a key may open, in the order in which people see them. */
export const spacesForPrograms = (side: Side): Space[] =>
  spacesOf(side).filter((space) => withActs.has(space) && !forPeople.includes(space));

/**
 * The first space of a scope that its giver may not give: one that is not for programs, narrowed where nothing can be, or
 * further than the giver's own access. Undefined when all of it may be given.
 */
export const beyondGiver = (scope: readonly Grant[], giver: Membership): Space | undefined =>
  scope.find(({ space, level, services }) => {
    if (!spacesForPrograms(giver.side).includes(space)) return true;
    // Elsewhere nobody asks for services: a key that looks narrow would open the whole structure.
    const canBeNarrowed = giver.side === 'publicEntity' && spacesByService.includes(space);
    if (services !== undefined && !canBeNarrowed) return true;
    return !covers(giver, space, level, services);
  })?.space;

/** When the giver's own access to what a scope opens is over, or their say over keys; undefined when nothing ends it. */
export const endOfGiver = (
  scope: readonly Grant[],
  { role, grants, until }: Pick<Membership, 'role' | 'grants' | 'until'>,
): Date | undefined => {
  const spaces: ReadonlySet<Space> = new Set([...scope.map(({ space }) => space), 'technicalAccounts']);
  const held = role === 'user' ? grants.filter(({ space }) => spaces.has(space)) : [];
  const ends = [until, ...held.map((grant) => grant.until)].filter((end) => end !== undefined);
  return ends.sort((one, other) => one.getTime() - other.getTime())[0];
};

const covers = (
  { role, grants }: Membership,
  space: Space,
  level: Level,
  services: readonly string[] | undefined,
): boolean => {
  if (role !== 'user') return true;
  const held = grants.find((grant) => grant.space === space);
  if (!held || !coversLevel(held.level, level)) return false;
  const { services: within } = held;
  return within === undefined || (services?.every((code) => within.includes(code)) ?? false);
};
