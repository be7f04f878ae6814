import { accept, type Result, refuse } from '../../result/result.js';
import { compact } from './check-digits.js';
import { type FrenchVatProblem, parseFrenchVat } from './french-vat.js';
import { parseUnionVat, type UnionVatProblem } from './union-vat.js';
import { unionVatRules } from './union-vat-rules.js';

export type VatIdentifierProblem = FrenchVatProblem | UnionVatProblem;

/** A VAT number of anywhere: by its country's rule in the Union; two letters and 2 to 16 signs elsewhere. */
export const parseVatIdentifier = (raw: string): Result<string, VatIdentifierProblem> => {
  const number = compact(raw);
  const prefix = number.slice(0, 2);
  if (prefix === 'FR') return parseFrenchVat(number);
  if (prefix === 'GR' || prefix in unionVatRules) return parseUnionVat(number);
  return /^[A-Z]{2}[A-Z0-9]{2,16}$/.test(number) ? accept(number) : refuse('vat-form');
};
