import { accept, type Result, refuse } from '../../result/result.js';
import { compact } from './check-digits.js';

export type RidetProblem = 'ridet-form';

/** RIDET of New Caledonia (ISEE): a firm of six or seven digits, an establishment of three. No check digit is published. */
export const parseRidet = (raw: string): Result<string, RidetProblem> => {
  const digits = compact(raw);
  return /^\d{9,10}$/.test(digits) ? accept(digits) : refuse('ridet-form');
};
