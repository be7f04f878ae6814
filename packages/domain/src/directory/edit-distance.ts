/**
 * How many letters must be put in, left out, replaced or swapped with their neighbour to make one word of the other
 * (optimal string alignment). Words longer than 64 letters are equal or infinitely far.
 */
export const editDistance = (one: string, other: string): number => {
  if (one === other) return 0;
  if (Math.max(one.length, other.length) > 64) return Number.POSITIVE_INFINITY;
  let twoBack: number[] = [];
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const best = Math.min(
        (current[column - 1] ?? 0) + 1,
        (before[column] ?? 0) + 1,
        (before[column - 1] ?? 0) + (same ? 0 : 1),
      );
      current.push(swapped ? Math.min(best, (twoBack[column - 2] ?? 0) + 1) : best);
    }
    twoBack = before;
    before = current;
  }
  return before[other.length] ?? 0;
};

/** How many slips we forgive in a word of this length: none in short ones, where another word is soon reached. */
export const forgivenSlips = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2);
