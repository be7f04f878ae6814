import type { StatusCursor } from '@parvis/application/accounting/accounting-connector';
import { parseJson } from '@parvis/connector-kit/understood';
import { z } from 'zod';
import { earliest, type Stamp, secondsBefore, stampText } from '../protocol/values.js';

/** One change as a stream tells it, in the order (stamp, id). */
export interface Stamped {
  readonly stamp: Stamp;
  readonly id: number;
}

const stamped = z.object({ stamp: stampText, id: z.int() });

const streamPlace = z.object({
  /** The latest stamp seen so far; never goes back. */
  high: stampText,
  /** In the middle of a reading of several pages: where it began and how far it got. */
  reading: z.object({ from: stampText, at: stamped }).optional(),
  /** Read to its end while another stream is not: it waits, or the two would begin again in turn without end. */
  finished: z.literal(true).optional(),
});

type StreamPlace = z.infer<typeof streamPlace>;

/** A payment and a note do not touch their invoice: each kind of change has a place of its own. */
const places = z.object({ invoices: streamPlace, payments: streamPlace, notes: streamPlace });

export type Places = z.infer<typeof places>;
export type Stream = keyof Places;

const beginning: StreamPlace = { high: earliest };

/** An unreadable cursor begins again: everything is told once more, which is harmless. */
export const readCursor = (cursor: StatusCursor | null): Places => {
  const parsed = places.safeParse(parseJson(cursor ?? ''));
  return parsed.success ? parsed.data : { invoices: beginning, payments: beginning, notes: beginning };
};

export const writeCursor = (where: Places): StatusCursor => JSON.stringify(where);

/**
 * What to ask for: everything from `from` on, and within a reading only what comes after `after`. PostgreSQL stamps a
 * transaction's start, so a slow one shows up behind the cursor: each reading begins some time before the last one's end.
 */
export const rangeOf = (
  { high, reading }: StreamPlace,
  overlapSeconds: number,
): { readonly from: Stamp; readonly after?: Stamped } =>
  reading ? { from: reading.from, after: reading.at } : { from: secondsBefore(high, overlapSeconds) };

/** Where all streams stand after a page: those at their end wait for the others, and begin again together. */
export const together = (
  after: Readonly<Record<Stream, Advanced>>,
): { readonly places: Places; readonly more: boolean } => {
  const more = Object.values(after).some((stream) => stream.more);
  const standing = (stream: Advanced): StreamPlace =>
    more && !stream.more ? { high: stream.place.high, finished: true } : withoutFinished(stream.place);
  return {
    places: {
      invoices: standing(after.invoices),
      payments: standing(after.payments),
      notes: standing(after.notes),
    },
    more,
  };
};

const withoutFinished = ({ finished: _done, ...place }: StreamPlace): StreamPlace => place;

export interface Advanced {
  readonly place: StreamPlace;
  /** The page was full. */
  readonly more: boolean;
}

/** The place after these rows; `more` when the page was full. */
export const advance = (
  place: StreamPlace,
  rows: readonly Stamped[],
  { from, pageSize }: { readonly from: Stamp; readonly pageSize: number },
): Advanced => {
  const last = rows.at(-1);
  if (!last) return { place: { high: place.high }, more: false };
  const high = last.stamp > place.high ? last.stamp : place.high;
  const more = rows.length >= pageSize;
  return {
    place: more ? { high, reading: { from, at: { stamp: last.stamp, id: last.id } } } : { high },
    more,
  };
};
