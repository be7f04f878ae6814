import { editDistance } from './edit-distance.js';
import { lettersOf } from './same-letters.js';

/** Numbers that somebody may have meant who wrote `written`: the nearest first, none more than two slips away. */
export const nearNumbers = <Numbered extends { readonly number: string }>(
  written: string,
  known: readonly Numbered[],
): Numbered[] => {
  const plain = lettersOf(written);
  return known
    .map((one) => ({ one, letters: lettersOf(one.number) }))
    .filter(({ letters }) => Math.abs(letters.length - plain.length) <= mostSlips)
    .map(({ one, letters }) => ({ one, slips: editDistance(plain, letters) }))
    .filter(({ slips }) => slips <= mostSlips)
    .sort((left, right) => left.slips - right.slips)
    .map(({ one }) => one);
};

const mostSlips = 2;
