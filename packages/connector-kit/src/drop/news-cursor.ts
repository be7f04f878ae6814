import type { StatusCursor } from '@parvis/application/accounting/accounting-connector';
import { z } from 'zod';
import { parseJson } from '../understood.js';

/** A file as it looked: the same name with another size or another time is another file. */
const looked = z.object({ name: z.string(), bytes: z.number(), modifiedAt: z.number() });
export type Looked = z.infer<typeof looked>;

const place = z.object({
  /** Told in a page before, and to be put away: that page is stored, or this cursor would not be asked with. */
  told: z.array(looked),
  /** Not to be read so far: how many times we looked, and since when. */
  puzzling: z.array(looked.extend({ looks: z.int(), since: z.iso.datetime() })),
});

export type Puzzling = z.infer<typeof place>['puzzling'][number];
export type NewsPlace = z.infer<typeof place>;

/** An unreadable cursor begins again: everything that still lies there is told once more, which is harmless. */
export const readPlace = (cursor: StatusCursor | null): NewsPlace => {
  const parsed = place.safeParse(parseJson(cursor ?? ''));
  return parsed.success ? parsed.data : { told: [], puzzling: [] };
};

export const writePlace = (where: NewsPlace): StatusCursor => JSON.stringify(where);

export const isSame = (one: Looked, other: Looked): boolean =>
  one.name === other.name && one.bytes === other.bytes && one.modifiedAt === other.modifiedAt;
