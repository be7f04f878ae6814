import { describe, expect, it } from 'vitest';
import type { BillRow, NoteRow, PaymentRow } from './bill-rows.js';
import { type BillNews, decodeBill } from './decode-bill.js';

const at = (time: string) => `2026-03-10T${time}.000000`;

const news = (
  bill: Partial<BillRow>,
  payments: readonly PaymentRow[] = [],
  notes: readonly NoteRow[] = [],
): BillNews => ({
  bill: {
    id: 15,
    state: 'posted',
    number: 'M-2026-00007',
    description: '[parvis:0193a1c2-5b7e-7c11-9d20-3f5a6b7c8d9e:1] Engagement EJ-1',
    create_date: at('08:00:00'),
    write_date: at('18:00:00'),
    numbered_at: at('09:00:00'),
    reconciled: null,
    move: 3,
    'move.': { post_date: '2026-03-10' },
    ...bill,
  },
  payments,
  notes,
  timeZone: 'UTC',
});

const payment = (state: string, time: string): PaymentRow => ({
  id: 4,
  state,
  write_date: at(time),
  'line.': { move: 3, move_origin: 'account.invoice,15' },
});

const note = (message: string, resource = 'account.invoice,15', time = '10:00:00'): NoteRow => ({
  id: 1,
  message,
  create_date: at(time),
  resource,
});

const told = (bill: BillNews) =>
  decodeBill(bill).map(({ sourceCode, actions, occurredAt }) => [
    sourceCode,
    actions.join(' '),
    occurredAt.toISOString().slice(11, 19),
  ]);

describe('decodeBill', () => {
  it.each([
    ['validated', [['validated', 'approve', '09:00:00']]],
    ['posted', [['posted', 'orderPayment', '09:00:00']]],
    [
      'paid',
      [
        ['posted', 'orderPayment', '09:00:00'],
        ['paid', 'book startPayment', '09:00:00'],
      ],
    ],
    ['en-attente', [['en-attente', '', '18:00:00']]],
  ])('tells a bill %s by its own dates', (state, expected) => {
    expect(told(news({ state, reconciled: state === 'paid' ? '2026-03-10' : null }))).toEqual(expected);
  });

  it('begins a day of Tryton’s where the company is', () => {
    const after = news({ numbered_at: at('22:30:00'), 'move.': { post_date: '2026-03-11' } });
    expect(told({ ...after, timeZone: 'Europe/Paris' })).toEqual([['posted', 'orderPayment', '23:00:00']]);
    expect(told({ ...after, timeZone: 'America/Cayenne' })).toEqual([['posted', 'orderPayment', '03:00:00']]);
  });

  it('has nothing to tell of a draft as it was delivered', () => {
    expect(told(news({ state: 'draft', number: null }))).toEqual([]);
  });

  it('tells of a draft that the accountant has taken back', () => {
    expect(told(news({ state: 'draft' }))).toEqual([['draft', '', '18:00:00']]);
  });

  it.each([
    ['approved', ['payment approved', 'handToAccountant', '11:00:00']],
    ['processing', ['payment processing', 'book', '11:00:00']],
    ['failed', ['payment failed', 'returnPayment', '11:00:00']],
  ])('tells the step of a payment %s', (state, step) => {
    expect(told(news({}, [payment(state, '11:00:00')]))).toEqual([
      ['posted', 'orderPayment', '09:00:00'],
      step,
    ]);
  });

  it('tells that a bill was paid, returned and paid again in that order', () => {
    const payments = [payment('failed', '11:00:00'), { ...payment('succeeded', '12:00:00'), id: 5 }];
    expect(told(news({ state: 'paid', reconciled: '2026-03-10' }, payments)).map(([word]) => word)).toEqual([
      'posted',
      'payment failed',
      'paid',
    ]);
  });

  it('turns down a bill that never had a number, with the reason noted', () => {
    const [status] = decodeBill(
      news({ state: 'cancelled', number: null }, [], [note('Bon de livraison manquant')]),
    );
    expect(status).toMatchObject({ actions: ['refuse'], reason: 'Bon de livraison manquant' });
  });

  it('leaves to a person a bill cancelled with a number, although it looks reconciled', () => {
    const [status, ...others] = decodeBill(news({ state: 'cancelled', reconciled: '2026-03-10' }));
    expect(status).toMatchObject({ sourceCode: 'cancelled', actions: [] });
    expect(others).toEqual([]);
  });

  it('prefers the note on the payment that came back', () => {
    const notes = [
      note('Vu', 'account.invoice,15', '13:00:00'),
      note('Compte clos', 'account.payment,4', '12:00:00'),
    ];
    const [, failed] = decodeBill(news({}, [payment('failed', '11:00:00')], notes));
    expect(failed?.reason).toBe('Compte clos');
  });

  it('knows no key in a description that somebody has rewritten', () => {
    const [status] = decodeBill(news({ description: 'Papier' }));
    expect(status?.key).toBeUndefined();
    expect(status?.reference).toEqual({ id: '15', number: 'M-2026-00007' });
  });

  it('tells the same whoever wrote to the bill since', () => {
    const before = decodeBill(news({ state: 'paid', reconciled: '2026-03-10' }));
    const after = decodeBill(news({ state: 'paid', reconciled: '2026-03-10', write_date: at('23:00:00') }));
    expect(after).toEqual(before);
  });
});
