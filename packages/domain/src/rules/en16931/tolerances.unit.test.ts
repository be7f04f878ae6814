import { describe, expect, it } from 'vitest';
import { Decimal } from '../../amount/decimal.js';
import type { Invoice, Totals, VatBreakdown } from '../../invoice/invoice.js';
import { aLine, anInvoice, anInvoiceOf } from '../../testing/invoice-builder.js';
import { judge } from '../judge.js';
import type { Syntax } from '../rule.js';

/** Where UBL and CII judge the same figures differently (EN 16931 validation artefacts 1.3.16). */
const fires = (rule: string, invoice: Invoice): Record<'ubl' | 'cii', boolean> => {
  const inSyntax = (syntax: Syntax): boolean =>
    judge(invoice, { syntax }).some((fault) => fault.rule === rule);
  return { ubl: inSyntax('ubl-invoice'), cii: inSyntax('cii') };
};

const both = { ubl: true, cii: true };
const neither = { ubl: false, cii: false };
const ublOnly = { ubl: true, cii: false };
const ciiOnly = { ubl: false, cii: true };

const dec = Decimal.of;

const withTotals = (change: Partial<Totals>): Invoice =>
  anInvoice({ totals: { ...anInvoice().totals, ...change } });

/** One line of 100,00 € in this category, and a breakdown changed at will. */
const withBreakdown = (change: Partial<VatBreakdown>, vatCategory = 'S', vatRate = '20'): Invoice => {
  const invoice = anInvoiceOf([aLine({ vatCategory, vatRate: dec(vatRate) })]);
  const [only = {}] = invoice.vatBreakdown;
  return { ...invoice, vatBreakdown: [{ ...only, ...change }] };
};

describe('BR-CO-13, the total without VAT', () => {
  it('is rounded in CII; in UBL only beside allowances or charges', () => {
    const odd = { lines: dec('100.004'), taxExclusive: dec('100.00') };
    expect(fires('BR-CO-13', withTotals(odd))).toEqual(ublOnly);
    expect(fires('BR-CO-13', withTotals({ ...odd, allowances: dec('0') }))).toEqual(neither);
  });
});

describe('BR-CO-15, the total with VAT', () => {
  it('may equal the total without VAT in CII, whatever the VAT', () => {
    expect(fires('BR-CO-15', withTotals({ taxInclusive: dec('100.00') }))).toEqual(ublOnly);
    expect(fires('BR-CO-15', withTotals({ taxInclusive: dec('119.99') }))).toEqual(both);
  });
});

describe('BR-CO-16, the amount due', () => {
  it('is rounded in UBL where it is a difference', () => {
    const paid = { paid: dec('20.004'), due: dec('100.00') };
    expect(fires('BR-CO-16', withTotals(paid))).toEqual(ciiOnly);
  });

  it('is exact in UBL without a paid amount', () => {
    expect(fires('BR-CO-16', withTotals({ due: dec('120.001') }))).toEqual(both);
  });

  it('rounds the amount due less the rounding in UBL', () => {
    expect(fires('BR-CO-16', withTotals({ rounding: dec('0.004'), due: dec('120.00') }))).toEqual(ciiOnly);
  });
});

describe('BR-CO-17, the VAT of a breakdown', () => {
  it.each([
    ['20.00', neither],
    ['20.99', neither],
    ['19.01', neither],
    ['21.00', ublOnly],
    ['19.00', ublOnly],
    ['21.01', both],
    ['18.99', both],
    ['-20.00', neither],
  ])('finds %s for 20,00 € as the artefacts do', (taxAmount, expected) => {
    expect(fires('BR-CO-17', withBreakdown({ taxAmount: dec(taxAmount) }))).toEqual(expected);
  });

  it('wants no VAT where the rate rounds to none', () => {
    expect(fires('BR-CO-17', withBreakdown({ rate: dec('0.4'), taxAmount: dec('0.40') }))).toEqual(neither);
    expect(fires('BR-CO-17', withBreakdown({ rate: dec('0.4'), taxAmount: dec('0.50') }))).toEqual(both);
    expect(fires('BR-CO-17', withBreakdown({ rate: dec('0.5'), taxAmount: dec('0.50') }))).toEqual(neither);
  });

  it.each(['L', 'M', 'O'])('does not look at category %s in CII', (category) => {
    expect(fires('BR-CO-17', withBreakdown({ category, taxAmount: dec('90') }))).toEqual(ublOnly);
  });
});

describe('BR-S-08, the taxable amount of a rate', () => {
  it.each([
    ['100.00', neither],
    ['100.01', ciiOnly],
    ['100.99', ciiOnly],
    ['99.01', ciiOnly],
    ['101.01', both],
    ['98.99', both],
  ])('is within 1 in UBL and exact in CII: %s', (taxableAmount, expected) => {
    expect(fires('BR-S-08', withBreakdown({ taxableAmount: dec(taxableAmount) }))).toEqual(expected);
  });

  it('passes a difference of exactly 1 by the noise of doubles in UBL', () => {
    const line = (netAmount: string) => anInvoiceOf([aLine({ netAmount: dec(netAmount) })]);
    const off = (netAmount: string, taxableAmount: string): Invoice => ({
      ...line(netAmount),
      vatBreakdown: [
        { category: 'S', rate: dec('20'), taxableAmount: dec(taxableAmount), taxAmount: dec('3.12') },
      ],
    });
    // 16.59 − 1 is 15.5899999… as a double: below 15.59. 17 − 1 is exactly 16.
    expect(fires('BR-S-08', off('15.59', '16.59')).ubl).toBe(false);
    expect(fires('BR-S-08', off('16.00', '17.00')).ubl).toBe(true);
  });

  it('compares rates by value', () => {
    expect(fires('BR-S-08', withBreakdown({ rate: dec('20.000') }))).toEqual(neither);
  });

  it('wants the rate in use in UBL, even for nothing', () => {
    const unused = { rate: dec('10'), taxableAmount: dec('0.00'), taxAmount: dec('0.00') };
    expect(fires('BR-S-08', withBreakdown(unused))).toEqual(ublOnly);
  });

  it('passes a breakdown without rate', () => {
    const { rate, ...withoutRate } = withBreakdown({}).vatBreakdown[0] ?? {};
    expect(rate).toBeDefined();
    expect(fires('BR-S-08', anInvoice({ vatBreakdown: [withoutRate] }))).toEqual(neither);
  });
});

describe('the taxable amount of the other categories', () => {
  it.each(['Z', 'E', 'AE', 'G'])('is exact in UBL and within 1 in CII for %s', (category) => {
    const off = (taxableAmount: string) =>
      withBreakdown({ taxableAmount: dec(taxableAmount) }, category, '0');
    const rule = `BR-${category}-08`;
    expect(fires(rule, off('100.00'))).toEqual(neither);
    expect(fires(rule, off('100.01'))).toEqual(ublOnly);
    expect(fires(rule, off('101.00'))).toEqual(both);
  });

  it('is exact in both for O', () => {
    expect(fires('BR-O-08', withBreakdown({ taxableAmount: dec('100.01') }, 'O', '0'))).toEqual(both);
  });

  it.each([
    ['L', 'BR-AF-08'],
    ['M', 'BR-AG-08'],
  ])('is never compared in CII for %s', (category, rule) => {
    const off = withBreakdown({ taxableAmount: dec('300.00') }, category, '7');
    expect(fires(rule, off)).toEqual(ublOnly);
  });
});

describe('sums', () => {
  it('are exact before they are rounded, halves towards +∞', () => {
    const lines = ['0.004', '0.004', '0.002'].map((netAmount, index) =>
      aLine({ id: String(index), netAmount: dec(netAmount) }),
    );
    const invoice = anInvoiceOf(lines);
    expect(fires('BR-CO-10', invoice)).toEqual(neither);
    expect(invoice.totals.lines?.toString()).toBe('0.01');
    const negative = anInvoiceOf([aLine({ netAmount: dec('-0.125') })]);
    expect(fires('BR-CO-10', { ...negative, totals: { ...negative.totals, lines: dec('-0.12') } })).toEqual(
      neither,
    );
    expect(fires('BR-CO-10', { ...negative, totals: { ...negative.totals, lines: dec('-0.13') } })).toEqual(
      both,
    );
  });
});
