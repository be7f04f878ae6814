import { accept, type Result, refuse } from '../../result/result.js';
import { compact } from './check-digits.js';
import { isCountry } from './country.js';

export type BicProblem = 'bic-form' | 'bic-country';

/** ISO 9362: a bank of four letters, its country, its place, and a branch of three signs or none. No check digit. */
export const parseBic = (raw: string): Result<string, BicProblem> => {
  const bic = compact(raw);
  if (!/^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(bic)) return refuse('bic-form');
  const country = bic.slice(4, 6);
  return isCountry(country) || country === 'XK' ? accept(bic) : refuse('bic-country');
};
