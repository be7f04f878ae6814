import { accept, type Result, refuse } from '../../result/result.js';
import { isCountry } from './country.js';
import { unionVatRules } from './union-vat-rules.js';

export type OutsideUnionProblem = 'outside-union-form' | 'outside-union-country';

/**
 * HORS_UE: the country's code, then the first 16 characters of the firm's name. Wallis-et-Futuna is meant too; countries
 * of the Union, France and its other territories have identifiers of their own.
 */
export const parseOutsideUnion = (raw: string): Result<string, OutsideUnionProblem> => {
  const text = raw.trim().replaceAll(/\s+/g, ' ').toUpperCase();
  if (!/^[A-Z]{2}\S.{0,15}$/u.test(text)) return refuse('outside-union-form');
  return isOutsideUnion(text.slice(0, 2)) ? accept(text) : refuse('outside-union-country');
};

/** The identifier that a firm gets from its country and name. */
export const outsideUnionIdentifier = (country: string, name: string): string =>
  `${country}${name.trim().replaceAll(/\s+/g, ' ').slice(0, 16)}`.toUpperCase().trim();

const isOutsideUnion = (country: string): boolean =>
  isCountry(country) && !withOwnIdentifiers.has(country) && !(country in unionVatRules);

/** France and what has SIRET, RIDET or TAHITI; Greece by the code that its VAT numbers do not bear. */
const withOwnIdentifiers: ReadonlySet<string> = new Set([
  'FR',
  'GP',
  'MQ',
  'GF',
  'RE',
  'YT',
  'PM',
  'BL',
  'MF',
  'NC',
  'PF',
  'GR',
]);
