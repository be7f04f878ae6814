import type { Stores } from '../../ports/work.js';
import type { ChallengePurpose, SignInChallenge } from './challenge-store.js';
import type { SessionPorts } from './require-proof.js';

/** Takes the challenge out for good; undefined when it is over, was taken, or is for something else. */
export const takeChallenge = async (
  { challenges }: Pick<Stores, 'challenges'>,
  { sha256, now }: SessionPorts,
  token: string,
  purpose: ChallengePurpose,
): Promise<SignInChallenge | undefined> => {
  const taken = await challenges.take(sha256(token));
  return taken?.purpose === purpose && taken.expiresAt > now() ? taken : undefined;
};
