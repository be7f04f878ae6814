import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock } from '../../ports/platform.js';
import type { Stores, Work } from '../../ports/work.js';
import type { Device } from '../sessions/session.js';
import type { TooManyAskings } from '../throttle-asking.js';
import { throttleStranger } from '../throttle-stranger.js';
import { type ChallengePorts, openChallenge } from './open-challenge.js';
import type { PasskeyExpert } from './passkey-expert.js';
import { findSession } from './require-proof.js';

export interface AskPasskeyPorts extends ChallengePorts {
  readonly work: Work;
  readonly passkeys: PasskeyExpert;
  readonly now: Clock;
}

/** What a browser asks the device, and the challenge to send along with its answer. */
export interface PasskeyAsked {
  readonly challenge: string;
  /** JSON text. */
  readonly options: string;
}

/** For whom a passkey is to sign: a stranger who signs in, the second step of a sign-in, or a session's proof. */
export type PasskeyOccasion =
  | { readonly kind: 'signIn'; readonly device?: Device }
  | { readonly kind: 'secondFactor'; readonly challenge: string }
  | { readonly kind: 'proof'; readonly token: string };

export type AskPasskeyRefusal =
  | { readonly code: 'challenge-over' }
  | { readonly code: 'signed-out' }
  | TooManyAskings;

export type AskPasskey = (occasion: PasskeyOccasion) => Promise<Result<PasskeyAsked, AskPasskeyRefusal>>;

/** Strangers are asked for whichever passkey their device has: nothing tells them who has one. */
export const makeAskPasskey =
  (ports: AskPasskeyPorts): AskPasskey =>
  (occasion) =>
    ports.work.run(async (stores) => {
      if (occasion.kind === 'secondFactor') return askForSecondStep(stores, ports, occasion.challenge);
      const at = ports.now();
      if (occasion.kind === 'signIn') {
        const heard = await throttleStranger(stores, 'passkey', occasion.device, at);
        if (!heard.ok) return heard;
        const { options, challenge: webauthnChallenge } = await ports.passkeys.askToSign([]);
        const { challenge } = await openChallenge(stores, ports, {
          purpose: 'passkeySignIn',
          webauthnChallenge,
          at,
        });
        return accept({ challenge, options });
      }
      const session = await findSession(stores, ports, occasion.token);
      if (!session.ok) return session;
      const { userId } = session.value;
      const question = await ports.passkeys.askToSign(await stores.factors.passkeysOf(userId));
      const { challenge } = await openChallenge(stores, ports, {
        purpose: 'proof',
        userId,
        webauthnChallenge: question.challenge,
        at,
      });
      return accept({ challenge, options: question.options });
    });

const askForSecondStep = async (
  { challenges, factors }: Stores,
  { passkeys, sha256, now }: AskPasskeyPorts,
  challenge: string,
): Promise<Result<PasskeyAsked, { readonly code: 'challenge-over' }>> => {
  const found = await challenges.find(sha256(challenge));
  if (found?.purpose !== 'secondFactor' || found.userId === undefined || found.expiresAt <= now())
    return refuse({ code: 'challenge-over' });
  const question = await passkeys.askToSign(await factors.passkeysOf(found.userId));
  await challenges.askPasskey(found.challengeHash, question.challenge);
  return accept({ challenge, options: question.options });
};
