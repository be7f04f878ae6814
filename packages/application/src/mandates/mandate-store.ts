import type { Level, Space } from '@parvis/domain/access/actor';

export const mandateKinds = ['accountant', 'partner', 'factor'] as const;

export type MandateKind = (typeof mandateKinds)[number];

/** ended: its last day is over. */
export const mandateStates = ['offered', 'accepted', 'declined', 'revoked', 'ended'] as const;

export type MandateState = (typeof mandateStates)[number];

/** A supplier (the client) lets another structure (the holder) act in its name. */
export interface Mandate {
  readonly id: string;
  readonly clientId: string;
  readonly holderId: string;
  readonly kind: MandateKind;
  /** Its scope. */
  readonly grants: readonly MandateGrant[];
  readonly state: MandateState;
  /** Why it was given. */
  readonly reason: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly givenAt: Date;
  readonly givenByName: string;
  readonly decidedAt?: Date;
  readonly decidedByName?: string;
  /** Why it was declined or revoked. */
  readonly endedReason?: string;
}

export interface MandateGrant {
  readonly space: Space;
  readonly level: Level;
}

export interface MandateShown extends Mandate {
  readonly clientName: string;
  readonly holderName: string;
}

export interface MandateWindow {
  /** Part of the other side's name. */
  readonly search?: string;
  readonly states: readonly MandateState[];
  readonly limit: number;
  /** A cursor of the page before. */
  readonly after?: string;
}

export interface MandatePage {
  readonly mandates: readonly MandateShown[];
  readonly next: string | undefined;
  readonly cursors: readonly string[];
}

/** What stands still at a client's. */
export interface StuckInvoices {
  readonly clientId: string;
  readonly suspended: number;
  /** Refused by the buyer or rejected by the platform in the last 90 days. */
  readonly refused: number;
  /** Not paid, and past the legal limit. */
  readonly late: number;
}

export interface MandateStore {
  /** Fails when one is open between the two. */
  add(mandate: Mandate): Promise<void>;
  find(id: string): Promise<MandateShown | undefined>;
  /** The same, which nobody else changes until the unit of work ends. */
  findForChange(id: string): Promise<MandateShown | undefined>;
  /** Offered or accepted. */
  findOpen(clientId: string, holderId: string): Promise<Mandate | undefined>;
  save(mandate: Mandate): Promise<void>;
  /** By a client; the newest first. */
  given(clientId: string, window: MandateWindow): Promise<MandatePage>;
  /** To a holder; the newest first. */
  held(holderId: string, window: MandateWindow): Promise<MandatePage>;
  /** Accepted ones whose last moment lies between two, the last excluded; of everybody. */
  endingBetween(from: Date, to: Date): Promise<MandateShown[]>;
  /** One answer for each client that has any, in one question for all of them. */
  stuckInvoices(clientIds: readonly string[], at: Date): Promise<StuckInvoices[]>;
}
