import type { Judged } from '../rule.js';

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
export const usesOfVat = ({ invoice, sums, file }: Judged, category: string): Uses => {
  const { vatLineCount, vatAllowanceCount, vatChargeCount } = sums.ofCategory(category);
  const others = elsewhere(
    file.taxesElsewhere.filter(({ isVat }) => isVat),
    category,
  );
  return {
    lines: vatLineCount + others.line,
    allowances: vatAllowanceCount + others.allowance,
    charges: vatChargeCount + others.charge,
    breakdowns: invoice.vatBreakdown.filter(
      (breakdown, index) => breakdown.category === category && file.isVat(`vatBreakdown[${index}]`),
    ).length,
    unclear: others.unclear,
    elsewhere: others.breakdown + others.elsewhere,
  };
};

/** By the letter alone, whatever the tax. */
export const usesByLetter = ({ invoice, sums, file }: Judged, category: string): Uses => {
  const { lineCount, allowanceCount, chargeCount } = sums.ofCategory(category);
  const others = elsewhere(file.taxesElsewhere, category);
  return {
    lines: lineCount + others.line,
    allowances: allowanceCount + others.allowance,
    charges: chargeCount + others.charge,
    breakdowns: invoice.vatBreakdown.filter((breakdown) => breakdown.category === category).length,
    unclear: others.unclear,
    elsewhere: others.breakdown + others.elsewhere,
  };
};

const elsewhere = (taxes: Judged['file']['taxesElsewhere'], category: string) => {
  const counts = { line: 0, allowance: 0, charge: 0, unclear: 0, breakdown: 0, elsewhere: 0 };
  for (const tax of taxes) if (tax.category === category) counts[tax.of] += 1;
  return counts;
};
