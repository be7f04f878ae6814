import { Decimal } from '../amount/decimal.js';
import type { CalendarDate } from '../invoice/invoice.js';
import { calendarDay, daysBetween } from '../time/paris.js';
import { type Language, localeOf } from './language.js';

/**
 * Amounts and dates as people write them. Amounts go from their exact text to the screen: Intl formats the decimal
 * text itself, no binary floating point in between.
 */

/** « 1 234,50 € », "€1,234.50". Cents always show; more decimals only where they were written. */
export const formatMoney = (amount: Decimal | string, currency: string, language: Language): string => {
  const exact = typeof amount === 'string' ? Decimal.of(amount) : amount;
  if (!isCurrency(currency)) return `${formatNumber(exact, language, 2)} ${currency}`.trim();
  const maximumFractionDigits = Math.min(Math.max(exact.normalized().scale, 2), MAXIMUM_FRACTION_DIGITS);
  return numberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits,
  }).format(textOf(exact));
};

/** A quantity, a price or a rate: « 1 234,5 ». */
export const formatNumber = (
  amount: Decimal | string,
  language: Language,
  minimumFractionDigits = 0,
): string => {
  const exact = typeof amount === 'string' ? Decimal.of(amount) : amount;
  const maximumFractionDigits = Math.min(
    Math.max(exact.normalized().scale, minimumFractionDigits),
    MAXIMUM_FRACTION_DIGITS,
  );
  return numberFormat(language, { minimumFractionDigits, maximumFractionDigits }).format(textOf(exact));
};

/** A rate of 20 is « 20 % ». */
export const formatPercent = (rate: Decimal | string, language: Language): string =>
  language === 'fr' ? `${formatNumber(rate, language)} %` : `${formatNumber(rate, language)}%`;

/** « 3 mars 2026 », "3 March 2026"; text that is no day stays as it is. */
export const formatDate = (day: CalendarDate, language: Language): string => {
  const noon = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) return day;
  const written = dateFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(noon);
  return language === 'fr' ? written.replace(/^1 /, '1er ') : written;
};

/** The day and minute in Paris: « 3 mars 2026 à 10 h 42 », "3 March 2026 at 10:42". */
export const formatInstant = (instant: Date, language: Language): string => {
  const time = dateFormat('en', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Europe/Paris',
  }).format(instant);
  const day = formatDate(calendarDay(instant), language);
  if (language === 'en') return `${day} at ${time}`;
  const [hour = '', minute = ''] = time.split(':');
  return `${day} à ${Number(hour)} h ${minute}`;
};

/** « aujourd'hui », « il y a 3 jours », « dans 12 jours », in days of Paris. */
export const formatRelativeDays = (day: CalendarDate, today: CalendarDate, language: Language): string =>
  relativeFormat(language).format(daysBetween(today, day), 'day');

/** In groups as people read it out: « 000 002 105 00013 » for a SIRET, « 000 002 105 » for a SIREN. */
export const formatSiret = (siret: string): string =>
  siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})?$/, (_, ...groups: (string | undefined)[]) =>
    groups
      .slice(0, 4)
      .filter((group) => group !== undefined)
      .join(' '),
  );

/** What Intl accepts; amounts with more decimals than that are not worth writing out. */
const MAXIMUM_FRACTION_DIGITS = 20;

const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code);

/** Intl takes decimal text as exactly as it is written; its type asks for the shape of a number. */
const textOf = (amount: Decimal): `${number}` => amount.toString() as `${number}`;

/** Making an Intl format is slow, using one is not: lists ask for the same few again and again. */
const remembered = <Format>(make: (language: Language, options: object) => Format) => {
  const known = new Map<string, Format>();
  return (language: Language, options: object = {}): Format => {
    const key = language + JSON.stringify(options);
    const format = known.get(key) ?? make(language, options);
    known.set(key, format);
    return format;
  };
};

const numberFormat = remembered((language, options) => new Intl.NumberFormat(localeOf(language), options));
const dateFormat = remembered((language, options) => new Intl.DateTimeFormat(localeOf(language), options));
const relativeFormat = remembered(
  (language) => new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }),
);
