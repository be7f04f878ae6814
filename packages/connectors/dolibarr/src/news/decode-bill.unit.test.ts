import { Decimal } from '@parvis/domain/amount/decimal';
import { describe, expect, it } from 'vitest';
import type { BillRow } from '../delivering/bill-row.js';
import { type BillNews, decodeBill } from './decode-bill.js';

const key = 'parvis:0193a1c2-5b7e-7c11-9d20-3f5a6b7c8d9e:1';

const news = (bill: Partial<BillRow>, more: Partial<BillNews> = {}): BillNews => ({
  bill: {
    id: 12,
    ref: 'SI2603-0001',
    ref_supplier: 'F-2026-1807',
    ref_ext: key,
    socid: 4,
    status: '1',
    isPaid: false,
    close_code: undefined,
    close_note: undefined,
    total_ht: Decimal.of('100.00'),
    total_tva: Decimal.of('20.00'),
    total_ttc: Decimal.of('120.00'),
    changed: 9000,
    ...bill,
  },
  events: [],
  payments: [],
  ...more,
});

const event = (code: string, at: number) => ({ code: `BILL_SUPPLIER_${code}`, at });
const payment = (amount: string, at: number) => ({ amount: Decimal.of(amount), at });

const told = (bill: BillNews) =>
  decodeBill(bill).map(({ sourceCode, occurredAt, actions }) => [
    sourceCode,
    occurredAt.getTime() / 1000,
    ...actions,
  ]);

describe('a bill of Dolibarr', () => {
  it('says nothing as the draft we made', () => {
    expect(told(news({ status: '0', ref: '(PROV12)' }))).toEqual([]);
  });

  it('was taken back when it is a draft with a number', () => {
    expect(told(news({ status: '0' }))).toEqual([['draft', 9000]]);
  });

  it('tells its whole story where the diary is kept', () => {
    const events = [
      event('VALIDATE', 1000),
      event('PAYED', 2000),
      event('UNPAYED', 3000),
      event('PAYED', 4000),
    ];
    expect(told(news({ status: '2' }, { events, payments: [payment('120.00', 3600)] }))).toEqual([
      ['unpaid', 1000, 'orderPayment'],
      ['paid', 2000, 'book', 'startPayment'],
      ['BILL_SUPPLIER_UNPAYED', 3000, 'returnPayment'],
      ['paid', 4000, 'book', 'startPayment'],
    ]);
  });

  it('does not take an opening that followed no payment for a payment that came back', () => {
    const events = [event('VALIDATE', 1000), event('UNPAYED', 3000)];
    expect(told(news({}, { events }))).toEqual([['unpaid', 1000, 'orderPayment']]);
  });

  it('tells only where it stands where no diary is kept', () => {
    expect(told(news({}))).toEqual([['unpaid', 9000, 'orderPayment']]);
    expect(told(news({ status: '2' }, { payments: [payment('120.00', 5000)] }))).toEqual([
      ['paid', 5000, 'orderPayment', 'book', 'startPayment'],
    ]);
  });

  it('moves nothing when it is paid in part', () => {
    const rows = told(news({}, { events: [event('VALIDATE', 1000)], payments: [payment('50.00', 2000)] }));
    expect(rows).toEqual([
      ['unpaid', 1000, 'orderPayment'],
      ['started', 2000],
    ]);
  });

  it('is turned down when it is abandoned without a number, for the reason noted', () => {
    const bill = { status: '3', ref: '(PROV12)', close_code: 'abandon', close_note: 'Bon manquant' };
    expect(decodeBill(news(bill))).toMatchObject([
      { key, sourceCode: 'cancelled', actions: ['refuse'], reason: 'Bon manquant', reference: { id: '12' } },
    ]);
  });

  it('is for a person when it is abandoned with a number', () => {
    const events = [event('VALIDATE', 1000), event('CANCELED', 2000)];
    expect(told(news({ status: '3' }, { events }))).toEqual([['cancelled', 2000]]);
  });

  it('keeps a status nobody knows', () => {
    expect(told(news({ status: '8' }))).toEqual([['8', 9000]]);
  });
});
