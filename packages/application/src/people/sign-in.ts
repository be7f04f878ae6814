import type { Person } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock, NewId, NewToken, Sha256 } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
import type { Account, PasswordHasher } from './account-store.js';
import { mustProtectAgain } from './factor-resets/list-resets.js';
import { type FactorMethod, methodsOf } from './factors/factor-methods.js';
import { openChallenge } from './factors/open-challenge.js';
import { type OpenedSession, openSession } from './sessions/open-session.js';
import type { Device } from './sessions/session.js';
import { addressLimit, networkLimit, startTry } from './throttle.js';

export interface SignInPorts {
  readonly work: Work;
  readonly hasher: PasswordHasher;
  /** The hash of a password nobody has: an unknown address takes as long as a wrong password. */
  readonly decoyHash: string;
  readonly newToken: NewToken;
  readonly newId: NewId;
  readonly sha256: Sha256;
  readonly now: Clock;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly device?: Device;
}

export interface SignedIn extends OpenedSession {
  readonly person: Person;
  readonly language: 'fr' | 'en';
  /** The second factors were removed for whoever lost them, and none was set since. */
  readonly mustProtectAgain?: boolean;
}

/** The first factor is right and a second is asked for: no session is open yet. */
export interface SecondFactorRequired {
  readonly code: 'second-factor-required';
  /** Whoever holds it may give the second factor, once. */
  readonly challenge: string;
  readonly methods: readonly FactorMethod[];
  readonly expiresAt: Date;
}

export type SignInRefusal =
  | { readonly code: 'credentials-refused' }
  /** `of`: an address, or everyone who comes from one network. */
  | { readonly code: 'too-many-tries'; readonly retryAt: Date; readonly of: 'address' | 'network' }
  | SecondFactorRequired;

/** RFC 5321, 4.5.3.1.3. */
const LONGEST_ADDRESS = 254;

export type SignIn = (credentials: Credentials) => Promise<Result<SignedIn, SignInRefusal>>;

/**
 * Opens a session of 12 hours, or asks for the second factor of whoever has one. Five wrong passwords in 15 minutes
 * close the address until the first of them is over, a hundred the network they come from.
 */
export const makeSignIn =
  (ports: SignInPorts): SignIn =>
  async ({ email: typed, password, device = {} }) => {
    const email = typed.trim().toLowerCase();
    // Nobody's, and more than the count of tries could keep.
    if (email.length > LONGEST_ADDRESS) return refuse({ code: 'credentials-refused' });
    const at = ports.now();
    const started = await ports.work.run((stores) => startSignIn(stores, email, device, at));
    if (!started.ok) return started;
    const account = started.value;
    // Slow on purpose, hence outside the unit of work.
    const matches = await ports.hasher.verify(account?.passwordHash ?? ports.decoyHash, password);
    if (!account || !matches) return refuse({ code: 'credentials-refused' });
    return ports.work.run((stores) => goOn(stores, ports, account, { device, triedAt: at }));
  };

const startSignIn = async (
  { accounts }: Stores,
  email: string,
  { networkAddress }: Device,
  at: Date,
): Promise<Result<Account | undefined, SignInRefusal>> => {
  const ofAddress = await startTry(accounts, [addressLimit(email)], at);
  if (ofAddress) return refuse({ code: 'too-many-tries', retryAt: ofAddress, of: 'address' });
  if (networkAddress !== undefined) {
    const ofNetwork = await startTry(accounts, [networkLimit(networkAddress)], at);
    if (ofNetwork) return refuse({ code: 'too-many-tries', retryAt: ofNetwork, of: 'network' });
  }
  return accept(await accounts.findByEmail(email));
};

interface Try {
  readonly device: Device;
  readonly triedAt: Date;
}

/** The password was right: what was counted before looking is taken back. */
const goOn = async (
  stores: Stores,
  ports: SignInPorts,
  { userId, email, language }: Account,
  { device, triedAt }: Try,
): Promise<Result<SignedIn, SignInRefusal>> => {
  const { accounts, factors } = stores;
  const at = ports.now();
  const person = await accounts.findPerson(userId, at);
  if (!person) return refuse({ code: 'credentials-refused' });
  await accounts.clearFailedSignIns(addressLimit(email).subject);
  if (device.networkAddress !== undefined)
    await accounts.takeBackFailedSignIn(networkLimit(device.networkAddress).subject, triedAt);
  const methods = await methodsOf(factors, userId);
  if (methods.length > 0) {
    const opened = await openChallenge(stores, ports, {
      purpose: 'secondFactor',
      userId,
      means: 'password',
      at,
    });
    return refuse({ code: 'second-factor-required', methods, ...opened });
  }
  const opened = await openSession(stores, ports, { userId, means: 'password', device, at });
  const isBare = await mustProtectAgain(stores, userId);
  return accept({ person, language, ...opened, ...(isBare ? { mustProtectAgain: true } : {}) });
};
