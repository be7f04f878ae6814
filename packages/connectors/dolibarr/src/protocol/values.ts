import { Decimal } from '@parvis/domain/amount/decimal';
import { z } from 'zod';

/** Dolibarr tells what its database holds: a number may come as text, and an empty field as null, '' or not at all. */
export const textValue = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => (value === undefined || value === null || value === '' ? undefined : String(value)));

export const numberValue = z.union([z.int(), z.string().regex(/^\d+$/)]).transform(Number);

/** `120.00000000` */
export const amountValue = z
  .union([z.number(), z.string(), z.null()])
  .optional()
  .transform((value, context) => {
    const amount = Decimal.parse(String(value ?? '0') || '0');
    if (amount) return amount.rounded();
    context.addIssue({ code: 'custom', message: 'not an amount' });
    return z.NEVER;
  });

/** Seconds since 1970; some fields are empty until something happens. */
export const epochValue = z
  .union([z.int(), z.string(), z.null()])
  .optional()
  .transform((value) => {
    const seconds = Number(value || 0);
    return Number.isInteger(seconds) && seconds > 0 ? seconds : undefined;
  });

/** A day as Dolibarr takes it: noon, so that no time zone of Europe moves it to another day. */
export const epochOf = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 1000;

/** An instant as the server's clock shows it: `2026-03-02 09:15:00`. */
export const serverTime = (seconds: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(
    new Date(seconds * 1000),
  );

/**
 * The same instant, or an earlier one that the server's clock shows only once: in the hour that comes twice in autumn
 * nobody can tell which of the two a text means.
 */
export const shownOnce = (seconds: number, timeZone: string): number => {
  const shown = serverTime(seconds, timeZone);
  const isTwice = [seconds - HOUR, seconds + HOUR].some((other) => serverTime(other, timeZone) === shown);
  return isTwice ? shownOnce(seconds - HOUR, timeZone) : seconds;
};

const HOUR = 3_600;

/** A text inside a filter: what would end it stands for any sign, and the answers are compared again. */
export const filterText = (text: string): string => text.replaceAll(/['"()\\%]/g, '_');
