import { accept, type Result, refuse } from '../../result/result.js';

export type OtherIdentifierProblem = 'other-identifier-form';

/** AUTRE: whatever stands in for an identifier, as for a firm that is being registered; 1 to 80 characters, in one line. */
export const parseOtherIdentifier = (raw: string): Result<string, OtherIdentifierProblem> => {
  const text = raw.trim().replaceAll(/\s+/g, ' ');
  return /^[^\p{Cc}]{1,80}$/u.test(text) ? accept(text) : refuse('other-identifier-form');
};
