import type { ChallengeStore, SignInChallenge } from '@parvis/application/people/factors/challenge-store';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { SignInChallengeEntity } from '../entities/sign-in-challenge.entity.js';
import { takeRow } from '../take-row.js';
import { withoutNulls } from '../without-nulls.js';

export const challengeStore = (manager: EntityManager): ChallengeStore => ({
  add: async (challenge) => {
    await manager.insert(SignInChallengeEntity, challenge);
  },
  find: async (challengeHash) => {
    const found = await manager.findOneBy(SignInChallengeEntity, { challengeHash });
    return found ? toChallenge(found) : undefined;
  },
  askPasskey: async (challengeHash, webauthnChallenge) => {
    await manager.update(SignInChallengeEntity, { challengeHash }, { webauthnChallenge });
  },
  take: async (challengeHash) => {
    const taken = await takeRow(manager, SignInChallengeEntity, { challengeHash });
    return taken && toChallenge(taken);
  },
  removeExpired: async (now) =>
    (await manager.delete(SignInChallengeEntity, { expiresAt: LessThanOrEqual(now) })).affected ?? 0,
});

const toChallenge = (row: SignInChallengeEntity): SignInChallenge => withoutNulls(row);
