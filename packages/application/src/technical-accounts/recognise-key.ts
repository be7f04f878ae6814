import type { TechnicalAccount } from '@parvis/domain/access/actor';
import { membershipsAt } from '@parvis/domain/access/memberships-at';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock, Sha256 } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
import type { RecognisedKey } from './technical-account-store.js';

export interface RecogniseKeyPorts {
  readonly work: Work;
  readonly sha256: Sha256;
  readonly now: Clock;
}

/** Why a key does not open: said in full, for whoever holds the whole key may know. */
export type KeyRefusal =
  | { readonly code: 'key-unknown' }
  | { readonly code: 'key-expired'; readonly publicPart: string; readonly expiredAt: Date }
  | { readonly code: 'key-revoked'; readonly publicPart: string; readonly revokedAt: Date }
  | { readonly code: 'technical-account-closed'; readonly name: string; readonly closedAt: Date };

/** A whole key, or the identifier of the one behind a token that we signed ourselves. */
export type PresentedKey = { readonly key: string } | { readonly keyId: string };

export type RecogniseKey = (presented: PresentedKey) => Promise<Result<TechnicalAccount, KeyRefusal>>;

const NOTE_USE_EVERY_MS = 60_000;

/** The program behind a key. A key revoked a moment ago opens nothing, nor do the tokens issued for it. */
export const makeRecogniseKey =
  ({ work, sha256, now }: RecogniseKeyPorts): RecogniseKey =>
  (presented) =>
    work.run(async ({ technicalAccounts }) => {
      const found =
        'key' in presented
          ? await technicalAccounts.findKeyByHash(sha256(presented.key))
          : await technicalAccounts.findKey(presented.keyId);
      if (!found) return refuse({ code: 'key-unknown' });
      const at = now();
      const refusal = refusalAt(found, at);
      if (refusal) return refuse(refusal);
      await noteUse(technicalAccounts, found, at);
      return accept(programOf(found, at));
    });

export const refusalAt = (
  { revokedAt, expiresAt, publicPart, account }: RecognisedKey,
  at: Date,
): KeyRefusal | undefined => {
  if (account.closedAt)
    return { code: 'technical-account-closed', name: account.name, closedAt: account.closedAt };
  if (revokedAt) return { code: 'key-revoked', publicPart, revokedAt };
  return expiresAt <= at ? { code: 'key-expired', publicPart, expiredAt: expiresAt } : undefined;
};

/** Once a minute is enough to see that a key is in use, and spares a write at each call. */
const noteUse = async (
  accounts: Stores['technicalAccounts'],
  { keyId, lastUsedAt }: RecognisedKey,
  at: Date,
): Promise<void> => {
  if (lastUsedAt && at.getTime() - lastUsedAt.getTime() < NOTE_USE_EVERY_MS) return;
  await accounts.noteUse(keyId, at);
};

const programOf = (
  { keyId, account, scope, structureName, side }: RecognisedKey,
  at: Date,
): TechnicalAccount => {
  const { accountId: userId, structureId, name } = account;
  const membership = { structureId, structureName, side, role: 'user', grants: scope } as const;
  return { kind: 'technicalAccount', userId, name, keyId, memberships: membershipsAt([membership], at) };
};
