/** Codes that differ by capitals, spaces and the signs between words alone: what people confuse. */
export const sameLetters = (left: string, right: string): boolean => lettersOf(left) === lettersOf(right);

export const lettersOf = (code: string): string => code.replaceAll(/[\s._-]/g, '').toUpperCase();
