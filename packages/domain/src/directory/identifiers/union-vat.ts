import { accept, type Result, refuse } from '../../result/result.js';
import { compact } from './check-digits.js';
import { unionVatRules } from './union-vat-rules.js';

export type UnionVatProblem = 'vat-country' | 'vat-form' | 'vat-check-digit';

/** UE_HORS_FRANCE: a VAT number of the Union but France, with its prefix. Greece is EL; GR is taken for it. */
export const parseUnionVat = (raw: string): Result<string, UnionVatProblem> => {
  const number = compact(raw).replace(/^GR/, 'EL');
  const rule = unionVatRules[number.slice(0, 2)];
  if (!rule) return refuse('vat-country');
  const rest = number.slice(2);
  if (!rule.form.test(rest)) return refuse('vat-form');
  return rule.check?.(rest) === false ? refuse('vat-check-digit') : accept(number);
};

/** How the VAT numbers of this prefix look; undefined for a prefix that is none of the Union's. */
export const unionVatExample = (raw: string): string | undefined =>
  unionVatRules[compact(raw).replace(/^GR/, 'EL').slice(0, 2)]?.example;
