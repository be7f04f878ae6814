/** What a row is ordered by; the last part tells any two rows apart. */
export type Rank = readonly (number | string)[];

export interface Window {
  readonly limit: number;
  readonly after?: string;
}

/** The rows after the cursor, in the order of their ranks. The cursor is the rank of the last row shown. */
export const pageOf = <Row>(
  rows: readonly Row[],
  rankOf: (row: Row) => Rank,
  { limit, after }: Window,
): { readonly rows: Row[]; readonly next: string | undefined; readonly cursors: string[] } => {
  const ordered = rows
    .map((row) => ({ row, rank: rankOf(row) }))
    .sort((one, other) => compareRanks(one.rank, other.rank));
  const start = after === undefined ? undefined : readCursor(after);
  const following = start ? ordered.filter(({ rank }) => compareRanks(rank, start) > 0) : ordered;
  const shown = following.slice(0, limit);
  const cursors = shown.map(({ rank }) => JSON.stringify(rank));
  const next = following.length > limit ? cursors.at(-1) : undefined;
  return { rows: shown.map(({ row }) => row), next, cursors };
};

/** Throws a RangeError for a cursor that no page gave. */
const readCursor = (cursor: string): Rank => {
  try {
    const rank: unknown = JSON.parse(cursor);
    if (Array.isArray(rank)) return rank;
  } catch {
    // Said below.
  }
  throw new RangeError('the cursor of the page is none of ours');
};

const compareRanks = (one: Rank, other: Rank): number => {
  for (const [index, part] of one.entries()) {
    const against = other[index] ?? '';
    if (part !== against) return part < against ? -1 : 1;
  }
  return 0;
};
