const calendarDay = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (value: Date | string): value is string => typeof value === 'string' && calendarDay.test(value);
const dayMilliseconds = 24 * 60 * 60 * 1000;

/** A calendar day has no zone: it is read and told in UTC, so that it stays the day it is. */
const zoneOf = (value: Date | string, timeZone: string): string => (isDay(value) ? 'UTC' : timeZone);

/** "3 mars 2026" */
export const formatDate = (value: Date | string, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zoneOf(value, timeZone),
  }).format(new Date(value));

/** "3 mars 2026 à 10:42"; a calendar day stays a day. */
export const formatExact = (value: Date | string, locale: string, timeZone: string): string =>
  isDay(value)
    ? formatDate(value, locale, timeZone)
    : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
        new Date(value),
      );

/** "10:42" */
export const formatTime = (value: Date, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(value);

/** The calendar day of an instant in a zone, as days since 1970. */
const dayNumber = (value: Date | string, timeZone: string): number => {
  const day = isDay(value)
    ? value
    : new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(new Date(value));
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMilliseconds);
};

/** "il y a 20 minutes", "hier", "il y a 3 jours"; beyond thirty days the date itself says more. */
export const formatRelative = (value: Date | string, now: Date, locale: string, timeZone: string): string => {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const days = dayNumber(value, timeZone) - dayNumber(now, timeZone);
  if (Math.abs(days) > 30) return formatDate(value, locale, timeZone);
  if (days !== 0 || isDay(value)) return relative.format(days, 'day');
  const minutes = Math.round((new Date(value).getTime() - now.getTime()) / 60_000);
  // Intl says "maintenant", which is not what one says of what has just happened.
  if (Math.abs(minutes) < 1) return locale.startsWith('fr') ? "à l'instant" : 'just now';
  return Math.abs(minutes) < 60
    ? relative.format(minutes, 'minute')
    : relative.format(Math.round(minutes / 60), 'hour');
};
