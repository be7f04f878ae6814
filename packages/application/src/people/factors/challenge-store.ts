import type { Session, SignInMeans } from '../sessions/session.js';

/** What is awaited: a second factor after the first, a passkey from a stranger, a new passkey, a proof anew. */
export type ChallengePurpose = 'secondFactor' | 'passkeySignIn' | 'passkeyRegistration' | 'proof';

/** What stands between two steps; whoever holds its token may take the second. */
export interface SignInChallenge {
  /** SHA-256 of the token. */
  readonly challengeHash: string;
  readonly purpose: ChallengePurpose;
  /** Undefined where nobody has said who they are. */
  readonly userId?: string;
  /** What the passkey signs, base64url; a later question replaces it. */
  readonly webauthnChallenge?: string;
  /** How the first step was taken. */
  readonly means?: SignInMeans;
  /** Of a first step taken at a provider: the session to come signs out there. */
  readonly openId?: NonNullable<Session['openId']>;
  readonly expiresAt: Date;
}

export interface ChallengeStore {
  add(challenge: SignInChallenge): Promise<void>;
  find(challengeHash: string): Promise<SignInChallenge | undefined>;
  askPasskey(challengeHash: string, webauthnChallenge: string): Promise<void>;
  /** Takes it out; undefined when it is gone: of two at the same moment, one gets it. */
  take(challengeHash: string): Promise<SignInChallenge | undefined>;
  removeExpired(now: Date): Promise<number>;
}
