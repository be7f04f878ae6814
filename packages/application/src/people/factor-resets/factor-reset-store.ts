import type { Device } from '../sessions/session.js';

/** waiting: two people are to approve. granted: two have, and a day passes. */
export type FactorResetState = 'waiting' | 'granted' | 'done' | 'stopped';

/** Somebody who lost every second factor asks that theirs be taken off the account. */
export interface FactorReset {
  readonly id: string;
  readonly userId: string;
  readonly state: FactorResetState;
  /** What happened, as the person tells it. */
  readonly reason: string;
  readonly askedAt: Date;
  /** Where it was asked from, as far as it is known. */
  readonly device: Device;
  /** Once granted: when the factors go unless somebody stops it. */
  readonly effectiveAt?: Date;
  readonly closedAt?: Date;
  /** Who stopped it, and why. */
  readonly stoppedByName?: string;
  readonly stopReason?: string;
}

export const isOpen = ({ state }: Pick<FactorReset, 'state'>): boolean =>
  state === 'waiting' || state === 'granted';

/** For how long two people may make up their minds. */
const OPEN_FOR_MS = 7 * 86_400_000;

/** Nobody approves what was asked for so long ago: the round closes it. */
export const isOverdue = ({ state, askedAt }: Pick<FactorReset, 'state' | 'askedAt'>, at: Date): boolean =>
  state === 'waiting' && at.getTime() - askedAt.getTime() >= OPEN_FOR_MS;

export interface ResetApproval {
  readonly byUserId: string;
  readonly byName: string;
  readonly standing: 'manager' | 'operator';
  /** How they made sure of who asks. */
  readonly reason: string;
  readonly approvedAt: Date;
}

export interface FactorResetShown extends FactorReset {
  readonly name: string;
  readonly email: string;
  /** In the order of approving, one a person. */
  readonly approvals: readonly ResetApproval[];
}

export interface FactorResetStore {
  /** False, and nothing written, when one is open for this person. */
  add(reset: FactorReset): Promise<boolean>;
  /** One that nobody else changes until the unit of work ends. */
  findForChange(id: string): Promise<FactorResetShown | undefined>;
  /** The last one of the person, whatever became of it. */
  latestOf(userId: string): Promise<FactorResetShown | undefined>;
  /** State, dates, and who stopped it. */
  save(reset: FactorReset): Promise<void>;
  /** False when this person has approved already. */
  addApproval(id: string, approval: ResetApproval): Promise<boolean>;
  /** Open ones of the people who belong to a structure at that moment, oldest first; fifty at most. */
  openIn(structureId: string, at: Date): Promise<FactorResetShown[]>;
  /** Open ones of everybody, oldest first; fifty at most. */
  open(): Promise<FactorResetShown[]>;
  /** Granted ones whose day is over; fifty at most. */
  dueAt(moment: Date): Promise<FactorResetShown[]>;
}
