import { isUbl, type Judged } from '../rule.js';
import { bare } from '../white-space.js';
import type { TaxElsewhere, WrittenFile } from '../written-file.js';

/** How often a category is used. */
export interface Uses {
  readonly lines: number;
  /** Of the document, and those of lines and prices. */
  readonly allowances: number;
  readonly charges: number;
  /** Of allowances or charges that do not say which of the two they are. */
  readonly unclear: number;
  readonly breakdowns: number;
  /** Where it is none of these: in a breakdown that is not the document's, say. */
  readonly elsewhere: number;
}

/** By the scheme of the tax as well as by its letter. */
export const usesOfVat = (judged: Judged, category: string): Uses => {
  const { vatLineCount, vatAllowanceCount, vatChargeCount } = judged.sums.ofCategory(category);
  return withElsewhere(judged, ({ category: code, isVat }) => isVat && code === category, {
    lines: vatLineCount,
    allowances: vatAllowanceCount,
    charges: vatChargeCount,
    unclear: 0,
    breakdowns: breakdownsOf(judged, category, true),
    elsewhere: 0,
  });
};

/** By the letter alone, whatever the tax. */
export const usesByLetter = (judged: Judged, category: string): Uses => {
  const { lineCount, allowanceCount, chargeCount } = judged.sums.ofCategory(category);
  return withElsewhere(judged, ({ category: code }) => code === category, {
    lines: lineCount,
    allowances: allowanceCount,
    charges: chargeCount,
    unclear: 0,
    breakdowns: breakdownsOf(judged, category, false),
    elsewhere: 0,
  });
};

const breakdownsOf = (
  { invoice: { vatBreakdown }, file, context }: Judged,
  category: string,
  ofVatOnly: boolean,
): number => {
  let count = 0;
  for (let index = 0; index < vatBreakdown.length; index++) {
    const path = `vatBreakdown[${index}]`;
    if (vatBreakdown[index]?.category !== category || (ofVatOnly && !file.isVat(path))) continue;
    // UBL counts the categories, and a breakdown may hold it twice.
    count += isUbl(context) ? 1 + repeatedIn(file, `${path}.category`, category) : 1;
  }
  return count;
};

const repeatedIn = (file: WrittenFile, path: string, category: string): number =>
  file.repeated(path).filter((text) => bare(text) === category).length;

const withElsewhere = (
  { file: { taxesElsewhere } }: Judged,
  isMeant: (tax: TaxElsewhere) => boolean,
  uses: Uses,
): Uses => {
  if (taxesElsewhere.length === 0) return uses;
  const count = (...kinds: readonly TaxElsewhere['of'][]): number =>
    taxesElsewhere.filter((tax) => kinds.includes(tax.of) && isMeant(tax)).length;
  return {
    lines: uses.lines + count('line'),
    allowances: uses.allowances + count('allowance'),
    charges: uses.charges + count('charge'),
    unclear: count('unclear'),
    breakdowns: uses.breakdowns,
    elsewhere: count('breakdown', 'elsewhere'),
  };
};
