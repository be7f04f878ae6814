import { aDelivery } from '@parvis/connector-kit/testing/contract-envelope';
import { Decimal } from '@parvis/domain/amount/decimal';
import { aLine, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';
import { describe, expect, it } from 'vitest';
import { decodeChange, isNews } from './decode-change.js';
import { encodeBill } from './encode-bill.js';
import { parseSimulatorSettings } from './settings.js';

const change = (word: string, number?: string, before: readonly string[] = []) => ({
  word,
  at: '2026-03-10T09:00:00.000Z',
  billId: 3,
  key: 'parvis:0193a1c2-5b7e-7c11-9d20-3f5a6b7c8d9e:1',
  ...(number ? { number } : {}),
  history: [...before, word].map((past) => ({ word: past, at: '2026-03-10T08:00:00.000Z' })),
});

describe('decodeChange', () => {
  it.each([
    ['validated', change('validated'), ['approve']],
    ['posted', change('posted', 'M-1'), ['orderPayment']],
    ['booked', change('booked', 'M-1'), ['book']],
    ['paid after being booked', change('paid', 'M-1', ['posted', 'booked']), ['startPayment']],
    ['paid without being booked', change('paid', 'M-1', ['posted']), ['book', 'startPayment']],
    ['returned', change('returned', 'M-1'), ['returnPayment']],
    ['cancelled before it had a number', change('cancelled'), ['refuse']],
    ['cancelled with a number', change('cancelled', 'M-1'), []],
    ['a word nobody knows', change('constructor'), []],
  ])('makes of %s what it means', (_name, received, actions) => {
    expect(decodeChange(received)).toMatchObject({
      sourceCode: received.word,
      actions,
      reference: { id: '3' },
    });
  });

  it('has nothing to tell of a draft', () => {
    expect(isNews(change('draft'))).toBe(false);
  });
});

describe('encodeBill', () => {
  it('writes decimals as text, as fine as the sender did', () => {
    const fine = {
      quantity: Decimal.of('3'),
      price: { net: Decimal.of('1.234567') },
      netAmount: Decimal.of('3.70'),
    };
    const { envelope, key } = aDelivery(anInvoiceOf([aLine(fine)]));
    expect(encodeBill(envelope, key)).toMatchObject({
      key,
      kind: 'invoice',
      lines: [{ quantity: '3', unitPrice: '1.234567', net: '3.70', vatRate: '20' }],
      vat: [{ rate: '20', base: '3.70', amount: '0.74' }],
    });
  });
});

describe('the settings of a simulator connection', () => {
  it('need an address and a token', () => {
    expect(parseSimulatorSettings({ url: 'http://localhost:4001/' })).toMatchObject({
      refusal: [{ field: 'token', code: 'missing' }],
    });
    expect(parseSimulatorSettings({ url: 'http://localhost:4001/', token: 'abc' }).ok).toBe(true);
  });
});
