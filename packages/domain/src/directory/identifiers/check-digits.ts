/** The sums that check digits are made with. All take plain text of digits (and letters where said). */

/** The sum of each digit times the weight at its place; digits beyond the weights do not count. */
export const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index] ?? 0), 0);

/** ISO 7064 MOD 11,10: whether the last digit checks those before. */
export const passesMod11And10 = (digits: string): boolean => {
  let rest = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (rest + Number(digit)) % 10;
    rest = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (rest + Number(digits.at(-1))) % 10 === 1;
};

/** The remainder by 97 of a number in which A stands for 10 and Z for 35 (ISO 7064 MOD 97-10). */
export const remainderBy97 = (signs: string): number => {
  let rest = 0;
  for (const sign of signs) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
};

/** As people type identifiers: spaces, dots, dashes and slashes between groups, small letters. */
export const compact = (raw: string): string => raw.replaceAll(/[\s./-]/g, '').toUpperCase();
