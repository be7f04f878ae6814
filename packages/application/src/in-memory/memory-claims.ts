import type { ClaimShown, ClaimStore, OwnershipClaim } from '../people/claims/claim-store.js';
import type { MemoryTables } from './memory-tables.js';

const openStates: readonly string[] = ['waiting', 'granted'];

export const memoryClaims = (tables: MemoryTables): ClaimStore => {
  const { claims, claimVotes, people, suppliers, recipients } = tables;
  const shown = (claim: OwnershipClaim): ClaimShown => ({
    ...claim,
    name: people.get(claim.userId)?.name ?? '',
    email: people.get(claim.userId)?.email ?? '',
    structureName: (suppliers.get(claim.structureId) ?? recipients.get(claim.structureId))?.name ?? '',
    votes: claimVotes.get(claim.id) ?? [],
  });
  const where = (holds: (claim: OwnershipClaim) => boolean): ClaimShown[] =>
    [...claims.values()].filter(holds).map(shown);
  const find = async (structureId: string, id: string) =>
    where((claim) => claim.structureId === structureId && claim.id === id)[0];
  const newestFirst = (one: OwnershipClaim, other: OwnershipClaim): number =>
    other.claimedAt.getTime() - one.claimedAt.getTime();
  return {
    add: async (claim) => {
      const open = where(
        ({ structureId, state }) => structureId === claim.structureId && openStates.includes(state),
      );
      if (openStates.includes(claim.state) && open.length > 0) throw new Error('a claim is open already');
      claims.set(claim.id, claim);
    },
    find,
    findForChange: find,
    save: async (claim) => {
      claims.set(claim.id, claim);
    },
    addVote: async (_structureId, id, vote) => {
      const votes = claimVotes.get(id) ?? [];
      if (votes.some(({ byUserId }) => byUserId === vote.byUserId)) return false;
      claimVotes.set(id, [...votes, vote]);
      return true;
    },
    ofStructure: async (structureId) =>
      where((claim) => claim.structureId === structureId)
        .sort(newestFirst)
        .sort(
          (one, other) => Number(openStates.includes(other.state)) - Number(openStates.includes(one.state)),
        ),
    ofUser: async (userId) => where((claim) => claim.userId === userId).sort(newestFirst),
    waiting: async () =>
      where(({ state }) => state === 'waiting')
        .sort(newestFirst)
        .reverse(),
    dueAt: async (moment) =>
      where(
        ({ state, effectiveAt }) => state === 'granted' && effectiveAt !== undefined && effectiveAt <= moment,
      ),
  };
};
