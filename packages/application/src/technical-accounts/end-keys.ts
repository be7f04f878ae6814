import type { Actor } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import { type KeyActRefusal, managerOfKeys, traceKeyAct } from './issue-key.js';
import type { StoredTechnicalAccount } from './technical-account-store.js';

export interface EndKeysPorts {
  readonly work: Work;
  readonly now: Clock;
}

export type RevokeKey = (
  command: { readonly keyId: string },
  actor: Actor,
) => Promise<Result<StoredTechnicalAccount, KeyActRefusal>>;

/** Ends a key at once: a lost one must not wait. Repeating it changes nothing. */
export const makeRevokeKey =
  ({ work, now }: EndKeysPorts): RevokeKey =>
  ({ keyId }, actor) =>
    work.run(async (stores) => {
      const found = await stores.technicalAccounts.findKey(keyId);
      const manager = found && managerOfKeys(actor, found.account.structureId);
      if (!found || !manager?.ok) return refuse({ code: 'key-not-found' });
      if (found.revokedAt) return accept(found.account);
      const at = now();
      await stores.technicalAccounts.revokeKey(keyId, at);
      const entry = { act: 'technicalKey.revoked' as const, at, details: { publicPart: found.publicPart } };
      await traceKeyAct(stores, manager.value.person, found.account, entry);
      return accept(found.account);
    });

export type CloseTechnicalAccount = (
  command: { readonly accountId: string },
  actor: Actor,
) => Promise<Result<StoredTechnicalAccount, KeyActRefusal>>;

/** Ends a program with all its keys. Repeating it changes nothing. */
export const makeCloseTechnicalAccount =
  ({ work, now }: EndKeysPorts): CloseTechnicalAccount =>
  ({ accountId }, actor) =>
    work.run(async (stores) => {
      const found = await stores.technicalAccounts.find(accountId);
      const manager = found && managerOfKeys(actor, found.structureId);
      if (!found || !manager?.ok) return refuse({ code: 'technical-account-not-found' });
      if (found.closedAt) return accept(found);
      const at = now();
      await stores.technicalAccounts.close(accountId, at);
      const entry = { act: 'technicalAccount.closed' as const, at, details: {} };
      await traceKeyAct(stores, manager.value.person, found, entry);
      return accept({ ...found, closedAt: at });
    });
