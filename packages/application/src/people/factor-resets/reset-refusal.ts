import type { FactorRefusal } from '../factors/factor-refusal.js';
import { MAXIMUM_TEXT } from '../refusals.js';
import type { TooManyAskings } from '../throttle-asking.js';

/** The lawful noes on the way to a reset of somebody's second factors. */
export type ResetRefusal =
  | Extract<FactorRefusal, { readonly code: 'challenge-over' | 'signed-out' | 'proof-needed' }>
  | TooManyAskings
  /** The first step was taken at a provider of identities. */
  | { readonly code: 'password-first' }
  /** Empty, or longer than so many characters. */
  | { readonly code: 'reason-unfit'; readonly maximum: number }
  | { readonly code: 'reset-open' }
  | { readonly code: 'reset-not-found' }
  /** Granted, done or stopped already. */
  | { readonly code: 'reset-closed' }
  | { readonly code: 'reset-approved-already' }
  /** The operators have said all they may: a manager is to approve. */
  | { readonly code: 'reset-needs-manager' };

export const reasonFault = (reason: string): { code: 'reason-unfit'; maximum: number } | undefined =>
  reason === '' || reason.length > MAXIMUM_TEXT ? { code: 'reason-unfit', maximum: MAXIMUM_TEXT } : undefined;
