import { Decimal } from '@parvis/domain/amount/decimal';
import { aCreditNote, anInvoice } from '@parvis/domain/testing/invoice-builder';
import { describe, expect, it } from 'vitest';
import { plainBill } from './plain-bill.js';
import { vatBaseGaps, vatInside } from './vat-inside.js';

describe('vatInside', () => {
  it.each([
    ['an invoice', anInvoice()],
    ['a credit note', aCreditNote()],
  ])('keeps the total due of %s, with VAT as a line of its own', (_name, invoice) => {
    const { totals, lines, vat } = vatInside(plainBill(invoice, 2));
    expect(`${totals.net} ${totals.vat} ${totals.gross}`).toBe('120.00 0 120.00');
    expect(`${Decimal.sum(lines.map(({ net }) => net))}`).toBe('120.00');
    expect(lines.every(({ vatRate }) => vatRate.isZero())).toBe(true);
    expect(vat).toEqual([]);
  });
});

describe('vatBaseGaps', () => {
  const withBase = (base: string) =>
    plainBill(
      anInvoice({
        vatBreakdown: [
          {
            taxableAmount: Decimal.of(base),
            taxAmount: Decimal.of('20.00'),
            category: 'S',
            rate: Decimal.of('20'),
          },
        ],
      }),
      2,
    );

  it('finds a base that its lines do not make', () => {
    expect(vatBaseGaps(withBase('100.00'))).toEqual([]);
    expect(vatBaseGaps(withBase('99.99'))).toMatchObject([
      { fr: expect.stringContaining('99,99'), en: expect.stringContaining('99.99') },
    ]);
  });
});
