import { Decimal } from '@parvis/domain/amount/decimal';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import { z } from 'zod';

/** Values as Tryton's JSON writes them: what JSON has no word for is an object with `__class__`. */
export const toDecimalValue = (value: Decimal): object => ({ __class__: 'Decimal', decimal: `${value}` });

export const toDateValue = (date: CalendarDate): object => {
  const [year, month, day] = date.split('-').map(Number);
  return { __class__: 'date', year, month, day };
};

export const toBytesValue = (bytes: Uint8Array): object => ({
  __class__: 'bytes',
  base64: Buffer.from(bytes).toString('base64'),
});

export const decimalValue = z
  .object({ __class__: z.literal('Decimal'), decimal: z.string() })
  .transform(({ decimal }, context) => {
    const parsed = Decimal.parse(decimal);
    if (parsed) return parsed;
    context.addIssue({ code: 'custom', message: 'not a decimal' });
    return z.NEVER;
  });

export const dateValue = z
  .object({ __class__: z.literal('date'), year: z.int(), month: z.int(), day: z.int() })
  .transform(({ year, month, day }): CalendarDate => `${padded(year, 4)}-${padded(month)}-${padded(day)}`);

const padded = (part: number, length = 2): string => String(part).padStart(length, '0');

/** An instant in UTC with microseconds, kept as text: a JavaScript Date would cut them, and cursors need them. */
export type Stamp = string;

export const stampValue = z
  .object({
    __class__: z.literal('datetime'),
    year: z.int(),
    month: z.int(),
    day: z.int(),
    hour: z.int(),
    minute: z.int(),
    second: z.int(),
    microsecond: z.int(),
  })
  .transform(
    ({ year, month, day, hour, minute, second, microsecond }): Stamp =>
      `${padded(year, 4)}-${padded(month)}-${padded(day)}T${padded(hour)}:${padded(minute)}:${padded(second)}.${padded(microsecond, 6)}`,
  );

export const stampText = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/);

export const toStampValue = (stamp: Stamp): object => {
  const [year, month, day, hour, minute, second, microsecond] = stamp.split(/[-T:.]/).map(Number);
  return { __class__: 'datetime', year, month, day, hour, minute, second, microsecond };
};

/** To the millisecond. */
export const stampToDate = (stamp: Stamp): Date => new Date(`${stamp.slice(0, 23)}Z`);

export const secondsBefore = (stamp: Stamp, seconds: number): Stamp => {
  const earlier = new Date(stampToDate(stamp).getTime() - seconds * 1000);
  return earlier.getTime() < 0 ? earliest : `${earlier.toISOString().slice(0, 23)}${stamp.slice(23)}`;
};

export const earliest: Stamp = '1970-01-01T00:00:00.000000';

/** The first instant of that day in that zone: `2026-11-22` in Paris is `2026-11-21T23:00:00.000000`. */
export const startOfDay = (day: CalendarDate, timeZone: string): Stamp => {
  const midnight = new Date(`${day}T00:00:00Z`);
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(
    midnight,
  );
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d+):(\d+))?/.exec(offset) ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  return `${new Date(midnight.getTime() - ahead).toISOString().slice(0, 23)}000`;
};

/** The day of that instant in that zone. */
export const dayIn = (instant: Date, timeZone: string): CalendarDate =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
