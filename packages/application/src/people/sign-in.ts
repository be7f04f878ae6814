import type { Person } from '@parvis/domain/access/actor';
import type { Result } from '@parvis/domain/result/result';
import type { Clock, NewToken, Sha256 } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { PasswordHasher } from './account-store.js';

export interface SignInPorts {
  readonly work: Work;
  readonly hasher: PasswordHasher;
  /** The hash of a password nobody has: an unknown address takes as long as a wrong password. */
  readonly decoyHash: string;
  readonly newToken: NewToken;
  readonly sha256: Sha256;
  readonly now: Clock;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export interface SignedIn {
  readonly person: Person;
  readonly language: 'fr' | 'en';
  /** Shown to the person's browser or program only; stored hashed. */
  readonly token: string;
  readonly expiresAt: Date;
}

export type SignInRefusal =
  | { readonly code: 'credentials-refused' }
  | { readonly code: 'too-many-tries'; readonly retryAt: Date };

export type SignIn = (credentials: Credentials) => Promise<Result<SignedIn, SignInRefusal>>;

export const makeSignIn =
  (_ports: SignInPorts): SignIn =>
  async () => {
    throw new Error('to be written');
  };
