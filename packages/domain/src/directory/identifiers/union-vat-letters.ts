import { luhnSum } from '../siret.js';
import { weighted } from './check-digits.js';

/** The VAT numbers of the Union whose check is a letter with a table of its own. */

const SPANISH_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const SPANISH_FIRM_LETTERS = 'JABCDEFGHI';

/** Residents (eight digits), foreigners (X, Y, Z), some persons (K, L, M), and firms by their kind. */
export const passesSpanish = (number: string): boolean => {
  const [first = '', check = ''] = [number[0], number.at(-1)];
  if (/\d/.test(first)) return check === letterOf(number.slice(0, 8));
  if ('XYZ'.includes(first)) return check === letterOf(`${'XYZ'.indexOf(first)}${number.slice(1, 8)}`);
  if ('KLM'.includes(first)) return check === letterOf(number.slice(1, 8));
  return passesSpanishFirm(first, number.slice(1, 8), check);
};

const letterOf = (digits: string): string | undefined => SPANISH_LETTERS[Number(digits) % 23];

const passesSpanishFirm = (kind: string, digits: string, check: string): boolean => {
  if (!'ABCDEFGHJNPQRSUVW'.includes(kind)) return false;
  const digit = (10 - (luhnSum(`${digits}0`) % 10)) % 10;
  const byLetter = check === SPANISH_FIRM_LETTERS[digit];
  const byDigit = check === String(digit);
  if ('ABEH'.includes(kind)) return byDigit;
  return 'NPQRSW'.includes(kind) ? byLetter : byDigit || byLetter;
};

const IRISH_LETTERS = 'WABCDEFGHIJKLMNOPQRSTUV';

/** Seven digits and a letter, since 2013 one more; the oldest bear a sign in second place that does not count. */
export const passesIrish = (number: string): boolean => {
  const isOld = !/^\d{7}/.test(number);
  const digits = isOld ? `0${number.slice(2, 7)}${number[0]}` : number.slice(0, 7);
  const further = isOld ? 0 : IRISH_LETTERS.indexOf(number[8] ?? 'W');
  const sum = weighted(digits, [8, 7, 6, 5, 4, 3, 2]) + 9 * further;
  return IRISH_LETTERS[sum % 23] === number[7];
};
