import type { CalendarDate } from '../invoice/invoice.js';
import type { Validity } from './structure-facts.js';

export interface Receiver extends Validity {
  /** As it was set by its people. */
  readonly active: boolean;
}

/** Whether an entity or a service takes invoices in on that day of Paris. */
export const receivesAt = ({ active, ...validity }: Receiver, day: CalendarDate): boolean =>
  active && isValidOn(validity, day);

export const isValidOn = ({ validFrom, validUntil }: Validity, day: CalendarDate): boolean =>
  (validFrom === undefined || validFrom <= day) && (validUntil === undefined || day <= validUntil);
