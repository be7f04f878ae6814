import { Decimal } from '@parvis/domain/amount/decimal';
import { aCreditNote, aLine, anInvoice, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';
import { describe, expect, it } from 'vitest';
import { differencesFrom, plainBill, signedTotals } from './plain-bill.js';

const lineOf = (variation: Parameters<typeof aLine>[0], priceDecimals = 4) => {
  const [line] = plainBill(anInvoiceOf([aLine(variation)]), priceDecimals).lines;
  return line && { quantity: `${line.quantity}`, unitPrice: `${line.unitPrice}`, label: line.label };
};

describe('plainBill', () => {
  it('keeps quantity and price where they make the net amount', () => {
    expect(lineOf({})).toEqual({ quantity: '10', unitPrice: '10.00', label: 'Ramettes de papier A4' });
  });

  it('sends one piece at the net amount when the price is too fine, and says so', () => {
    const fine = {
      quantity: Decimal.of('3'),
      price: { net: Decimal.of('1.23456') },
      netAmount: Decimal.of('3.70'),
    };
    expect(lineOf(fine)).toEqual({
      quantity: '1',
      unitPrice: '3.70',
      label: 'Ramettes de papier A4 (3 × 1.23456)',
    });
    expect(lineOf(fine, 5)?.unitPrice).toBe('1.23456');
  });

  it('sends one piece at the net amount when the price is for several pieces', () => {
    const perThousand = {
      quantity: Decimal.of('2500'),
      price: { net: Decimal.of('40.00'), baseQuantity: Decimal.of('1000') },
      netAmount: Decimal.of('100.00'),
    };
    expect(lineOf(perThousand)).toEqual({
      quantity: '1',
      unitPrice: '100.00',
      label: 'Ramettes de papier A4 (2500 × 40.00 pour 1000)',
    });
  });

  it('turns allowances and charges of the document into lines', () => {
    const bill = plainBill(
      anInvoice({
        allowances: [
          { amount: Decimal.of('5.00'), reason: 'Fidélité', vatCategory: 'S', vatRate: Decimal.of('20') },
        ],
        charges: [{ amount: Decimal.of('8.50'), vatCategory: 'S', vatRate: Decimal.of('20') }],
      }),
      4,
    );
    expect(bill.lines.slice(1).map(({ label, net }) => [label, `${net}`])).toEqual([
      ['Remise : Fidélité', '-5.00'],
      ['Frais', '8.50'],
    ]);
  });

  it('counts a credit note below zero in the books', () => {
    const bill = plainBill(aCreditNote(), 4);
    expect(bill.isCreditNote).toBe(true);
    expect(`${signedTotals(bill).gross}`).toBe('-120.00');
    expect(`${signedTotals(plainBill(anInvoice(), 4)).gross}`).toBe('120.00');
  });
});

describe('differencesFrom', () => {
  const { totals } = plainBill(anInvoice(), 4);

  it('finds none where the values are equal, whatever their decimals', () => {
    const shown = { net: Decimal.of('100'), vat: Decimal.of('20.0'), gross: Decimal.of('120.000') };
    expect(differencesFrom(totals, shown)).toEqual([]);
  });

  it('finds a single cent', () => {
    expect(differencesFrom(totals, { ...totals, gross: Decimal.of('120.01') })).toHaveLength(1);
  });
});
