import type { Side } from '@parvis/domain/access/actor';
import type { PostalAddress } from '@parvis/domain/directory/structure-facts';
import type { StructureIdentifier } from '@parvis/domain/directory/structure-identifier';

/** An account that is asked for, until its address is proved. */
export interface PendingSignUp {
  /** SHA-256 of the secret that the browser which asked holds. */
  readonly signUpHash: string;
  readonly email: string;
  readonly name: string;
  readonly language: 'fr' | 'en';
  readonly passwordHash: string;
  readonly target: SignUpTarget;
  /** SHA-256 of the browser's secret and the six digits. */
  readonly codeHash: string;
  readonly codeExpiresAt: Date;
  /** Wrong codes and passwords given so far. */
  readonly codeTries: number;
  /** SHA-256 of the secret in the mailed link. */
  readonly linkHash: string;
  /** Mails sent for it so far. */
  readonly sendings: number;
  readonly lastSentAt: Date;
  readonly expiresAt: Date;
}

/** What the person comes for. */
export type SignUpTarget =
  /** The structure was there: they ask to join it. */
  | { readonly kind: 'join'; readonly side: Side; readonly structureId: string }
  /** A supplier nobody has registered: they become its manager. */
  | { readonly kind: 'create'; readonly structure: NewStructure }
  /** The address has an account already; no code and no link opens anything. */
  | { readonly kind: 'decoy'; readonly structureName: string };

export interface NewStructure {
  readonly identifier: StructureIdentifier;
  readonly name: string;
  readonly address: PostalAddress;
}

export interface SignUpStore {
  add(signUp: PendingSignUp): Promise<void>;
  /** Locked until the unit of work ends: of two confirmations at once, the second finds nothing. */
  findForChange(signUpHash: string): Promise<PendingSignUp | undefined>;
  /** The same, by the secret of the mailed link. */
  findByLinkForChange(linkHash: string): Promise<PendingSignUp | undefined>;
  save(signUp: PendingSignUp): Promise<void>;
  remove(signUpHash: string): Promise<void>;
  /** Those that are over at that moment; answers how many. */
  removeExpired(now: Date): Promise<number>;
}
