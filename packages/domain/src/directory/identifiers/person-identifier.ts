import { accept, type Result, refuse } from '../../result/result.js';

export type PersonIdentifierProblem = 'person-birth' | 'person-names';

/**
 * PARTICULIER: sex (1 or 2; 3, 4, 7 and 8 while a registration is under way), year and month of birth (two digits each;
 * months above 12 where the month is not known), place of birth (five signs, 2A and 2B in Corsica), then up to 35
 * characters of surname and 35 of first name, without spaces.
 */
export const parsePersonIdentifier = (raw: string): Result<string, PersonIdentifierProblem> => {
  const text = raw.replaceAll(/\s/g, '').toUpperCase();
  if (!/^[123478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{3}/.test(text))
    return refuse('person-birth');
  return /^\p{L}[\p{L}'’-]{0,69}$/u.test(text.slice(BIRTH)) ? accept(text) : refuse('person-names');
};

const BIRTH = 10;
