import type { CalendarDate } from '../invoice/invoice.js';

const parisDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

const HOUR_IN_MS = 3_600_000;
const DAY_IN_MS = 86_400_000;

/** The legal day of an instant, `YYYY-MM-DD`: the date in Paris, where 23:30 UTC in summer is already tomorrow. */
export const calendarDay = (instant: Date): CalendarDate => {
  const parts = Object.fromEntries(parisDay.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`;
};

/** The last day that counts of what ends at an instant: what ends at midnight in Paris ends with the day before. */
export const lastDay = (end: Date): CalendarDate => calendarDay(new Date(end.getTime() - 1));

/** The first instant of a day in Paris: 22:00 UTC of the day before in summer, 23:00 in winter. */
export const startOfDay = (day: CalendarDate): Date => {
  const winter = new Date(`${day}T00:00:00+01:00`);
  const summer = new Date(winter.getTime() - HOUR_IN_MS);
  return calendarDay(summer) === day ? summer : winter;
};

/** The instant when a day in Paris is over: the end of what counts up to that day, this one included. */
export const endOfDay = (day: CalendarDate): Date => startOfDay(addDays(day, 1));

/** The day so many days later; earlier for a negative number. */
export const addDays = (day: CalendarDate, days: number): CalendarDate =>
  new Date(midnightOf(day) + days * DAY_IN_MS).toISOString().slice(0, 10);

/** Whole days from one day to another; negative when the second comes first. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((midnightOf(to) - midnightOf(from)) / DAY_IN_MS);

/** Days are counted as UTC midnights, which no change of hour shortens. */
const midnightOf = (day: CalendarDate): number => {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw new TypeError(`not a calendar day: ${day}`);
  return time;
};
