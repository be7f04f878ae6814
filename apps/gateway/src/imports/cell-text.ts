import { formatNumber } from '@parvis/domain/display/format';
import type { Language } from '@parvis/domain/display/language';
import type { WrittenCell } from '@parvis/domain/tables/table';

/** A cell as people of that language write it. */
export const cellText = (cell: WrittenCell, language: Language): string => {
  if (cell === null) return '';
  // Written once in French for comparing; the words for yes and no are the only ones that differ.
  if (typeof cell === 'string') return language === 'en' ? (yesNo[cell] ?? cell) : cell;
  if ('decimal' in cell) return formatNumber(cell.decimal, language, 2);
  const [year, month, day] = cell.day.split('-');
  return language === 'fr' ? `${day}/${month}/${year}` : cell.day;
};

const yesNo: Readonly<Record<string, string>> = { oui: 'yes', non: 'no' };
