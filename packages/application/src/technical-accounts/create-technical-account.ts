import type { Actor, Grant } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import {
  freshKey,
  type IssuedKey,
  type KeyActRefusal,
  type KeyPorts,
  keyEnd,
  keyLife,
  LONGEST_NAME,
  lifeRefusal,
  managerOfKeys,
  scopeRefusal,
  traceKeyAct,
} from './issue-key.js';

export interface CreateTechnicalAccountCommand {
  readonly structureId: string;
  readonly name: string;
  readonly scope: readonly Grant[];
  /** How long the first key lives; a year by default. */
  readonly days?: number;
}

export type CreateTechnicalAccount = (
  command: CreateTechnicalAccountCommand,
  actor: Actor,
) => Promise<Result<IssuedKey, KeyActRefusal>>;

/** A program and its first key, in one act: the key is in the answer and nowhere else. */
export const makeCreateTechnicalAccount =
  (ports: KeyPorts): CreateTechnicalAccount =>
  async ({ structureId, name: typed, scope, days = keyLife.usual }, actor) => {
    const manager = managerOfKeys(actor, structureId);
    if (!manager.ok) return manager;
    const { person, membership } = manager.value;
    const name = typed.trim();
    const refusal = nameRefusal(name) ?? scopeRefusal(scope, membership) ?? lifeRefusal(days);
    if (refusal) return refuse(refusal);
    const at = ports.now();
    const by = { createdAt: at, createdByName: person.name };
    const account = { accountId: ports.newId(), structureId, name, ...by };
    const { accountId } = account;
    const expiresAt = keyEnd(at, days, scope, membership);
    const { key, stored } = freshKey(ports, { accountId, scope, expiresAt, ...by });
    await ports.work.run(async (stores) => {
      await stores.technicalAccounts.add(account);
      await stores.technicalAccounts.addKey(stored);
      const details = { scope, expiresAt: stored.expiresAt, publicPart: stored.publicPart };
      await traceKeyAct(stores, person, account, { act: 'technicalAccount.created', at, details });
    });
    return accept({ account, stored, key });
  };

const nameRefusal = (name: string): KeyActRefusal | undefined => {
  if (name === '') return { code: 'name-required' };
  return name.length > LONGEST_NAME ? { code: 'name-too-long', maximum: LONGEST_NAME } : undefined;
};
