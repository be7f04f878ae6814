import type { Actor } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { runOrUndo } from '../ports/run-or-undo.js';
import {
  daysAfter,
  freshKey,
  type IssuedKey,
  type KeyActRefusal,
  type KeyPorts,
  keyEnd,
  keyLife,
  keyOverlap,
  lifeRefusal,
  managerOfKeys,
  scopeRefusal,
  traceKeyAct,
} from './issue-key.js';
import { refusalAt } from './recognise-key.js';

export interface RotateKeyCommand {
  readonly keyId: string;
  /** How long the old key still opens; 14 by default. */
  readonly overlapDays?: number;
  /** How long the new key lives; a year by default. */
  readonly days?: number;
}

export type RotateKey = (
  command: RotateKeyCommand,
  actor: Actor,
) => Promise<Result<IssuedKey, KeyActRefusal>>;

/** A new key with the same scope; the old one goes on opening for a while, so that no call fails in between (P24). */
export const makeRotateKey =
  (ports: KeyPorts): RotateKey =>
  ({ keyId, overlapDays = keyOverlap.usual, days = keyLife.usual }, actor) =>
    runOrUndo(ports.work, async (stores) => {
      const old = await stores.technicalAccounts.findKey(keyId);
      const manager = old && managerOfKeys(actor, old.account.structureId);
      if (!old || !manager?.ok) return refuse({ code: 'key-not-found' });
      const { person, membership } = manager.value;
      const at = ports.now();
      if (refusalAt(old, at) || old.replacedByKeyId) return refuse({ code: 'key-no-longer-in-force' });
      const refusal = overlapRefusal(overlapDays) ?? lifeRefusal(days) ?? scopeRefusal(old.scope, membership);
      if (refusal) return refuse(refusal);
      const { accountId, scope, account } = old;
      const by = { createdAt: at, createdByName: person.name };
      const expiresAt = keyEnd(at, days, scope, membership);
      const { key, stored } = freshKey(ports, { accountId, scope, expiresAt, ...by });
      const ends = new Date(Math.min(old.expiresAt.getTime(), daysAfter(at, overlapDays).getTime()));
      await stores.technicalAccounts.addKey(stored);
      const replaced = { byKeyId: stored.keyId, expiresAt: ends };
      if (!(await stores.technicalAccounts.replaceKey(keyId, replaced)))
        return refuse({ code: 'key-no-longer-in-force' });
      const details = { from: old.publicPart, to: stored.publicPart, oldKeyEnds: ends };
      await traceKeyAct(stores, person, account, { act: 'technicalKey.rotated', at, details });
      return accept({ account, stored, key });
    });

const overlapRefusal = (days: number): KeyActRefusal | undefined =>
  Number.isInteger(days) && days >= keyOverlap.minimum && days <= keyOverlap.maximum
    ? undefined
    : { code: 'overlap-out-of-range', minimum: keyOverlap.minimum, maximum: keyOverlap.maximum };
