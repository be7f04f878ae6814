import type { Actor } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import { daysAfter } from './issue-key.js';
import type { StoredTechnicalAccount, TechnicalKey } from './technical-account-store.js';

export interface ShownTechnicalAccount extends StoredTechnicalAccount {
  /** The newest first; those that ended long ago are left out. */
  readonly keys: readonly ShownKey[];
}

/** A key as people may see it: never its hash. */
export interface ShownKey extends Omit<TechnicalKey, 'keyHash' | 'accountId'> {
  readonly state: KeyState;
}

/** `ending`: replaced by another, and still opening. */
export type KeyState = 'inForce' | 'ending' | 'expired' | 'revoked';

export interface ListTechnicalAccountsPorts {
  readonly work: Work;
  readonly now: Clock;
}

export type ListTechnicalAccounts = (
  structureId: string,
  actor: Actor,
) => Promise<Result<readonly ShownTechnicalAccount[], ActRefusal>>;

/** Ended keys and accounts stay in sight for three months; the trace of rights keeps them for good. */
const REMEMBERED_DAYS = 90;

export const makeListTechnicalAccounts =
  ({ work, now }: ListTechnicalAccountsPorts): ListTechnicalAccounts =>
  (structureId, actor) =>
    work.run(async ({ technicalAccounts }) => {
      const right = 'technicalAccount:read';
      if (!may(actor, right, structureId)) return refuse({ code: 'not-allowed', right });
      const at = now();
      const since = daysAfter(at, -REMEMBERED_DAYS);
      const accounts = await technicalAccounts.ofStructure(structureId, since);
      const keys = await technicalAccounts.keysOf(accounts.map(({ accountId }) => accountId));
      const recent = keys.filter(({ expiresAt, revokedAt }) => (revokedAt ?? expiresAt) > since);
      const byAccount = Map.groupBy(recent, ({ accountId }) => accountId);
      return accept(
        accounts.map((account) => ({
          ...account,
          keys: (byAccount.get(account.accountId) ?? []).map((key) => toShown(key, at)),
        })),
      );
    });

export const toShown = (
  { keyHash: _neverShown, accountId: _known, ...key }: TechnicalKey,
  at: Date,
): ShownKey => ({ ...key, state: stateAt(key, at) });

const stateAt = (
  {
    revokedAt,
    expiresAt,
    replacedByKeyId,
  }: Pick<TechnicalKey, 'revokedAt' | 'expiresAt' | 'replacedByKeyId'>,
  at: Date,
): KeyState => {
  if (revokedAt) return 'revoked';
  if (expiresAt <= at) return 'expired';
  return replacedByKeyId ? 'ending' : 'inForce';
};
