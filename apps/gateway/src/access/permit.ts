import type { CallerRefusal } from '@parvis/application/technical-accounts/who-calls';
import type { Actor } from '@parvis/domain/access/actor';
import { type Right, structuresWhere } from '@parvis/domain/access/rights';
import type { Binding } from './binding.js';

export type Permission =
  | { readonly permitted: true }
  | { readonly permitted: false; readonly refusal: AccessRefusal };

export type AccessRefusal =
  | { readonly code: 'signed-out' }
  | { readonly code: 'people-only' }
  | CallerRefusal
  | { readonly code: 'not-allowed'; readonly right: Right };

const yes: Permission = { permitted: true };

/** The first question asked of every field and route; which structure it concerns is the use case's to ask. */
export const permit = (binding: Binding, actor: Actor | undefined, refused?: CallerRefusal): Permission => {
  if (binding.kind === 'open') return yes;
  if (!actor) return { permitted: false, refusal: refused ?? { code: 'signed-out' } };
  if (binding.kind === 'signedIn') return yes;
  if (binding.kind === 'person')
    return actor.kind === 'person' ? yes : { permitted: false, refusal: { code: 'people-only' } };
  const [right, ...others] = binding.kind === 'right' ? [binding.right] : binding.rights;
  if (right === undefined) return yes;
  const holds = [right, ...others].some((candidate) => structuresWhere(actor, candidate).length > 0);
  return holds ? yes : { permitted: false, refusal: { code: 'not-allowed', right } };
};
