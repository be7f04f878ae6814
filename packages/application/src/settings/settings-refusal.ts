import type { Actor, Principal } from '@parvis/domain/access/actor';
import { isPrincipal } from '@parvis/domain/access/actor';
import { may, type Right } from '@parvis/domain/access/rights';
import type { SettingsFault } from '@parvis/domain/directory/settings-form';
import { accept, type Result, refuse } from '@parvis/domain/result/result';

/** The lawful noes of settings and services. */
export type SettingsRefusal =
  | { readonly code: 'signed-out' }
  | { readonly code: 'not-allowed'; readonly right: Right }
  /** Somebody has changed the same since it was read. */
  | { readonly code: 'settings-changed-meanwhile' }
  | { readonly code: 'service-not-found' }
  | { readonly code: 'settings-faulty'; readonly faults: readonly SettingsFault[] };

/** Somebody who holds the right in this public entity. */
export const holderOf = (
  actor: Actor,
  right: Right,
  structureId: string,
): Result<Principal, SettingsRefusal> => {
  if (!isPrincipal(actor)) return refuse({ code: 'signed-out' });
  return may(actor, right, structureId) ? accept(actor) : refuse({ code: 'not-allowed', right });
};

export const faulty = (faults: readonly SettingsFault[]): Result<never, SettingsRefusal> =>
  refuse({ code: 'settings-faulty', faults });
