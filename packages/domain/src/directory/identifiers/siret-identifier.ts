import { accept, type Result, refuse } from '../../result/result.js';
import { parseSiret, type Siret } from '../siret.js';
import { compact } from './check-digits.js';

export type SiretProblem = 'siret-length' | 'siret-check-digit';

/** As typed into a form: tells a SIRET of the wrong length from one with a digit mistyped. */
export const parseTypedSiret = (raw: string): Result<Siret, SiretProblem> => {
  const digits = compact(raw);
  if (!/^\d{14}$/.test(digits)) return refuse('siret-length');
  const siret = parseSiret(digits);
  return siret.ok ? accept(siret.value) : refuse('siret-check-digit');
};
