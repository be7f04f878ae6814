import { randomUUID } from 'node:crypto';
import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import { aDelivery, aNewSupplier } from '@parvis/connector-kit/testing/contract-envelope';
import { Decimal } from '@parvis/domain/amount/decimal';
import { aLine, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { dateValue, dayIn, decimalValue } from './protocol/values.js';
import type { TrytonSettings } from './settings.js';
import { makeAccountant } from './testing/accountant.js';
import { placeOrder } from './testing/place-order.js';
import { settingsOf, type TestTryton } from './testing/tryton-harness.js';
import { trytonKind } from './tryton-kind.js';

declare module 'vitest' {
  interface ProvidedContext {
    tryton: TestTryton | { readonly missing: string };
  }
}

const there = (): TestTryton => {
  const tryton = inject('tryton');
  if ('missing' in tryton) throw new Error(tryton.missing);
  return tryton;
};

const open = (change: Partial<TrytonSettings> = {}): AccountingConnector =>
  trytonKind.open(
    { ...settingsOf(there()), ...change },
    { now: () => new Date(), mark: () => {}, privateTargets: true },
  );

const accountant = () => {
  const { url, accountantUser, accountantPassword } = there();
  return makeAccountant({ url, user: accountantUser, password: accountantPassword });
};

const deliver = async (connector: AccountingConnector, delivery = aDelivery()) => {
  const outcome = await connector.deliver(delivery.envelope, delivery.key);
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  return { ...delivery, billId: outcome.reference.id };
};

/** What was told of this bill since the cursor, and where the news ends. */
const newsOf = async (connector: AccountingConnector, key: string, from: string | null) => {
  const words: string[] = [];
  let cursor = from;
  for (;;) {
    const page = await connector.statusesAfter(cursor);
    if (page.kind !== 'page') throw new Error(page.message.fr);
    words.push(...page.statuses.filter((status) => status.key === key).map(({ sourceCode }) => sourceCode));
    cursor = page.next;
    if (!page.more) return { words, cursor };
  }
};

const totals = z.object({ total_amount: decimalValue, tax_amount: decimalValue });

describe('a bill in Tryton', () => {
  beforeEach((context) => {
    const tryton = inject('tryton');
    if ('missing' in tryton) context.skip(tryton.missing);
  });

  it.each([
    ['VAT one cent away from Tryton’s own', '2.00', '12.03'],
    ['VAT as Tryton works it out', '2.01', '12.04'],
  ])('keeps its figures when it is posted: %s', async (_name, vat, gross) => {
    const [net, tax, total] = [Decimal.of('10.03'), Decimal.of(vat), Decimal.of(gross)];
    const { lines } = anInvoiceOf([aLine({ quantity: Decimal.of('1'), price: { net }, netAmount: net })]);
    const { billId } = await deliver(
      open(),
      aDelivery({
        lines,
        vatBreakdown: [{ taxableAmount: net, taxAmount: tax, category: 'S', rate: Decimal.of('20') }],
        totals: { lines: net, taxExclusive: net, vat: tax, taxInclusive: total, due: total },
      }),
    );
    const { client, post } = accountant();
    await post(billId);
    const search = { domain: [['id', '=', Number(billId)]], fields: ['total_amount', 'tax_amount'] };
    const [posted] = await client.search('account.invoice', search, totals);
    expect(`${posted?.tax_amount.rounded()} ${posted?.total_amount.rounded()}`).toBe(`${vat} ${gross}`);
  });

  it('keeps the figures of a credit note when it is posted', async () => {
    const { billId } = await deliver(open(), aDelivery({ typeCode: '381' }));
    const { client, post } = accountant();
    await post(billId);
    const search = { domain: [['id', '=', Number(billId)]], fields: ['total_amount', 'tax_amount'] };
    const [posted] = await client.search('account.invoice', search, totals);
    expect(`${posted?.total_amount.rounded()}`).toBe('-120.00');
  });

  it('tells each step of its payment, in order', async () => {
    const connector = open();
    const actor = accountant();
    const { key, billId } = await deliver(connector);
    const seen: string[] = [];
    let { cursor } = await newsOf(connector, key, null);
    for (const step of ['validate', 'post', 'approvePayment', 'processPayment', 'confirmPayment'] as const) {
      await actor[step](billId);
      const news = await newsOf(connector, key, cursor);
      cursor = news.cursor;
      seen.push(...news.words);
    }
    expect([...new Set(seen)]).toEqual([
      'validated',
      'posted',
      'payment approved',
      'payment processing',
      'paid',
    ]);
  });

  it('is told as paid again after a payment came back', async () => {
    const connector = open();
    const actor = accountant();
    const { key, billId } = await deliver(connector);
    const { cursor } = await newsOf(connector, key, null);
    await actor.post(billId);
    await actor.pay(billId);
    await actor.returnPayment(billId, 'Compte clos');
    await actor.pay(billId);
    expect((await newsOf(connector, key, cursor)).words).toEqual(['posted', 'payment failed', 'paid']);
  });

  it('carries VAT inside the expense where the entity cannot deduct it', async () => {
    const { billId } = await deliver(open({ vat: 'inclusive' }));
    const { client } = accountant();
    const search = { domain: [['id', '=', Number(billId)]], fields: ['total_amount', 'tax_amount'] };
    const [bill] = await client.search('account.invoice', search, totals);
    expect(`${bill?.tax_amount.rounded()} ${bill?.total_amount.rounded()}`).toBe('0.00 120.00');
  });

  it('is booked on the account of its service', async () => {
    const { billId } = await deliver(open());
    const row = z.object({ 'account.': z.object({ code: z.string() }) });
    const search = { domain: [['invoice', '=', Number(billId)]], fields: ['account.code'] };
    const [line] = await accountant().client.search('account.invoice.line', search, row);
    expect(line?.['account.'].code).toBe('60630');
  });

  it('is still followed when the accountant has rewritten its description', async () => {
    const connector = open();
    const { client, post } = accountant();
    const { key, billId } = await deliver(connector);
    const { cursor } = await newsOf(connector, key, null);
    await client.call('account.invoice', 'write', [[Number(billId)], { description: 'Papier' }], z.unknown());
    await post(billId);
    const page = await connector.statusesAfter(cursor);
    const about =
      page.kind === 'page' ? page.statuses.filter(({ reference }) => reference.id === billId) : [];
    expect(about).toMatchObject([{ sourceCode: 'posted', actions: ['orderPayment'] }]);
  });

  it('is refused with the account that is missing', async () => {
    const connector = open({ expenseAccount: '69999' });
    const { envelope, key } = aDelivery();
    const refused = {
      kind: 'refused',
      code: 'reference-data-missing',
      message: { fr: expect.stringContaining('69999'), en: expect.stringContaining('69999') },
    };
    expect(await connector.check()).toMatchObject(refused);
    expect(await connector.preview(envelope)).toMatchObject(refused);
    expect(await connector.deliver(envelope, key)).toMatchObject(refused);
  });

  it('is booked on the day it comes where its period is closed and the entity wants it so', async () => {
    const { billId, envelope } = await deliver(
      open({ closedPeriod: 'today' }),
      aDelivery({ issueDate: '2020-06-30' }),
    );
    const row = z.object({ invoice_date: dateValue, accounting_date: dateValue });
    const search = { domain: [['id', '=', Number(billId)]], fields: ['invoice_date', 'accounting_date'] };
    const [bill] = await accountant().client.search('account.invoice', search, row);
    expect(bill?.invoice_date).toBe('2020-06-30');
    expect(bill?.accounting_date).toBe(dayIn(new Date(), 'Europe/Paris'));
    await accountant().post(billId);
    expect(await open({ closedPeriod: 'today' }).preview(envelope)).toMatchObject({
      kind: 'preview',
      bill: { remarks: [{ fr: expect.stringContaining('close') }, { fr: expect.stringContaining('M-') }] },
    });
  });

  it('may differ by what the entity tolerates, and no more', async () => {
    const { lines } = anInvoiceOf([aLine()]);
    const totals = {
      lines: Decimal.of('100.00'),
      taxExclusive: Decimal.of('100.00'),
      vat: Decimal.of('20.00'),
      taxInclusive: Decimal.of('120.02'),
      due: Decimal.of('120.02'),
    };
    const { envelope, key } = aDelivery({ lines, totals });
    const refused = { kind: 'refused', code: 'amount-differs' };
    expect(await open({ tolerance: '0.01' }).preview(envelope)).toMatchObject(refused);
    expect(await open({ tolerance: '0.01' }).deliver(envelope, key)).toMatchObject(refused);
    expect(await open({ tolerance: '0.02' }).deliver(envelope, key)).toMatchObject({ kind: 'accepted' });
  });

  it('is shown beforehand with its accounts, its taxes and its journal', async () => {
    const { envelope } = aDelivery();
    const outcome = await open().preview(envelope);
    expect(outcome).toMatchObject({
      kind: 'preview',
      bill: {
        journal: expect.stringMatching(/\w/),
        lines: [{ account: '60630 · Alimentation', tax: 'TVA déductible 20 %' }],
        totals: { net: '100.00', vat: '20.00', gross: '120.00' },
      },
    });
  });

  it('is no longer told of once the accountant has deleted it', async () => {
    const connector = open();
    const { key, billId } = await deliver(connector);
    const told = async () => {
      const page = await connector.billsThere?.(String(Number(billId) - 1));
      return page?.kind === 'page' && page.bills.some((bill) => bill.key === key);
    };
    expect(await told()).toBe(true);
    await accountant().client.call('account.invoice', 'delete', [[Number(billId)]], z.unknown());
    expect(await told()).toBe(false);
  });

  it('is counted off the order that it quotes', async () => {
    const supplier = aNewSupplier();
    const number = await placeOrder(accountant().client, {
      siret: supplier.siret,
      supplierName: supplier.name,
    });
    await deliver(open(), aDelivery({}, { supplier, engagementNumber: number }));
    const page = await open({ pageSize: 1_000 }).engagements?.(null);
    const order =
      page?.kind === 'page' && page.engagements.find((engagement) => engagement.number === number);
    expect(order).toMatchObject({ amountLeft: '480.00', closed: false, label: 'Archives' });
  });
});

describe('a check-up of Tryton', () => {
  beforeEach((context) => {
    const tryton = inject('tryton');
    if ('missing' in tryton) context.skip(tryton.missing);
  });

  const statesOf = async (connector: AccountingConnector) => {
    const { points = [] } = await connector.check();
    return Object.fromEntries(points.map(({ subject, state }) => [subject, state]));
  };

  it('names each thing that is wrong, and goes on looking', async () => {
    const connector = open({ journal: 'ACH', taxes: [{ rate: '20', name: 'TVA inconnue' }] });
    const health = await connector.check();
    expect(health).toMatchObject({ kind: 'refused', message: { fr: expect.stringContaining('ACH') } });
    expect(await statesOf(connector)).toMatchObject({
      credentials: 'fine',
      journal: 'wrong',
      accounts: 'fine',
      taxes: 'wrong',
      payments: 'fine',
      purchases: 'fine',
    });
  });

  it('tells that no fiscal period is open yet', async () => {
    const connector = trytonKind.open(settingsOf(there()), {
      now: () => new Date('2019-12-31T23:30:00Z'),
      mark: () => {},
      privateTargets: true,
    });
    expect(await statesOf(connector)).toMatchObject({ period: 'wrong' });
    expect(await connector.check()).toMatchObject({ message: { fr: expect.stringContaining('2020-01-01') } });
  });

  it('does not look behind a wrong password', async () => {
    const connector = open({ user: `personne-${randomUUID()}` });
    expect(await statesOf(connector)).toMatchObject({
      address: 'fine',
      credentials: 'wrong',
      journal: 'notLookedAt',
    });
  });

  it('offers journals, accounts and taxes of the entity to choose from', async () => {
    const tools = { now: () => new Date(), mark: () => {}, privateTargets: true };
    const [reach, books] = trytonKind.steps;
    const first = await reach?.test?.(settingsOf(there()), tools);
    expect(first).toMatchObject({
      value: {
        choices: {
          journal: expect.arrayContaining([expect.objectContaining({ label: expect.stringMatching(/·/) })]),
        },
      },
    });
    const second = await books?.test?.(settingsOf(there()), tools);
    expect(second).toMatchObject({
      value: {
        choices: {
          payableAccount: expect.arrayContaining([expect.objectContaining({ value: '40110' })]),
          'accounts.account': expect.arrayContaining([expect.objectContaining({ value: '60630' })]),
          'taxes.name': expect.arrayContaining([expect.objectContaining({ value: 'TVA déductible 20 %' })]),
        },
      },
    });
  });
});
