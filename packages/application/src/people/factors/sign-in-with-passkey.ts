import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock } from '../../ports/platform.js';
import type { Work } from '../../ports/work.js';
import { type OpenSessionPorts, openSession } from '../sessions/open-session.js';
import type { Device } from '../sessions/session.js';
import type { SignedIn } from '../sign-in.js';
import { signedBy } from './check-factor.js';
import type { PasskeyExpert } from './passkey-expert.js';
import { takeChallenge } from './take-challenge.js';

export interface SignInWithPasskeyPorts extends OpenSessionPorts {
  readonly work: Work;
  readonly passkeys: PasskeyExpert;
  readonly now: Clock;
}

export interface SignInWithPasskeyCommand {
  readonly challenge: string;
  /** JSON text of the browser's answer. */
  readonly answer: string;
  readonly device?: Device;
}

export type SignInWithPasskey = (
  command: SignInWithPasskeyCommand,
) => Promise<Result<SignedIn, { readonly code: 'challenge-over' } | { readonly code: 'passkey-refused' }>>;

/**
 * A passkey is two factors by itself: the device that holds it, and the finger, face or PIN that opens it. It cannot be
 * guessed, so an address closed after too many passwords still opens by it.
 */
export const makeSignInWithPasskey =
  (ports: SignInWithPasskeyPorts): SignInWithPasskey =>
  ({ challenge: token, answer, device = {} }) =>
    ports.work.run(async (stores) => {
      const challenge = await takeChallenge(stores, ports, token, 'passkeySignIn');
      if (!challenge) return refuse({ code: 'challenge-over' });
      const at = ports.now();
      const userId = await signedBy(stores, ports, answer, challenge.webauthnChallenge);
      const person = userId === undefined ? undefined : await stores.accounts.findPerson(userId, at);
      if (!person) return refuse({ code: 'passkey-refused' });
      const { token: opened, expiresAt } = await openSession(stores, ports, {
        userId: person.userId,
        means: 'passkey',
        device,
        at,
      });
      return accept({ person, language: person.language ?? 'fr', token: opened, expiresAt });
    });
