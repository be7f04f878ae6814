/** Where a page ended: the values its last row is ordered by. Opaque to whoever carries it. */
export type Position = readonly (string | number)[];

export const writeCursor = (position: Position): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** Throws a RangeError for a cursor that no page of ours gave. */
export const readCursor = (cursor: string, length: number): Position => {
  const position = parse(cursor);
  const isOurs = (part: unknown) => typeof part === 'string' || typeof part === 'number';
  if (!Array.isArray(position) || position.length !== length || !position.every(isOurs)) {
    throw new RangeError('the cursor of the page is none of ours');
  }
  return position;
};

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};
