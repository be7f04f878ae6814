import { describe, expect, it } from 'vitest';
import { Decimal } from '../../amount/decimal.js';
import type { Invoice } from '../../invoice/invoice.js';
import { aLine } from '../../testing/invoice-builder.js';
import { aReformInvoice } from '../../testing/reform-invoice.js';
import { noEvidence } from '../evidence.js';
import type { Extension, LineExtension } from '../extension.js';
import { judge } from '../judge.js';
import type { Syntax } from '../rule.js';
import { franceAsPublished } from './france.js';

const dec = Decimal.of;

const numbered = (value: string) => ({ typeCode: '130', scheme: 'AFL', value });
const framed = (value: string) => ({ typeCode: '130', scheme: 'AVV', value });

const group = (number: string, siren: string, vat: string, change: Partial<LineExtension> = {}) => ({
  subType: 'GROUP',
  seller: { name: 'Vendeur', legalRegistration: siren, country: 'FR' },
  objects: [numbered(number), framed('S1')],
  vatTotals: [{ currency: 'EUR', amount: vat }],
  exemption: {},
  precedingInvoices: [],
  ...change,
});

const detail = (number: string, siren: string, parent: string, change: Partial<LineExtension> = {}) => ({
  subType: 'DETAIL',
  parent,
  seller: { legalRegistration: siren },
  objects: [numbered(number)],
  vatTotals: [],
  exemption: { reason: `#${number}#` },
  precedingInvoices: [],
  ...change,
});

/** Two sellers' invoices in one: 60,00 € of the main seller and 40,00 € of another, each under its group. */
const invoice = (change: Partial<Invoice> = {}): Invoice =>
  aReformInvoice({
    businessProcess: 'S8',
    lines: [
      aLine({ id: '1', netAmount: dec('60.00') }),
      aLine({ id: '2', netAmount: dec('60.00') }),
      aLine({ id: '3', netAmount: dec('40.00') }),
      aLine({ id: '4', netAmount: dec('40.00') }),
    ],
    vatBreakdown: [
      { taxAmount: dec('12.00'), category: 'S', rate: dec('20'), exemptionReason: '#F-2026-0042#' },
      { taxAmount: dec('8.00'), category: 'S', rate: dec('20'), exemptionReason: '#G7#' },
    ],
    ...change,
  });

const linesAsTheyShould: readonly LineExtension[] = [
  group('F-2026-0042', '000000125', '12.00', { taxInclusive: '72.00' }),
  detail('F-2026-0042', '000000125', '1'),
  group('G7', '000000349', '8.00'),
  detail('G7', '000000349', '3'),
];

const where = (index: number, change: Partial<LineExtension>): readonly LineExtension[] =>
  linesAsTheyShould.map((line, at) => (at === index ? { ...line, ...change } : line));

const found = (
  lines: readonly LineExtension[],
  change: Partial<Invoice> = {},
  syntax: Syntax = 'cii',
): string[] => {
  const extension: Extension = {
    lines,
    serviceCharges: [],
    adjustments: [],
    allowances: [],
    charges: [],
    precedingTypes: [],
  };
  const evidence = {
    ...noEvidence,
    extension,
  };
  return judge(invoice(change), { syntax, evidence }, [franceAsPublished]).map(
    ({ rule, path }) => `${rule} ${path}`,
  );
};

describe('invoices that hold invoices', () => {
  it('are accepted when their groups add up and say whose they are', () => {
    expect(found(linesAsTheyShould)).toEqual([]);
    expect(found(linesAsTheyShould, {}, 'ubl-invoice')).toEqual([]);
  });

  it.each<[string, readonly LineExtension[], string, Partial<Invoice>?, Syntax?]>([
    ['an empty kind', where(1, { subType: '' }), 'BR-FR-MV-01 lines[1]'],
    [
      'a group without its seller',
      where(2, { seller: { legalRegistration: '000000349' } }),
      'BR-FR-MV-03 lines[2]',
    ],
    ['a group without its VAT', where(2, { vatTotals: [] }), 'BR-FR-MV-03 lines[2]'],
    [
      'a group framed as several sellers',
      where(2, { objects: [numbered('G7'), framed('S8')] }),
      'BR-FR-MV-03 lines[2]',
    ],
    [
      'a sum that is not',
      linesAsTheyShould,
      'BR-FR-MV-05 lines[0]',
      { lines: invoice().lines.map((line, at) => (at === 1 ? { ...line, netAmount: dec('59.98') } : line)) },
    ],
    [
      'a line of another seller',
      where(1, { seller: { legalRegistration: '000000349' } }),
      'BR-FR-MV-06 lines[1]',
    ],
    ['a line of another invoice', where(3, { objects: [numbered('G8')] }), 'BR-FR-MV-07 lines[3]'],
    ['a reason without the number', where(3, { exemption: {} }), 'BR-FR-MV-08 lines[3]'],
    [
      'VAT that its breakdowns do not make',
      where(2, { vatTotals: [{ currency: 'EUR', amount: '8.02' }] }),
      'BR-FR-MV-09 lines[2]',
    ],
    ['a total that is not', where(0, { taxInclusive: '72.02' }), 'BR-FR-MV-10 lines[0]'],
    ['a main seller without the number', linesAsTheyShould, 'BR-FR-MV-11 lines', { number: 'F-1' }],
    [
      'one number twice',
      [...linesAsTheyShould.slice(0, 2), ...linesAsTheyShould.slice(0, 2)],
      'BR-FR-MV-12 lines',
    ],
    ['a correction of nothing', linesAsTheyShould, 'BR-FR-MV-14-EXT-FR-FE-136 lines[0]', { typeCode: '384' }],
    [
      'a correction of no day',
      where(0, { precedingInvoices: [{ number: 'F1' }] }),
      'BR-FR-MV-14-EXT-FR-FE-138 lines[0]',
      { typeCode: '384' },
    ],
    [
      'a two-way invoice of one side',
      linesAsTheyShould,
      'BR-FR-BD-02 lines',
      { businessProcess: 'S9', typeCode: '389' },
    ],
    [
      'a two-way correction of nothing',
      linesAsTheyShould,
      'BR-FR-BD-14-EXT-FR-FE-136 lines[2]',
      { businessProcess: 'S9', typeCode: '471' },
    ],
    [
      'a two-way correction of no day',
      where(2, { precedingInvoices: [{ number: 'F1' }] }),
      'BR-FR-BD-14-EXT-FR-FE-138 lines[2]',
      { businessProcess: 'S9', typeCode: '471' },
    ],
  ])('are rejected for %s', (_, lines, expected, change = {}, syntax = 'cii') => {
    expect(found(lines, change, syntax)).toContain(expected);
  });

  it('want one group at least', () => {
    expect(found(linesAsTheyShould.map((line) => ({ ...line, subType: 'DETAIL' })))).toContain(
      'BR-FR-MV-02 lines',
    );
  });

  it('are left alone where the file was not read for it', () => {
    const { rules } = franceAsPublished;
    expect(judge(invoice(), { syntax: 'cii' }, [{ name: 'all', rules }])).toEqual([]);
  });
});
