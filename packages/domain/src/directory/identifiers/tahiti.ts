import { accept, type Result, refuse } from '../../result/result.js';
import { compact } from './check-digits.js';

export type TahitiProblem = 'tahiti-form';

/**
 * TAHITI-ITI of French Polynesia (ISPF): a firm of six signs, the first of them a letter or a digit, and an establishment
 * of three. XP Z12-012 says « 9 » in the rule and « 9 to 10 » beside it (uncertain): nobody is turned away for a tenth.
 */
export const parseTahiti = (raw: string): Result<string, TahitiProblem> => {
  const signs = compact(raw);
  return /^[A-Z0-9]\d{8,9}$/.test(signs) ? accept(signs) : refuse('tahiti-form');
};
