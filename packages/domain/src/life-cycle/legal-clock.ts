import type { CalendarDate } from '../invoice/invoice.js';
import { addDays, calendarDay, daysBetween } from '../time/paris.js';
import type { LifeCycleEvent } from './event.js';
import { statusAfter } from './history.js';
import type { Status } from './transitions.js';

/**
 * The legal limit to pay (délai global de paiement; Code de la commande publique, R2192-10 to -29), in days of Paris.
 * It starts when the invoice is made available to the recipient. The first suspension interrupts it, later ones do not
 * (R2192-27). When the supplier has completed the file a new term opens: 30 days, or what was left if that was longer
 * (R2192-29).
 */
export interface LegalClock {
  /** First day of the term that counts now. */
  readonly startedOn: CalendarDate;
  /** Last day to pay in time. During the interruption: the limit before it, until completion sets a new one. */
  readonly dueOn: CalendarDate;
  /** Length of the term that counts now. */
  readonly days: number;
  /** Days gone by in this term; grows past `days` when late. */
  readonly elapsedDays: number;
  /** False while interrupted and once the invoice is paid, refused or rejected. */
  readonly running: boolean;
  readonly late: boolean;
  /** Open while `to` is absent. */
  readonly interruption?: { readonly from: CalendarDate; readonly to?: CalendarDate };
}

export type ClockEvent = Pick<LifeCycleEvent, 'action' | 'to' | 'moves' | 'occurredAt'>;

/** A new term after completion is never shorter (R2192-29). */
const DAYS_AFTER_COMPLETION = 30;

/** Where nothing more is awaited of the recipient. */
export const ended: readonly Status[] = ['inPayment', 'refused', 'rejected'];

/** The last day to pay, as long as nothing interrupts the term. `days`: see `paymentTermDays`. */
export const dueDateFrom = (madeAvailableAt: Date, days: number): CalendarDate =>
  addDays(calendarDay(madeAvailableAt), days);

/** The clock at an instant, from the history, oldest event first; undefined before the invoice is made available. */
export const legalClock = (
  events: readonly ClockEvent[],
  days: number,
  now: Date,
): LegalClock | undefined => {
  const moving = events.filter(({ moves }) => moves);
  const start = moving.find(({ to }) => to === 'madeAvailable');
  if (!start) return undefined;
  const first: Term = { startedOn: calendarDay(start.occurredAt), days };
  const end = endOf(moving);
  const today = calendarDay(end ?? now);
  const interruption = interruptionIn(moving);
  if (!interruption) return clockOf(first, today, { running: !end });
  if (!interruption.to) return { ...clockOf(first, interruption.from, { running: false }), interruption };
  return {
    ...clockOf(termAfter(first, interruption.from, interruption.to), today, { running: !end }),
    interruption,
  };
};

interface Term {
  readonly startedOn: CalendarDate;
  readonly days: number;
}

const clockOf = (term: Term, today: CalendarDate, { running }: { readonly running: boolean }): LegalClock => {
  const elapsedDays = daysBetween(term.startedOn, today);
  const dueOn = addDays(term.startedOn, term.days);
  return { ...term, dueOn, elapsedDays, running, late: elapsedDays > term.days };
};

const termAfter = (first: Term, interruptedOn: CalendarDate, completedOn: CalendarDate): Term => {
  const daysLeft = first.days - daysBetween(first.startedOn, interruptedOn);
  return { startedOn: completedOn, days: Math.max(DAYS_AFTER_COMPLETION, daysLeft) };
};

/** The only suspension that counts is the first; what ends it is the supplier's answer. */
const interruptionIn = (moving: readonly ClockEvent[]): LegalClock['interruption'] => {
  const index = moving.findIndex(({ action }) => action === 'suspend');
  const suspension = moving[index];
  if (!suspension) return undefined;
  const completion = moving.slice(index).find(({ action }) => action === 'complete');
  const from = calendarDay(suspension.occurredAt);
  return completion ? { from, to: calendarDay(completion.occurredAt) } : { from };
};

/** When the invoice stopped waiting for payment, if it has. */
const endOf = (moving: readonly ClockEvent[]): Date | undefined => {
  const status = statusAfter(moving);
  return status && ended.includes(status) ? moving.at(-1)?.occurredAt : undefined;
};
