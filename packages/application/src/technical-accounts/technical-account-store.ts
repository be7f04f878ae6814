import type { Grant, Side } from '@parvis/domain/access/actor';

/** A program of a structure; what it may do stands in its keys. */
export interface StoredTechnicalAccount {
  readonly accountId: string;
  readonly structureId: string;
  /** As histories show it: « Logiciel de facturation ». */
  readonly name: string;
  readonly createdAt: Date;
  readonly createdByName: string;
  readonly closedAt?: Date;
}

export interface TechnicalKey {
  readonly keyId: string;
  readonly accountId: string;
  /** The part that is no secret, by which people tell keys apart; unique. */
  readonly publicPart: string;
  /** SHA-256 of the whole key; the key itself is never stored. */
  readonly keyHash: string;
  readonly scope: readonly Grant[];
  readonly createdAt: Date;
  readonly createdByName: string;
  readonly expiresAt: Date;
  readonly revokedAt?: Date;
  /** The key that takes its place. */
  readonly replacedByKeyId?: string;
  readonly lastUsedAt?: Date;
}

/** A key with the account and the structure it opens. */
export interface RecognisedKey extends TechnicalKey {
  readonly account: StoredTechnicalAccount;
  readonly structureName: string;
  readonly side: Side;
}

export interface TechnicalAccountStore {
  /** Open ones first, then by name; closed ones only when they were closed after the moment. */
  ofStructure(structureId: string, closedAfter: Date): Promise<StoredTechnicalAccount[]>;
  find(accountId: string): Promise<StoredTechnicalAccount | undefined>;
  add(account: StoredTechnicalAccount): Promise<void>;
  close(accountId: string, at: Date): Promise<void>;
  /** Of these accounts, the newest first. */
  keysOf(accountIds: readonly string[]): Promise<TechnicalKey[]>;
  findKey(keyId: string): Promise<RecognisedKey | undefined>;
  findKeyByHash(keyHash: string): Promise<RecognisedKey | undefined>;
  addKey(key: TechnicalKey): Promise<void>;
  /** Replaces when it ends and by what it is replaced. False when it was revoked or replaced meanwhile. */
  replaceKey(
    keyId: string,
    replacement: { readonly byKeyId: string; readonly expiresAt: Date },
  ): Promise<boolean>;
  revokeKey(keyId: string, at: Date): Promise<void>;
  noteUse(keyId: string, at: Date): Promise<void>;
  /** Keys in force that end between two moments, the last excluded, and were not replaced. */
  keysEndingBetween(from: Date, to: Date): Promise<RecognisedKey[]>;
  /** False when this warning was given before. */
  addWarning(keyId: string, daysBefore: number, at: Date): Promise<boolean>;
}
