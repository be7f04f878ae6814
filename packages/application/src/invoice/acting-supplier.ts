import { type Actor, isPrincipal, type Membership } from '@parvis/domain/access/actor';
import { type Right, structuresWhere } from '@parvis/domain/access/rights';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { ActRefusal } from '../refusals.js';

/** The supplier for whom the actor does this: the one named, or the only one there is. */
export const actingSupplier = (
  actor: Actor,
  right: Right,
  supplierId: string | undefined,
): Result<string, ActRefusal> => {
  if (!isPrincipal(actor)) return refuse({ code: 'signed-out' });
  const allowed = structuresWhere(actor, right);
  const [first, ...others] = allowed.filter((id) => supplierId === undefined || id === supplierId);
  if (first === undefined) return refuse({ code: 'not-allowed', right });
  if (others.length > 0) return refuse({ code: 'structure-unclear', choices: choicesOf(actor, allowed) });
  return accept(first);
};

const choicesOf = (
  { memberships }: { memberships: readonly Membership[] },
  ids: readonly string[],
): Membership[] => memberships.filter(({ structureId }) => ids.includes(structureId));
