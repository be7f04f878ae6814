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

export interface Session {
  /** SHA-256 of the opaque token; the token itself is never stored. */
  readonly tokenHash: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface AccountStore {
  findByEmail(email: string): Promise<Account | undefined>;
  /** The person with the memberships, mandates and grants that hold at that moment. */
  findPerson(userId: string, at: Date): Promise<Person | undefined>;
  addSession(session: Session): Promise<void>;
  findSession(tokenHash: string): Promise<Session | undefined>;
  removeSession(tokenHash: string): Promise<void>;
  /** Failed sign-ins for this address since the given moment, oldest first. */
  failedSignInsSince(email: string, since: Date): Promise<Date[]>;
  addFailedSignIn(email: string, at: Date): Promise<void>;
  clearFailedSignIns(email: string): Promise<void>;
  /** Those that are over at that moment; answers how many. */
  removeExpiredSessions(now: Date): Promise<number>;
  /** Of every address, the moment itself excluded; answers how many. */
  removeFailedSignInsBefore(moment: Date): Promise<number>;
}

export interface PasswordHasher {
  verify(hash: string, password: string): Promise<boolean>;
}
