import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import { aDelivery } from '@parvis/connector-kit/testing/contract-envelope';
import { Decimal } from '@parvis/domain/amount/decimal';
import { aLine, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { decimalValue } from './protocol/values.js';
import type { TrytonSettings } from './settings.js';
import { makeAccountant } from './testing/accountant.js';
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
      message: expect.stringContaining('69999'),
    };
    expect(await connector.check()).toMatchObject(refused);
    expect(await connector.deliver(envelope, key)).toMatchObject(refused);
  });
});
