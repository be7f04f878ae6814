import { accept, type Result, refuse } from '../../result/result.js';
import { luhnSum, type Siren } from '../siret.js';
import { compact } from './check-digits.js';

export type SirenProblem = 'siren-length' | 'siren-check-digit';

/** SIREN: nine digits, the last one by Luhn (INSEE). */
export const parseSiren = (raw: string): Result<Siren, SirenProblem> => {
  const digits = compact(raw);
  if (!/^\d{9}$/.test(digits)) return refuse('siren-length');
  return luhnSum(digits) % 10 === 0 ? accept(digits as Siren) : refuse('siren-check-digit');
};
