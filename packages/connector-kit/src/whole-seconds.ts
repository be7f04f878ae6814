import type { StatusCursor } from '@parvis/application/accounting/accounting-connector';
import { z } from 'zod';
import { parseJson } from './understood.js';

/**
 * A cursor over changes that are stamped in whole seconds. Many rows may bear one stamp, and the system sorts them by
 * fractions that it does not show: what stands at the end of a page is never taken for a place to go on from. A page
 * that ends inside a second is told up to that second, which is read again from its beginning; a second that fills a
 * whole page is walked through by identifier.
 */
const place = z.object({
  /** The latest stamp seen, in seconds since 1970; never goes back. */
  high: z.int().min(0),
  /** In the middle of a reading of several pages: from which second on, and behind which identifier within it. */
  reading: z.object({ second: z.int().min(0), afterId: z.int().min(0).optional() }).optional(),
});

export type SecondsPlace = z.infer<typeof place>;

/** An unreadable cursor begins again: everything is told once more, which is harmless. */
export const readSeconds = (cursor: StatusCursor | null): SecondsPlace => {
  const parsed = place.safeParse(parseJson(cursor ?? ''));
  return parsed.success ? parsed.data : { high: 0 };
};

export const writeSeconds = (where: SecondsPlace): StatusCursor => JSON.stringify(where);

export interface SecondsRange {
  /** Stamped at this second or later… */
  readonly from: number;
  /** …before this one… */
  readonly before?: number;
  /** …and behind this identifier: then sorted by identifier, otherwise by stamp and identifier. */
  readonly afterId?: number;
}

/** What to ask for. A stamp is not a commit order: each reading begins some time before the last one's end. */
export const secondsRange = ({ high, reading }: SecondsPlace, overlapSeconds: number): SecondsRange => {
  if (!reading) return { from: Math.max(0, high - overlapSeconds) };
  const { second, afterId } = reading;
  return afterId === undefined ? { from: second } : { from: second, before: second + 1, afterId };
};

export interface StampedRow {
  readonly id: number;
  /** Seconds since 1970. */
  readonly stamp: number;
}

/** The rows of a page that are to be told, and the place after them. */
export const advanceSeconds = <Row extends StampedRow>(
  { high: before, reading }: SecondsPlace,
  rows: readonly Row[],
  pageSize: number,
): { readonly told: readonly Row[]; readonly place: SecondsPlace; readonly more: boolean } => {
  const high = rows.reduce((highest, { stamp }) => Math.max(highest, stamp), before);
  const last = rows.at(-1);
  const isFull = last !== undefined && rows.length >= pageSize;

  if (reading?.afterId !== undefined) {
    const { second } = reading;
    const next = isFull ? { second, afterId: last.id } : { second: second + 1 };
    return { told: rows, place: { high, reading: next }, more: true };
  }
  if (!isFull) return { told: rows, place: { high }, more: false };

  const told = rows.filter(({ stamp }) => stamp < last.stamp);
  const next = told.length > 0 ? { second: last.stamp } : { second: last.stamp, afterId: 0 };
  return { told, place: { high, reading: next }, more: true };
};
