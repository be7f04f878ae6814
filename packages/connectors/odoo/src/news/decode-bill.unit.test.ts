import { Decimal } from '@parvis/domain/amount/decimal';
import { describe, expect, it } from 'vitest';
import type { BillRow, MessageRow } from './bill-rows.js';
import { type BillNews, decodeBill } from './decode-bill.js';

const PAID_SUBTYPE = 5;

const news = (bill: Partial<BillRow>, more: Partial<BillNews> = {}): BillNews => ({
  bill: {
    id: 15,
    name: 'BILL/2026/03/0001',
    state: 'posted',
    payment_state: 'not_paid',
    posted_before: true,
    create_date: 1000,
    write_date: 9000,
    amount_total: Decimal.of('120.00'),
    ...bill,
  },
  key: undefined,
  lines: [
    { id: 1, move_id: 15, display_type: 'product', write_date: 2000 },
    { id: 2, move_id: 15, display_type: 'payment_term', write_date: 4000 },
  ],
  partials: [],
  messages: [],
  paidSubtype: PAID_SUBTYPE,
  ...more,
});

const message = (date: number, more: Partial<MessageRow> = {}): MessageRow => ({
  id: date,
  res_id: 15,
  date,
  body: undefined,
  message_type: 'notification',
  subtype_id: PAID_SUBTYPE,
  ...more,
});

const partial = { id: 8, debit_move_id: 3, credit_move_id: 2, create_date: 3000 };

const told = (bill: BillNews) =>
  decodeBill(bill).map(({ sourceCode, occurredAt, actions }) => [
    sourceCode,
    occurredAt.getTime() / 1000,
    ...actions,
  ]);

describe('a bill of Odoo', () => {
  it('says nothing as the draft we made', () => {
    expect(told(news({ state: 'draft', posted_before: false }))).toEqual([]);
  });

  it('was taken back when it is a draft that was posted before', () => {
    expect(told(news({ state: 'draft' }))).toEqual([['draft', 2000]]);
  });

  it('was posted when its lines were', () => {
    expect(told(news({}))).toEqual([['posted', 2000, 'orderPayment']]);
  });

  it.each([
    ['partial', ['partial', 3000]],
    ['in_payment', ['in_payment', 3000, 'book']],
    ['paid', ['paid', 3000, 'book', 'startPayment']],
    ['reversed', ['reversed', 3000]],
    ['blocked', ['blocked', 3000]],
  ])('posted and %s', (payment_state, expected) => {
    const rows = told(news({ payment_state }, { partials: [partial] }));
    expect(rows).toEqual([['posted', 2000, 'orderPayment'], expected]);
  });

  it('was paid when Odoo said so, rather than when the payment was set against it', () => {
    const rows = told(news({ payment_state: 'paid' }, { partials: [partial], messages: [message(3500)] }));
    expect(rows.at(-1)).toEqual(['paid', 3500, 'book', 'startPayment']);
  });

  it('lost its payment when nothing is paid any more of what was', () => {
    const comment = message(4100, {
      message_type: 'comment',
      subtype_id: 1,
      body: '<p>Compte clos</p>',
    });
    const statuses = decodeBill(news({}, { messages: [message(3500), comment] }));
    expect(statuses.map(({ sourceCode }) => sourceCode)).toEqual(['posted', 'paid', 'not_paid']);
    expect(statuses.at(-1)).toMatchObject({ actions: ['returnPayment'], reason: 'Compte clos' });
  });

  it('tells each payment of one paid twice', () => {
    const rows = told(news({ payment_state: 'paid' }, { messages: [message(3500), message(6000)] }));
    expect(rows.map(([word, at]) => `${word} ${at}`)).toEqual(['posted 2000', 'paid 3500', 'paid 6000']);
  });

  it('is turned down when it is cancelled and was never posted', () => {
    const comment = message(1500, { message_type: 'comment', subtype_id: 1, body: '<p>Bon manquant</p>' });
    const bill = { state: 'cancel', posted_before: false, name: undefined };
    expect(decodeBill(news(bill, { messages: [comment] }))).toMatchObject([
      { sourceCode: 'cancel', actions: ['refuse'], reason: 'Bon manquant', reference: { id: '15' } },
    ]);
  });

  it('is for a person when it is cancelled after it was posted', () => {
    expect(told(news({ state: 'cancel' }))).toEqual([['cancel', 2000]]);
  });
});
