import { accept, type Result, refuse } from '../result/result.js';

declare const brand: unique symbol;

/** SIRET: the 14-digit identifier of one establishment (INSEE). Made only by `parseSiret`. */
export type Siret = string & { readonly [brand]: 'Siret' };

/** SIREN: the 9-digit identifier of a legal unit (INSEE): the first nine digits of its SIRETs. */
export type Siren = string & { readonly [brand]: 'Siren' };

const LA_POSTE_SIREN = '356000000';

export const parseSiret = (raw: string): Result<Siret, 'siret-malformed'> => {
  const digits = raw.replaceAll(/\s/g, '');
  if (!/^\d{14}$/.test(digits)) return refuse('siret-malformed');
  // La Poste numbers its branches outside Luhn: their digits add up to a multiple of 5 (INSEE).
  const isPostalBranch = digits.startsWith(LA_POSTE_SIREN) && digitSum(digits) % 5 === 0;
  return isPostalBranch || luhnSum(digits) % 10 === 0 ? accept(digits as Siret) : refuse('siret-malformed');
};

export const sirenOf = (siret: Siret): Siren => siret.slice(0, 9) as Siren;

const digitSum = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0);

/** The sum of the Luhn algorithm: every second digit from the right counts double, its digits added. */
export const luhnSum = (digits: string): number => {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight++) {
    const weighted = Number(digits[digits.length - 1 - fromRight]) * (fromRight % 2 === 0 ? 1 : 2);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum;
};
