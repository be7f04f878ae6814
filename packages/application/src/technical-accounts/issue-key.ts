import type { Actor, Grant, Membership, Person, Space } from '@parvis/domain/access/actor';
import { beyondGiver, endOfGiver } from '@parvis/domain/access/program-scope';
import { may } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { AccessTraceEntry } from '../access/access-trace.js';
import type { Clock, NewId, NewToken, Sha256 } from '../ports/platform.js';
import type { Stores, Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import { makeKey } from './key-format.js';
import type { StoredTechnicalAccount, TechnicalKey } from './technical-account-store.js';

export interface KeyPorts {
  readonly work: Work;
  readonly newId: NewId;
  readonly newToken: NewToken;
  readonly sha256: Sha256;
  readonly now: Clock;
}

/** The one moment at which a key can be read. */
export interface IssuedKey {
  readonly account: StoredTechnicalAccount;
  readonly stored: TechnicalKey;
  readonly key: string;
}

export type KeyActRefusal =
  | ActRefusal
  | { readonly code: 'technical-account-not-found' }
  | { readonly code: 'key-not-found' }
  | { readonly code: 'key-no-longer-in-force' }
  | { readonly code: 'name-required' }
  | { readonly code: 'name-too-long'; readonly maximum: number }
  | { readonly code: 'scope-empty' }
  | { readonly code: 'scope-beyond-giver'; readonly space: Space }
  | { readonly code: 'key-life-out-of-range'; readonly minimum: number; readonly maximum: number }
  | { readonly code: 'overlap-out-of-range'; readonly minimum: number; readonly maximum: number };

/** In days. A key that never ends is one that nobody looks after. */
export const keyLife = { minimum: 1, maximum: 730, usual: 365 } as const;

/** In days: time enough to bring the new key to every machine (P24). */
export const keyOverlap = { minimum: 7, maximum: 60, usual: 14 } as const;

export const LONGEST_NAME = 80;

const DAY_MS = 86_400_000;

export const daysAfter = (moment: Date, days: number): Date => new Date(moment.getTime() + days * DAY_MS);

/** Who manages keys, and through which membership. */
export interface KeyManager {
  readonly person: Person;
  readonly membership: Membership;
}

/** Somebody who manages keys here: whoever may not learns nothing of them. */
export const managerOfKeys = (actor: Actor, structureId: string): Result<KeyManager, ActRefusal> => {
  const right = 'technicalAccount:manage';
  if (actor.kind !== 'person' || !may(actor, right, structureId))
    return refuse({ code: 'not-allowed', right });
  const membership = actor.memberships.find((held) => held.structureId === structureId && !held.mandate);
  return membership ? accept({ person: actor, membership }) : refuse({ code: 'not-allowed', right });
};

export const scopeRefusal = (scope: readonly Grant[], giver: Membership): KeyActRefusal | undefined => {
  if (scope.length === 0) return { code: 'scope-empty' };
  const space = beyondGiver(scope, giver);
  return space && { code: 'scope-beyond-giver', space };
};

export const lifeRefusal = (days: number): KeyActRefusal | undefined =>
  Number.isInteger(days) && days >= keyLife.minimum && days <= keyLife.maximum
    ? undefined
    : { code: 'key-life-out-of-range', minimum: keyLife.minimum, maximum: keyLife.maximum };

/** A key never outlives the access of whoever makes it: they would keep by it what was given them for a time. */
export const keyEnd = (at: Date, days: number, scope: readonly Grant[], giver: Membership): Date => {
  const asked = daysAfter(at, days);
  const end = endOfGiver(scope, giver);
  return end && end < asked ? end : asked;
};

/** A key of its own for an account; what is stored lets nobody make it again. */
export const freshKey = (
  { newId, newToken, sha256 }: Pick<KeyPorts, 'newId' | 'newToken' | 'sha256'>,
  of: Pick<TechnicalKey, 'accountId' | 'scope' | 'createdAt' | 'createdByName' | 'expiresAt'>,
): { readonly key: string; readonly stored: TechnicalKey } => {
  const { key, publicPart } = makeKey(newToken);
  return { key, stored: { ...of, keyId: newId(), publicPart, keyHash: sha256(key) } };
};

/** What was done to a program, for whoever asks later. */
export const traceKeyAct = (
  { accessTrace }: Pick<Stores, 'accessTrace'>,
  { userId, name }: Person,
  { structureId, name: subject }: Pick<StoredTechnicalAccount, 'structureId' | 'name'>,
  entry: Pick<AccessTraceEntry, 'act' | 'at' | 'details'>,
): Promise<void> => accessTrace.record({ structureId, byUserId: userId, byName: name, subject, ...entry });
