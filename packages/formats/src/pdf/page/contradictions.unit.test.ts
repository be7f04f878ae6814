import { Decimal } from '@parvis/domain/amount/decimal';
import { anInvoice } from '@parvis/domain/testing/invoice-builder';
import { describe, expect, it } from 'vitest';
import { readInvoice } from '../../read-invoice.js';
import { writeCii } from '../../write/write-cii.js';
import { PdfObjects } from '../../write-pdf/pdf-objects.js';
import { writeFacturX } from '../../write-pdf/write-factur-x.js';
import { PdfFile } from '../pdf-file.js';
import { contradictionFaults } from './contradictions.js';
import { holdsAmount, holdsReference, searchable } from './sought-values.js';

const words =
  'Papeterie du Bocage facture le Centre hospitalier de Valmont pour dix ramettes de papier A4 livrées le 28 février au quai 3 sans aucun retard';

const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** A file of one page in a font without a program, as old programs write them. */
const pageWith = (
  content: string,
  fontOf: string | ((meanings: string) => string) = helvetica,
  meanings = '',
): PdfFile => {
  const objects = new PdfObjects();
  const font = typeof fontOf === 'string' ? fontOf : fontOf(objects.addStream('', Buffer.from(meanings)));
  const tree = objects.reserve();
  const stream = objects.addStream('', Buffer.from(content, 'latin1'));
  const page = objects.add(
    `<< /Type /Page /Parent ${tree} /Resources << /Font << /F1 ${objects.add(font)} >> >> /Contents ${stream} >>`,
  );
  objects.put(tree, `<< /Type /Pages /Kids [${page}] /Count 1 >>`);
  return new PdfFile(objects.file(objects.add(`<< /Type /Catalog /Pages ${tree} >>`), objects.add('<< >>')));
};

const shown = (text: string): string => `BT /F1 10 Tf 50 700 Td (${text}) Tj ET`;
const foundIn = (file: PdfFile): readonly string[] =>
  contradictionFaults(file, anInvoice()).map(({ values }) => values?.found ?? '');

describe('a page that shows another invoice than the data', () => {
  it('is told, with what was looked for', async () => {
    const page = pageWith(shown(`${words} F-2026-0099 total 999,00`));
    expect(contradictionFaults(page, anInvoice())).toMatchObject([
      {
        rule: 'PV-READ-PDF-CONTRADICTS',
        severity: 'warning',
        terms: ['BT-1', 'BT-112', 'BT-115'],
        values: { found: 'F-2026-0042, 120.00' },
      },
    ]);
    const other = anInvoice({ totals: { due: Decimal.of('75.00') }, number: 'F-2026-0043' });
    const bytes = await writeFacturX(other, { language: 'fr', xml: writeCii(anInvoice()).xml });
    const { faults } = await readInvoice(bytes, 'facture.pdf');
    expect(faults.map(({ rule }) => rule)).toContain('PV-READ-PDF-CONTRADICTS');
  });

  it('is told of the number or of the amount alone', () => {
    expect(foundIn(pageWith(shown(`${words} F-2026-0042 total 1.120,00`)))).toEqual(['120.00']);
    expect(foundIn(pageWith(shown(`${words} F-2026-0043 total 120,00`)))).toEqual(['F-2026-0042']);
  });
});

describe('a page that agrees', () => {
  it.each([
    ['one piece', shown(`${words} F-2026-0042 total 120,00`)],
    [
      'letters placed one by one',
      `${shown(`${words} F-2026-0042`)} BT /F1 10 Tf 1 0 0 1 50 90 Tm (1) Tj 1 0 0 1 55 90 Tm (2) Tj 1 0 0 1 60 90 Tm (0,00) Tj ET`,
    ],
    [
      'kerning',
      `${shown(words)} BT /F1 10 Tf 50 90 Td [(F-20) 12 (26-00) -8 (42)] TJ 0 -20 Td (120.00) Tj ET`,
    ],
    [
      'columns side by side',
      `${shown(`${words} F-2026-0042`)} BT /F1 10 Tf 50 90 Td (10) Tj 90 0 Td (120,00) Tj ET`,
    ],
    ['an image between', `${shown(words)} BI /W 1 /H 1 ID \xff\x00( EI ${shown('F-2026-0042 120,00')}`],
  ])('gives no fault: %s', (_, content) => {
    expect(foundIn(pageWith(content))).toEqual([]);
  });
});

describe('a page that cannot be made out', () => {
  it.each([
    ['a scan with a stamp on it', pageWith(shown('Copie certifiée'))],
    [
      'a font that keeps its encoding to itself',
      pageWith(
        shown(`${words} ${words}`),
        '<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor << /Type /FontDescriptor /Flags 4 >> >>',
      ),
    ],
    ['a font nobody defines', pageWith(shown(`${words} 1`).replace('/F1', '/F9'))],
  ])('gives no fault: %s', (_, file) => {
    expect(foundIn(file)).toEqual([]);
  });

  it('gives no fault where it would cost too much', () => {
    expect(foundIn(pageWith(`${shown(`${words} 1`)}${' '.repeat(9_000_000)}`))).toEqual([]);
    expect(foundIn(pageWith(`${shown(`${words} 1`)} ${'0 g '.repeat(600_000)}`))).toEqual([]);
    expect(foundIn(pageWith(`${shown(`${words} 1`)} ${'/X Do '.repeat(6_000)}`))).toEqual([]);
  });

  it('gives no fault where a font is made to swell the text or to take forever', () => {
    const fontOf = (map: string): string => `<< /Type /Font /Subtype /Type1 /ToUnicode ${map} >>`;
    const swelling = `1 beginbfchar <61> <${'0041'.repeat(50_000)}> endbfchar`;
    const endless = '1 beginbfrange <0000> <FFFF> <0041> endbfrange '.repeat(5_000);
    for (const map of [swelling, endless])
      expect(foundIn(pageWith(shown('a'.repeat(500_000)), fontOf, map))).toEqual([]);
  });
});

describe('an amount', () => {
  it.each([
    '1 234,56',
    '1\u202F234,56 €',
    '1.234,56',
    '1,234.56',
    "1'234.56",
    '1’234.56',
    '1234,56',
    '-1234.56',
    'EUR1234.56',
    'Total:1 234,5600',
  ])('is found as %s', (text) => {
    expect(holdsAmount(searchable(text), Decimal.of('1234.56'))).toBe(true);
  });

  it.each(['11 234,56', '1234,567', '234,56', '1 234,5', '1234', '1.234.560'])(
    'is not found as %s',
    (text) => {
      expect(holdsAmount(searchable(text), Decimal.of('1234.56'))).toBe(false);
    },
  );

  it('needs no cents where it has none', () => {
    expect(holdsAmount('1.200.000', Decimal.of('1200.00'))).toBe(false);
    for (const text of ['1200', '1 200,00', '1.200,-', '1,200.0'])
      expect(holdsAmount(text, Decimal.of('1200.00'))).toBe(true);
    expect(holdsAmount('12000', Decimal.of('1200.00'))).toBe(false);
  });
});

describe('a reference', () => {
  it('is found whatever stands between its signs, and not within another short one', () => {
    expect(holdsReference('Facture n° F 2026 / 0042 du', 'F-2026-0042')).toBe(true);
    expect(holdsReference('facture f-2026-0042', 'F-2026-0042')).toBe(true);
    expect(holdsReference('Facture 1234', '123')).toBe(false);
    expect(holdsReference('Facture 123.', '123')).toBe(true);
  });
});
