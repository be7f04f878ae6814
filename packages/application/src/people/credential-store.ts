import type { Account } from './account-store.js';

/** Accounts as they come to be and change. */
export interface CredentialStore {
  /** False, and nothing written, when the address has an account already, be it since a moment ago. */
  add(account: Account): Promise<boolean>;
  find(userId: string): Promise<Account | undefined>;
  setPassword(userId: string, passwordHash: string): Promise<void>;
  /** False, and nothing written, when the address has an account already. */
  setEmail(userId: string, email: string): Promise<boolean>;
}

/** A link sent to an address; each opens once. */
export interface AccountLink {
  /** SHA-256 of the secret in the link. */
  readonly linkHash: string;
  readonly purpose: 'resetPassword' | 'changeEmail';
  readonly userId: string;
  /** Of changeEmail: where the person goes over to. */
  readonly email?: string;
  readonly expiresAt: Date;
}

export interface AccountLinkStore {
  add(link: AccountLink): Promise<void>;
  /** Takes the link out: of two who open it at once, the second finds nothing. Also when it is over. */
  take(purpose: AccountLink['purpose'], linkHash: string): Promise<AccountLink | undefined>;
  /** Still good at that moment? Opens nothing. */
  holds(purpose: AccountLink['purpose'], linkHash: string, at: Date): Promise<boolean>;
  removeOf(userId: string, purpose?: AccountLink['purpose']): Promise<void>;
  removeExpired(now: Date): Promise<number>;
}
