import type { Membership } from './actor.js';

/** What is left of memberships at a moment: those that are over, and grants that are, no longer count. */
export const membershipsAt = (memberships: readonly Membership[], at: Date): Membership[] =>
  memberships
    .filter(({ until }) => holdsAt(until, at))
    .map((membership) => ({
      ...membership,
      grants: membership.grants.filter(({ until }) => holdsAt(until, at)),
    }));

const holdsAt = (until: Date | undefined, at: Date): boolean => until === undefined || at < until;
