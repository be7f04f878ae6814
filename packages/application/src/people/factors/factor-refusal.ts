import type { FactorCheckRefusal } from './check-factor.js';
import type { FactorMethod } from './factor-methods.js';

/** The lawful noes of whoever changes how their account is protected. */
export type FactorRefusal =
  | FactorCheckRefusal
  /** The session is not one of ours any more. */
  | { readonly code: 'signed-out' }
  /** The last proof is more than ten minutes old. By password when there is no method. */
  | { readonly code: 'proof-needed'; readonly methods: readonly FactorMethod[] }
  /** Too late, or taken already. */
  | { readonly code: 'challenge-over' }
  | { readonly code: 'password-refused' }
  | { readonly code: 'totp-there-already' }
  | { readonly code: 'totp-not-started' }
  | { readonly code: 'factor-not-found' }
  | { readonly code: 'passkey-known-already' }
  | { readonly code: 'name-unfit'; readonly maximum: number };
