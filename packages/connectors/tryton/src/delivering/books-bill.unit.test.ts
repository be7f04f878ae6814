import { recordedEnvelope } from '@parvis/connector-kit/testing/recorded-delivery';
import { Decimal } from '@parvis/domain/amount/decimal';
import { anInvoice } from '@parvis/domain/testing/invoice-builder';
import { describe, expect, it } from 'vitest';
import { booksBill, vatGaps } from './books-bill.js';
import { isVatNumberOf } from './suppliers.js';

const billOf = (base: string, vat: 'deductible' | 'inclusive' = 'deductible') =>
  booksBill(
    {
      ...recordedEnvelope,
      invoice: anInvoice({
        vatBreakdown: [
          {
            taxableAmount: Decimal.of(base),
            taxAmount: Decimal.of('20.00'),
            category: 'S',
            rate: Decimal.of('20'),
          },
        ],
      }),
    },
    vat,
  );

describe('booksBill', () => {
  it('keeps the total due where VAT is part of the expense', () => {
    const { totals, lines } = billOf('100.00', 'inclusive');
    expect(`${totals.net} ${totals.vat} ${totals.gross}`).toBe('120.00 0 120.00');
    expect(`${Decimal.sum(lines.map(({ net }) => net))}`).toBe('120.00');
  });
});

describe('vatGaps', () => {
  it('finds a base that its lines do not make', () => {
    expect(vatGaps(billOf('100.00'))).toEqual([]);
    expect(vatGaps(billOf('99.99'))).toHaveLength(1);
    expect(vatGaps(billOf('99.99'), Decimal.of('0.01'))).toEqual([]);
  });
});

describe('isVatNumberOf', () => {
  it.each([
    ['FR96000000125', true],
    ['FR97000000125', false],
    ['FR96000000133', false],
    ['DE123456789', false],
  ])('%s: %s', (number, expected) => {
    expect(isVatNumberOf(number, '00000012500013')).toBe(expected);
  });
});
