import type { Decimal } from '@parvis/domain/amount/decimal';

/** Text of pages as one searches it: forms of one sign made the same, marks that show nothing left out. */
export const searchable = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/[’‘´`]/g, "'")
    .replaceAll(/\s+/g, ' ');

/**
 * Whether an amount stands in a text in any usual form: 1 234,56 · 1,234.56 · 1.234,56 · 1'234.56 · 1234.56, whole
 * amounts without cents too. Its sign is not looked at: credit notes are written with and without.
 */
export const holdsAmount = (text: string, amount: Decimal): boolean => {
  const [whole = '0', cents = ''] = amount.absolute().rounded(2).toString().split('.');
  const groups = whole.replaceAll(/\B(?=(\d{3})+$)/g, "[ .,']?");
  const fraction = cents.replace(/0+$/, '');
  const ending =
    fraction === ''
      ? '(?: ?[.,] ?(?:0{1,2}|0{4}|-{1,2}))?'
      : ` ?[.,] ?${fraction}${'0?'.repeat(2 - fraction.length)}(?:00)?`;
  return new RegExp(`(?<!\\d|\\d[.,'])${groups}${ending}(?!\\d|[.,']\\d)`).test(text);
};

/** Whether a reference stands in a text, whatever stands between its letters and figures. */
export const holdsReference = (text: string, reference: string): boolean => {
  const sought = words(searchable(reference));
  if (sought === '') return true;
  const shown = words(text);
  if (` ${shown} `.includes(` ${sought} `)) return true;
  const joined = sought.replaceAll(' ', '');
  return joined.length >= longEnough && shown.replaceAll(' ', '').includes(joined);
};

/** A reference this long stands nowhere by chance. */
const longEnough = 5;

/** Letters and figures only, all else as single spaces. */
const words = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
