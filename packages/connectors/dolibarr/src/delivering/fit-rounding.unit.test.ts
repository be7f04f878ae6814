import type { PlainBill } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';
import { describe, expect, it } from 'vitest';
import { fitRounding } from './fit-rounding.js';

const money = (text: string) => Decimal.of(text);

const billOf = (nets: readonly string[], vat: string, rate = '20'): PlainBill => {
  const net = Decimal.sum(nets.map(money));
  return {
    isCreditNote: false,
    lines: nets.map((text, index) => ({
      label: `Article ${index + 1}`,
      quantity: money('1'),
      unitPrice: money(text),
      net: money(text),
      vatCategory: 'S',
      vatRate: money(rate),
    })),
    vat: [{ category: 'S', rate: money(rate), base: net, amount: money(vat) }],
    totals: { net, vat: money(vat), gross: net.plus(money(vat)) },
  };
};

/** As Dolibarr adds up: each line's VAT rounded, then the sum. In whole numbers, on purpose by other means. */
const vatThere = ({ lines }: PlainBill): number =>
  lines.reduce((sum, { net, vatRate }) => {
    const tenThousandths = Math.round(Number(net) * 100) * Math.round(Number(vatRate) * 100);
    return sum + Math.sign(tenThousandths) * Math.floor((Math.abs(tenThousandths) + 5_000) / 10_000);
  }, 0) / 100;

const fit = (bill: PlainBill, account = () => '60632') => fitRounding(bill, account);

describe('fitRounding', () => {
  it('leaves a bill whose sums agree as it is', () => {
    const bill = billOf(['100.00', '50.00'], '30.00');
    expect(fit(bill)).toEqual(bill);
  });

  it.each([
    ['a cent less than ours', ['10.03'], '2.00'],
    ['a cent more than ours', ['10.02'], '2.01'],
    ['two cents apart on a few lines', ['1.07', '1.07', '1.07', '1.07'], '0.86'],
    ['80 cents apart on 200 lines', Array.from({ length: 200 }, () => '1.07'), '42.80'],
    ['an allowance among the lines', ['10.03', '-1.01'], '1.80'],
  ])('makes the supplier’s VAT come out: %s', (_name, nets, vat) => {
    const bill = billOf(nets, vat);
    expect(vatThere(bill)).not.toBe(Number(vat));
    const fitted = fit(bill);
    expect(vatThere(fitted)).toBe(Number(vat));
    expect(`${Decimal.sum(fitted.lines.map(({ net }) => net))}`).toBe(`${bill.totals.net}`);
    for (const { quantity, unitPrice, net } of fitted.lines)
      expect(quantity.times(unitPrice).equals(net)).toBe(true);
  });

  it('comes out for many amounts and rates', () => {
    for (const rate of ['20', '10', '5.5', '2.1']) {
      for (let cents = 1_000; cents < 1_400; cents += 7) {
        const nets = [cents, cents + 13, 2 * cents + 5].map((one) => (one / 100).toFixed(2));
        const whole = Decimal.sum(nets.map(money)).times(money(rate)).dividedBy(money('100'), 8).rounded();
        expect(vatThere(fit(billOf(nets, `${whole}`, rate)))).toBe(Number(whole));
      }
    }
  });

  it('keeps the net of each account where lines are joined', () => {
    const nets = Array.from({ length: 60 }, () => '1.07');
    const vat = '12.84';
    const bill = billOf(nets, vat);
    const account = ({ label }: { readonly label: string }) => (/[02468]$/.test(label) ? '60632' : '60623');
    const fitted = fitRounding(bill, account);
    expect(vatThere(fitted)).toBe(12.84);
    expect(fitted.lines.length).toBeLessThan(5);
    expect(`${Decimal.sum(fitted.lines.map(({ net }) => net))}`).toBe('64.20');
  });

  it('does not bend a VAT that no rounding explains', () => {
    const bill = billOf(['100.00'], '25.00');
    expect(fit(bill)).toEqual(bill);
  });
});
