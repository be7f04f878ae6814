import { Decimal } from '@parvis/domain/amount/decimal';
import type { Language } from '@parvis/domain/display/language';
import { unitLabel } from '@parvis/domain/invoice/units';
import type { Pen } from './readable-page.js';

/** Units that people do not say: « 40 », not « 40 unités ». */
const unsaid: ReadonlySet<string> = new Set(['C62', 'EA', 'H87', 'NAR', 'XPP', 'ZZ']);

/** « 6,5 heures », « 1 mois », « 40 ». */
export const quantityText = (pen: Pen, quantity: Decimal, unit: string | undefined): string => {
  const count = pen.number(quantity);
  if (unit === undefined || unit === '' || unsaid.has(unit)) return count;
  const label = unitLabel(unit, pen.language);
  return `${count} ${label !== unit && isPlural(pen.language, quantity) ? plural(pen.language, label) : label}`;
};

const isPlural = (language: Language, quantity: Decimal): boolean => {
  const size = quantity.absolute();
  return language === 'fr' ? !size.isLessThan(Decimal.of(2)) : !size.equals(Decimal.of(1));
};

/** French agrees word by word, English at the end. */
const plural = (language: Language, label: string): string => {
  if (label.startsWith('p') && label.endsWith(' cent')) return label;
  if (language === 'en') return /(x|ch)$/.test(label) ? `${label}es` : `${label}s`;
  return label
    .split(' ')
    .map((word) => (/[sxz]$/.test(word) ? word : `${word}s`))
    .join(' ');
};
