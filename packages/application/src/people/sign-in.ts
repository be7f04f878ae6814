import type { Person } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock, NewToken, Sha256 } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { Account, AccountStore, PasswordHasher } from './account-store.js';

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

const MAXIMUM_TRIES = 5;
/** For how long a failed sign-in counts. */
export const SIGN_IN_WINDOW_IN_MS = 15 * 60_000;
const SESSION_IN_MS = 12 * 3_600_000;

/** Opens a session of 12 hours. Five wrong passwords in 15 minutes close the address until the first of them is over. */
export const makeSignIn =
  (ports: SignInPorts): SignIn =>
  async ({ email: typed, password }) => {
    const email = typed.trim().toLowerCase();
    const started = await ports.work.run(({ accounts }) => startTry(accounts, email, ports.now()));
    if (!started.ok) return started;
    const account = started.value;
    // Slow on purpose, hence outside the unit of work.
    const matches = await ports.hasher.verify(account?.passwordHash ?? ports.decoyHash, password);
    if (!account || !matches) return refuse({ code: 'credentials-refused' });
    return openSession(ports, account);
  };

/** The try counts as failed before the password is looked at: many at the same moment get no more tries than one by one. */
const startTry = async (
  accounts: AccountStore,
  email: string,
  now: Date,
): Promise<Result<Account | undefined, SignInRefusal>> => {
  const failures = await accounts.failedSignInsSince(email, new Date(now.getTime() - SIGN_IN_WINDOW_IN_MS));
  const oldest = failures.at(-MAXIMUM_TRIES);
  if (failures.length >= MAXIMUM_TRIES && oldest)
    return refuse({ code: 'too-many-tries', retryAt: new Date(oldest.getTime() + SIGN_IN_WINDOW_IN_MS + 1) });
  await accounts.addFailedSignIn(email, now);
  return accept(await accounts.findByEmail(email));
};

const openSession = (
  { work, newToken, sha256, now }: SignInPorts,
  { userId, email, language }: Account,
): Promise<Result<SignedIn, SignInRefusal>> =>
  work.run(async ({ accounts }) => {
    const person = await accounts.findPerson(userId, now());
    if (!person) return refuse({ code: 'credentials-refused' });
    const token = newToken();
    const createdAt = now();
    const expiresAt = new Date(createdAt.getTime() + SESSION_IN_MS);
    await accounts.clearFailedSignIns(email);
    await accounts.addSession({ tokenHash: sha256(token), userId, createdAt, expiresAt });
    return accept({ person, language, token, expiresAt });
  });
