import type { TableFormat, WrittenCell, WrittenTable } from '@parvis/domain/tables/table';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../testing/zip-of.js';
import { readTable } from './read-table.js';
import { openZip } from './read-zip.js';
import { writeTable } from './write-table.js';

const hostile = [
  '=1+1',
  '+33 1',
  '-cmd',
  '@SUM(A1)',
  '\t=1',
  '＝1',
  "'=1",
  "''+",
  "l'eau",
  '<&>"',
  'a;b,c',
  'x\r\ny',
  '00123',
];

const tableOf = (rows: readonly (readonly WrittenCell[])[], language: 'fr' | 'en' = 'fr'): WrittenTable => ({
  name: 'Services : [essai]/2026',
  language,
  columns: [
    { header: 'Code', kind: 'text' },
    { header: 'Montant', kind: 'amount' },
    { header: 'Jour', kind: 'day' },
  ],
  rows: (async function* () {
    yield* rows;
  })(),
});

const written = (format: TableFormat, rows: readonly (readonly WrittenCell[])[], language?: 'fr' | 'en') =>
  bytesOf(writeTable(format, tableOf(rows, language)));

describe('writing a table', () => {
  it.each(['csv', 'xlsx'] as const)('gives back in %s every text as it was', async (format) => {
    const bytes = await written(
      format,
      hostile.map((text) => [text, null, null]),
    );
    const reading = readTable(bytes);
    expect(reading.ok && reading.table.rows.map(({ cells }) => cells[0])).toEqual([
      'Code',
      ...hostile.map((text) => text.trim()),
    ]);
  });

  it('writes amounts and days as the spreadsheet of the language expects them', async () => {
    const row = [['A', { decimal: '-1200.50' }, { day: '2026-03-14' }]] as const;
    const french = await written('csv', row);
    expect(Buffer.from(french).toString()).toBe('\u{FEFF}Code;Montant;Jour\r\nA;-1200,50;14/03/2026\r\n');
    const english = await written('csv', row, 'en');
    expect(Buffer.from(english).toString()).toContain('A,-1200.50,2026-03-14');
    const reading = readTable(await written('xlsx', row));
    expect(reading.ok && reading.table.rows[1]?.cells).toEqual(['A', '-1200.5', '2026-03-14']);
  });

  it('leaves no formula in a CSV file for a spreadsheet to work out', async () => {
    const text = Buffer.from(
      await written(
        'csv',
        hostile.map((cell) => [cell]),
      ),
    ).toString();
    const starts = text.split('\r\n').map((line) => line.replace(/^"/, '')[0]);
    expect(starts.filter((start) => ['=', '+', '-', '@', '\t', '＝'].includes(start ?? ''))).toEqual([]);
  });

  it('leaves no formula in a workbook, and no character that XML cannot hold', async () => {
    const bytes = await written('xlsx', [['=1+1\u{1}\u{FFFF}\u{D800}', null, null]]);
    const sheet = new TextDecoder().decode(openZip(bytes, 1_000_000).read('xl/worksheets/sheet1.xml'));
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('>=1+1<');
  });

  it('writes ten thousand rows piece by piece', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, index) => [`S-${index}`, { decimal: '1.00' }, null] as const,
    );
    const reading = readTable(await written('xlsx', rows));
    expect(reading.ok && reading.table.rows.length).toBe(10_001);
  });

  it('fails when its rows do', async () => {
    const rows = (async function* () {
      yield ['A'];
      throw new Error('the database went away');
    })();
    await expect(bytesOf(writeTable('xlsx', { ...tableOf([]), rows }))).rejects.toThrow('went away');
  });
});
