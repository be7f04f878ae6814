import type { ChallengeStore, SignInChallenge } from '@parvis/application/people/factors/challenge-store';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { SignInChallengeEntity } from '../entities/sign-in-challenge.entity.js';
import { fromOpenIdColumns, toOpenIdColumns } from '../mappers/openid-token.mapper.js';
import type { SettingsCipher } from '../settings-cipher.js';
import { takeRow } from '../take-row.js';
import { withoutNulls } from '../without-nulls.js';

export const challengeStore = (manager: EntityManager, cipher: SettingsCipher): ChallengeStore => ({
  add: async (challenge) => {
    const { openId, ...rest } = challenge;
    const columns = toOpenIdColumns(openId, cipher, boundTo(challenge.challengeHash));
    await manager.insert(SignInChallengeEntity, { ...rest, ...columns });
  },
  find: async (challengeHash) => {
    const found = await manager.findOneBy(SignInChallengeEntity, { challengeHash });
    return found ? toChallenge(found, cipher) : undefined;
  },
  askPasskey: async (challengeHash, webauthnChallenge) => {
    await manager.update(SignInChallengeEntity, { challengeHash }, { webauthnChallenge });
  },
  take: async (challengeHash) => {
    const taken = await takeRow(manager, SignInChallengeEntity, { challengeHash });
    return taken && toChallenge(taken, cipher);
  },
  removeExpired: async (now) =>
    (await manager.delete(SignInChallengeEntity, { expiresAt: LessThanOrEqual(now) })).affected ?? 0,
});

const boundTo = (challengeHash: string): string => `challenge ${challengeHash}`;

const toChallenge = (row: SignInChallengeEntity, cipher: SettingsCipher): SignInChallenge => {
  const { openidProvider, openidToken, ...challenge } = row;
  return {
    ...withoutNulls(challenge),
    ...fromOpenIdColumns({ openidProvider, openidToken }, cipher, boundTo(row.challengeHash)),
  };
};
