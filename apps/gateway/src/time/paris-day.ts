import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import { calendarDay } from '@parvis/domain/time/paris';

const HOUR_MS = 3_600_000;

/** The first instant of a day in Paris: 22:00 UTC of the day before in summer, 23:00 in winter. */
export const startOfDayInParis = (day: CalendarDate): Date => {
  const winter = new Date(`${day}T00:00:00+01:00`);
  const summer = new Date(winter.getTime() - HOUR_MS);
  return calendarDay(summer) === day ? summer : winter;
};
