import type { ActRefusal } from '../refusals.js';
import type { SettingsFault } from './connector-catalogue.js';

/** The lawful noes to whoever looks after connections. */
export type ConnectionRefusal =
  | ActRefusal
  | { readonly code: 'connection-not-found' }
  /** This installation knows no such kind of system. */
  | { readonly code: 'connector-unknown'; readonly system: string }
  /** The kind has no such step, or nothing to try at it. */
  | { readonly code: 'step-unknown' }
  | { readonly code: 'settings-not-read' }
  /** Each test calls the other system in our name. */
  | { readonly code: 'tested-too-often'; readonly retryAt: Date }
  /** Its deliveries and their identifiers there belong to the system it was made for. */
  | { readonly code: 'connection-of-another-system' }
  /** Two would each tell the same invoices what becomes of them. */
  | { readonly code: 'live-connection-exists'; readonly name: string }
  /** What a system for trying out says must move no invoice. */
  | { readonly code: 'test-never-live' }
  /** Nobody is paid by a simulator: only a demonstration lives on one. */
  | { readonly code: 'simulator-never-live' }
  /** Nothing goes out and nothing is read while it is paused. */
  | { readonly code: 'connection-paused' }
  /** Only what a person sends goes over it. */
  | { readonly code: 'connection-not-live' }
  /** The system cannot tell which bills it holds. */
  | { readonly code: 'comparison-not-possible' }
  /** The system keeps no engagements, or does not tell them. */
  | { readonly code: 'engagements-not-told' }
  /** It was turned down, or waits for its supplier. */
  | { readonly code: 'invoice-not-to-be-sent' }
  /** Something was delivered over it: it is paused instead. */
  | { readonly code: 'connection-used' };

/** Told field by field. */
export interface SettingsFaulty {
  readonly code: 'connection-settings-faulty';
  readonly faults: readonly SettingsFault[];
}
