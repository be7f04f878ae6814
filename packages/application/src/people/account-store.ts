import type { Person } from '@parvis/domain/access/actor';

/** A person's account with what sign-in needs. */
export interface Account {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly language: 'fr' | 'en';
  /** argon2id, PHC string. */
  readonly passwordHash: string;
}

export interface AccountStore {
  findByEmail(email: string): Promise<Account | undefined>;
  /** The person with the memberships, mandates and grants that hold at that moment. */
  findPerson(userId: string, at: Date): Promise<Person | undefined>;
  /**
   * Failed tries of this subject since the given moment, oldest first. A subject is an address, or what
   * `throttle.ts` makes of a network address and of somebody's second factor. Until the unit of work ends nobody
   * else counts those of the same subject: guesses made at once are no more than guesses one by one.
   */
  failedSignInsSince(subject: string, since: Date): Promise<Date[]>;
  addFailedSignIn(subject: string, at: Date): Promise<void>;
  /** One of that moment, which turned out not to be a failure. */
  takeBackFailedSignIn(subject: string, at: Date): Promise<void>;
  clearFailedSignIns(subject: string): Promise<void>;
  /** Of every subject, the moment itself excluded; answers how many. */
  removeFailedSignInsBefore(moment: Date): Promise<number>;
}

export interface PasswordHasher {
  verify(hash: string, password: string): Promise<boolean>;
}
