import { lettersOf } from './same-letters.js';

/** Numbers that somebody may have meant who wrote `written`: the nearest first, none more than two slips away. */
export const nearNumbers = <Numbered extends { readonly number: string }>(
  written: string,
  known: readonly Numbered[],
): Numbered[] => {
  const plain = lettersOf(written);
  return known
    .map((one) => ({ one, slips: slipsBetween(plain, lettersOf(one.number)) }))
    .filter(({ slips }) => slips <= mostSlips)
    .sort((left, right) => left.slips - right.slips)
    .map(({ one }) => one);
};

const mostSlips = 2;

/** Letters added, left out, swapped with their neighbour or mistaken (Damerau, Levenshtein); 3 stands for more than two. */
export const slipsBetween = (left: string, right: string): number => {
  if (Math.abs(left.length - right.length) > mostSlips) return mostSlips + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      let slips = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1);
      current.push(slips);
    }
    if (Math.min(...current) > mostSlips) return mostSlips + 1;
    [beforeLast, last] = [last, current];
  }
  return Math.min(last.at(-1) ?? 0, mostSlips + 1);
};
