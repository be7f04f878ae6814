import type { ChallengeStore } from '../people/factors/challenge-store.js';
import type { MemoryTables } from './memory-tables.js';

export const memoryChallenges = ({ challenges }: MemoryTables): ChallengeStore => ({
  add: async (challenge) => {
    challenges.set(challenge.challengeHash, challenge);
  },
  find: async (challengeHash) => challenges.get(challengeHash),
  askPasskey: async (challengeHash, webauthnChallenge) => {
    const challenge = challenges.get(challengeHash);
    if (challenge) challenges.set(challengeHash, { ...challenge, webauthnChallenge });
  },
  take: async (challengeHash) => {
    const challenge = challenges.get(challengeHash);
    challenges.delete(challengeHash);
    return challenge;
  },
  removeExpired: async (now) => {
    const expired = [...challenges.values()].filter(({ expiresAt }) => expiresAt <= now);
    for (const { challengeHash } of expired) challenges.delete(challengeHash);
    return expired.length;
  },
});
