import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv.js';

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Buffer.from(text, encoding);

const cellsOf = (bytes: Uint8Array): readonly (readonly string[])[] => {
  const reading = readCsv(bytes);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.table.rows.map(({ cells }) => cells);
};

const problemOf = (bytes: Uint8Array): unknown => {
  const reading = readCsv(bytes);
  return reading.ok ? undefined : { problem: reading.problem, line: reading.line };
};

describe('a CSV file', () => {
  it.each([
    ['semicolons', 'a;b\r\n1;2\r\n'],
    ['commas', 'a,b\n1,2'],
    ['tabs', 'a\tb\r1\t2\r'],
    ['Excel’s own first line', 'sep=|\r\na|b\r\n1|2\r\n'],
  ])('may hold %s', (_, text) => {
    expect(cellsOf(bytesOf(text))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('takes the separator of the first row, not the commas of amounts and of quoted names', () => {
    expect(cellsOf(bytesOf('code;"nom, sigle, adresse";montant\nA1;"x, y";1200,00'))).toEqual([
      ['code', 'nom, sigle, adresse', 'montant'],
      ['A1', 'x, y', '1200,00'],
    ]);
  });

  it.each([
    ['UTF-8', bytesOf('é;œ€')],
    ['UTF-8 with its mark', bytesOf('\u{FEFF}é;œ€')],
    ['windows-1252', Uint8Array.from([0xe9, 0x3b, 0x9c, 0x80])],
    ['UTF-16', bytesOf('\u{FEFF}é;œ€', 'utf16le')],
  ])('is read in %s', (_, bytes) => {
    expect(cellsOf(bytes)).toEqual([['é', 'œ€']]);
  });

  it('keeps zeros, quotes, line ends and separators inside quotes, and counts lines', () => {
    const reading = readCsv(
      bytesOf('code;nom\r\n00123;"dit ""Le\r\nGrand"" ; fin"\r\n\r\n;;\r\n7;5" de large\r\n'),
    );
    expect(reading.ok && reading.table.rows).toEqual([
      { line: 1, cells: ['code', 'nom'] },
      { line: 2, cells: ['00123', 'dit "Le\r\nGrand" ; fin'] },
      { line: 6, cells: ['7', '5" de large'] },
    ]);
  });

  it('tells where a quote was never closed', () => {
    expect(problemOf(bytesOf('a;b\n1;"2\n3;4'))).toEqual({ problem: 'unclosed-quote', line: 2 });
  });

  it('is empty with nothing but separators, and no table with zeros in it', () => {
    expect(problemOf(bytesOf(';;\n;\n'))).toMatchObject({ problem: 'empty' });
    expect(problemOf(bytesOf('a\0b'))).toMatchObject({ problem: 'not-a-table' });
  });

  it('has its limits', () => {
    expect(problemOf(bytesOf('x\n'.repeat(50_002)))).toEqual({ problem: 'too-many-rows', line: 50_002 });
    expect(problemOf(bytesOf(`a\n${'x;'.repeat(5_000)}`.replace('a', 'a;b')))).toMatchObject({
      problem: 'too-many-columns',
    });
    expect(cellsOf(bytesOf(`a${';'.repeat(5_000)}`))).toEqual([['a']]);
    const row = `${Array(90).fill('x'.repeat(5_000)).join(';')}\n`;
    expect(problemOf(bytesOf(row.repeat(200)))).toMatchObject({ problem: 'too-large' });
  });
});
