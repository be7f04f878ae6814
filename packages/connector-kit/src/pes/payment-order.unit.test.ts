import { Decimal } from '@parvis/domain/amount/decimal';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { aLine, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';
import { describe, expect, it } from 'vitest';
import { aDelivery } from '../testing/contract-envelope.js';
import { somePesSettings as settings } from '../testing/pes-books.js';
import { paymentOrder } from './payment-order.js';
import type { PesSettings } from './pes-settings.js';

const money = (text: string) => Decimal.of(text);

const orderOf = (invoice: Partial<Invoice> = {}, change: Partial<PesSettings> = {}, dueOn?: string) => {
  const { envelope, key } = aDelivery(invoice, dueOn === undefined ? {} : { paymentDueDate: dueOn });
  return paymentOrder(envelope, key, { ...settings, ...change });
};

const linesOf = (order: ReturnType<typeof orderOf>) =>
  order.lines.map(({ account, function: its, net, vat }) => [account, its, `${net}`, `${vat}`]);

const contentOf = ({ lines, totals, vatBreakdown }: Invoice): Partial<Invoice> => ({
  lines,
  totals,
  vatBreakdown,
});

const twoRates = contentOf(
  anInvoiceOf([
    aLine({ quantity: money('40'), price: { net: money('4.125') }, netAmount: money('165.00') }),
    aLine({
      id: '2',
      quantity: money('12'),
      price: { net: money('18.90') },
      netAmount: money('226.80'),
      vatRate: money('5.5'),
      item: { name: 'Pommes', classifications: [], attributes: [] },
    }),
  ]),
);

describe('a payment order', () => {
  it('joins the lines of one place of the budget, with VAT where VAT is part of the expense', () => {
    expect(linesOf(orderOf(twoRates))).toEqual([
      ['6064', '211', '198.00', '0'],
      ['60623', '251', '239.27', '0'],
    ]);
  });

  it('shows VAT apart where it is recovered', () => {
    expect(linesOf(orderOf(twoRates, { vat: 'deductible' }))).toEqual([
      ['6064', '211', '165.00', '33.00'],
      ['60623', '251', '226.80', '12.47'],
    ]);
  });

  it('shares a VAT that the supplier rounded, to the cent', () => {
    const third = (id: string, name: string) =>
      aLine({
        id,
        quantity: money('1'),
        price: { net: money('0.33') },
        netAmount: money('0.33'),
        item: { name, classifications: [], attributes: [] },
      });
    const order = orderOf(
      contentOf(anInvoiceOf([third('1', 'Papier'), third('2', 'Stylo'), third('3', 'Papier')])),
    );
    expect(`${Decimal.sum(order.lines.map(({ net }) => net))}`).toBe('1.19');
  });

  it('takes a discount off the largest line: no amount is below zero', () => {
    const order = orderOf({
      allowances: [{ amount: money('10.00'), reason: 'Fidélité', vatCategory: 'S', vatRate: money('20') }],
      vatBreakdown: [
        { taxableAmount: money('90.00'), taxAmount: money('18.00'), category: 'S', rate: money('20') },
      ],
      totals: {
        lines: money('100.00'),
        taxExclusive: money('90.00'),
        vat: money('18.00'),
        taxInclusive: money('108.00'),
        due: money('108.00'),
      },
    });
    expect(linesOf(order)).toEqual([['6064', '211', '108.00', '0']]);
  });

  it('counts the legal period back from the day to pay by', () => {
    expect(orderOf({}, { paymentDays: 30 }, '2026-12-20').limit).toEqual({
      from: '2026-11-20',
      to: '2026-12-20',
      days: 30,
    });
    expect(orderOf().limit).toBeUndefined();
  });

  it('is of the investment section, and on a contract, where its accounts and the entity say so', () => {
    expect(orderOf({}, { accounts: [], expenseAccount: '2183' }).codes).toEqual({
      batch: '01',
      piece: '01',
      nature: '02',
    });
    expect(orderOf({ contractReference: '2026M014' }, { contractOrders: true }).codes.piece).toBe('09');
  });

  it('completes an IBAN with the BIC of its bank, or takes the one written', () => {
    expect(orderOf().payment).toMatchObject({
      mode: '03',
      bic: 'BDFEFRPPCCT',
      iban: 'FR7630001007941234567890185',
    });
    const payments = [
      { creditTransfer: { account: 'FR7630006000011234567890189', serviceProvider: 'AGRI FR PP' } },
    ];
    expect(orderOf({ payments }).payment).toMatchObject({ bic: 'AGRIFRPP' });
    expect(orderOf({ payments: [{ meansCode: '59' }] }).payment).toEqual({ mode: '10' });
  });

  it.each<[string, Partial<Invoice>, Partial<PesSettings>, string]>([
    ['another currency', { currency: 'CHF' }, {}, 'validation-refused'],
    [
      'a prepayment',
      { totals: { ...anInvoiceOf([aLine()]).totals, due: money('20.00') } },
      {},
      'validation-refused',
    ],
    ['no bank account', { payments: [] }, {}, 'validation-refused'],
    [
      'a wrong IBAN',
      { payments: [{ creditTransfer: { account: 'FR7630001007941234567890186' } }] },
      {},
      'validation-refused',
    ],
    ['a bank whose BIC nobody gave', {}, { banks: [] }, 'reference-data-missing'],
    [
      'both sections of the budget',
      twoRates,
      { expenseAccount: '2183', accounts: [{ vatRate: '20', account: '6064' }] },
      'validation-refused',
    ],
    [
      'a total that its lines do not make',
      { totals: { ...anInvoiceOf([aLine()]).totals, taxInclusive: money('120.01'), due: money('120.01') } },
      {},
      'amount-differs',
    ],
  ])('is refused in words for %s', (_name, invoice, change, code) => {
    expect(() => orderOf(invoice, change)).toThrow(
      expect.objectContaining({
        code,
        said: { fr: expect.stringMatching(/\w{3}/), en: expect.stringMatching(/\w{3}/) },
      }),
    );
  });
});
