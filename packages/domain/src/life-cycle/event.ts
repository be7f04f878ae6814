import type { Action, Status } from './transitions.js';

/**
 * One entry of an invoice's append-only history. Events are numbered from 1 for each invoice and chained: `hash` covers
 * the event's content and `previousHash`, so that a removed, altered or reordered entry shows.
 */
export interface LifeCycleEvent {
  readonly sequence: number;
  readonly action: Action;
  readonly from: Status | null;
  readonly to: Status;
  /**
   * `false`: the act is kept in the history without moving the invoice (a late « mandatée » after « mise en paiement »):
   * a status never goes backwards by itself.
   */
  readonly moves: boolean;
  readonly actor: EventActor;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly reason?: EventReason;
  readonly comment?: string;
  /** Documents added by the act. */
  readonly documentIds: readonly string[];
  /** The accounting system's own word and number, kept as received. */
  readonly source?: EventSource;
  readonly previousHash: string;
  readonly hash: string;
}

export interface EventActor {
  readonly kind: 'platform' | 'supplier' | 'buyer' | 'accountant' | 'validator';
  /** The user or connection that acted; absent for the platform itself. */
  readonly id?: string;
  /** As shown to both sides: a person's name, or the accounting system's. */
  readonly name: string;
}

export interface EventReason {
  /** A code of `reasons.ts`. */
  readonly code: string;
  readonly text?: string;
}

export interface EventSource {
  readonly system: string;
  /** The other system's own word for the status, always kept. */
  readonly code: string;
  readonly reference?: string;
}
