import type { FaultChoice } from '../../fault.js';
import type { CodeList } from './code-list.js';

/** The code that was meant, where only its case or the white space around it is wrong. */
export const withoutDoubt = (list: CodeList, code: string): string | undefined => {
  const bare = code.trim();
  return [bare, bare.toUpperCase(), bare.toLowerCase()].find((meant) => meant !== code && list.has(meant));
};

/** Codes people confuse with others. */
const confused: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

const FEW = 20;

/** All codes of a short list; of a long one the code that is often meant. */
export const choicesFor = (list: CodeList, code: string): readonly FaultChoice[] => {
  const meant = confused[code.trim().toUpperCase()];
  const codes = list.codes();
  const offered =
    codes.length <= FEW ? codes : codes.filter((each) => each === meant || each === withoutDoubt(list, code));
  return offered.map((value) => ({ value, label: value }));
};
