import type { WrittenCell, WrittenTable } from '@parvis/domain/tables/table';
import { guarded } from './formula-guard.js';

const piecesBytes = 32_768;

/**
 * Writes CSV so that a double click opens it right: with its byte order mark, and the separator and decimal mark of the
 * spreadsheet of that language. No text becomes a formula.
 */
export async function* writeCsv({ language, columns, rows }: WrittenTable): AsyncGenerator<Uint8Array> {
  const separator = language === 'fr' ? ';' : ',';
  const line = (cells: readonly WrittenCell[]): string =>
    `${cells.map((cell) => quoted(cellText(cell, language), separator)).join(separator)}\r\n`;
  let text = `\u{FEFF}${line(columns.map(({ header }) => header))}`;
  for await (const cells of rows) {
    text += line(cells);
    if (text.length < piecesBytes) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

const cellText = (cell: WrittenCell, language: 'fr' | 'en'): string => {
  if (cell === null) return '';
  if (typeof cell === 'string') return guarded(cell);
  if ('decimal' in cell) return language === 'fr' ? cell.decimal.replace('.', ',') : cell.decimal;
  const [year, month, day] = cell.day.split('-');
  return language === 'fr' ? `${day}/${month}/${year}` : cell.day;
};

const quoted = (text: string, separator: string): string =>
  /["\r\n]/.test(text) || text.includes(separator) || text !== text.trim()
    ? `"${text.replaceAll('"', '""')}"`
    : text;
