/** Where a page ended: the values its last row is ordered by. Opaque to whoever carries it. */
export type Position = readonly (string | number)[];

/** What each part of a position is: the database must never be asked to compare with anything else. */
export type PartKind = 'instant' | 'day' | 'decimal' | 'id' | 'count' | 'text';

export const writeCursor = (position: Position): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** Throws a RangeError for a cursor that no page of such a list gave. */
export const readCursor = (cursor: string, kinds: readonly PartKind[]): Position => {
  const position = parse(cursor);
  const isOurs =
    Array.isArray(position) &&
    position.length === kinds.length &&
    kinds.every((kind, index) => isOf[kind](position[index]));
  if (!isOurs) throw new RangeError('the cursor of the page is none of ours');
  return position;
};

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/** As PostgreSQL has it, from year 1 to 9999: beyond, JavaScript writes days in another way. */
const isInstant = (part: unknown): boolean => {
  if (typeof part !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(part)) return false;
  const instant = new Date(part);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === part && !part.startsWith('0000');
};

const isText = (pattern: RegExp) => (part: unknown) => typeof part === 'string' && pattern.test(part);

const isOf: Readonly<Record<PartKind, (part: unknown) => boolean>> = {
  instant: isInstant,
  day: (part) => isInstant(`${String(part)}T00:00:00.000Z`),
  decimal: isText(/^-?\d{1,1000}(\.\d{1,1000})?$/),
  id: isText(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  // Anything but the character that no column of text can hold.
  text: (part) => typeof part === 'string' && part.length <= 1000 && !part.includes('\u0000'),
  count: (part) => Number.isInteger(part) && Number(part) >= 0 && Number(part) <= 2_147_483_647,
};
