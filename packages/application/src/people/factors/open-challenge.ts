import type { NewToken, Sha256 } from '../../ports/platform.js';
import type { Stores } from '../../ports/work.js';
import type { SignInChallenge } from './challenge-store.js';

export interface ChallengePorts {
  readonly newToken: NewToken;
  readonly sha256: Sha256;
}

export interface OpenedChallenge {
  /** Opaque; shown to whoever takes the next step, stored hashed. */
  readonly challenge: string;
  readonly expiresAt: Date;
}

/** Time enough to find one's phone. */
const CHALLENGE_IN_MS = 5 * 60_000;

export const openChallenge = async (
  { challenges }: Pick<Stores, 'challenges'>,
  { newToken, sha256 }: ChallengePorts,
  { at, ...facts }: Omit<SignInChallenge, 'challengeHash' | 'expiresAt'> & { readonly at: Date },
): Promise<OpenedChallenge> => {
  const challenge = newToken();
  const expiresAt = new Date(at.getTime() + CHALLENGE_IN_MS);
  await challenges.add({ challengeHash: sha256(challenge), ...facts, expiresAt });
  return { challenge, expiresAt };
};
