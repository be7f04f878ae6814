import { accept, type Result, refuse } from '../../result/result.js';
import type { Siren } from '../siret.js';
import { compact } from './check-digits.js';
import { parseSiren } from './siren.js';

export type FrenchVatProblem = 'french-vat-form' | 'french-vat-key';

/** The VAT number that follows from a SIREN: a key of two digits before it (CGI ann. IV, art. 112-0). */
export const frenchVatOf = (siren: Siren): string => {
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return `FR${String(key).padStart(2, '0')}${siren}`;
};

/** FR, a key of two signs and the SIREN. Keys with letters have no published sum: their SIREN alone is checked. */
export const parseFrenchVat = (raw: string): Result<string, FrenchVatProblem> => {
  const number = compact(raw);
  if (!/^FR[0-9A-HJ-NP-Z]{2}\d{9}$/.test(number)) return refuse('french-vat-form');
  const siren = parseSiren(number.slice(4));
  if (!siren.ok) return refuse('french-vat-key');
  const hasDigits = /^FR\d{2}/.test(number);
  return hasDigits && number !== frenchVatOf(siren.value) ? refuse('french-vat-key') : accept(number);
};
