import { aDelivery, aNewSupplier } from '@parvis/connector-kit/testing/contract-envelope';
import { Decimal } from '@parvis/domain/amount/decimal';
import { aLine, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { odooKind } from './odoo-kind.js';
import type { OdooSettings } from './settings.js';
import { pay, post } from './testing/odoo-bills.js';
import { makeOdooHarness, standInSettings } from './testing/odoo-harness.js';
import type { Row } from './testing/odoo-tables.js';

describe('Odoo’s books', () => {
  let harness: Awaited<ReturnType<typeof makeOdooHarness>>;
  beforeAll(async () => {
    harness = await makeOdooHarness(17);
  });
  afterAll(() => harness.stop());

  const tools = { now: () => new Date(), mark: () => {}, privateTargets: true };
  const open = (change: Partial<OdooSettings> = {}) =>
    odooKind.open({ ...standInSettings(harness.standIn.origin), ...change }, tools);
  const billOf = (id: string): Row => harness.standIn.tables.need('account.move', Number(id));

  const delivered = async (invoice = {}, change: Partial<OdooSettings> = {}) => {
    const { envelope, key } = aDelivery(invoice);
    const outcome = await open(change).deliver(envelope, key);
    if (!('reference' in outcome)) throw new Error(JSON.stringify(outcome));
    return { key, bill: billOf(outcome.reference.id) };
  };

  it('shows everything that is missing at once', async () => {
    const health = await open({ journal: 'ZZZ', expenseAccount: '999999', company: undefined }).check();
    const wrong = health.points?.filter(({ state }) => state === 'wrong').map(({ subject }) => subject);
    expect(health).toMatchObject({ kind: 'refused', code: 'reference-data-missing' });
    expect(wrong).toEqual(['journal', 'account-999999']);
  });

  it('looks no further than a company that is not there', async () => {
    const { points = [] } = await open({ company: 'Commune inconnue' }).check();
    expect(points.find(({ subject }) => subject === 'company')?.state).toBe('wrong');
    expect(points.find(({ subject }) => subject === 'journal')?.state).toBe('notLookedAt');
  });

  it('names a right that the account lacks', async () => {
    harness.standIn.withheld.add('account.move unlink');
    const health = await open().check();
    harness.standIn.withheld.clear();
    expect(health).toMatchObject({ kind: 'refused', code: 'right-missing' });
  });

  it('is refused where the account may not create bills', async () => {
    harness.standIn.withheld.add('account.move create');
    const { envelope, key } = aDelivery();
    const outcome = await open().deliver(envelope, key);
    harness.standIn.withheld.clear();
    expect(outcome).toMatchObject({ kind: 'refused', code: 'right-missing' });
  });

  it('offers the journals, accounts and taxes of the books to choose from', async () => {
    const step = odooKind.steps.find(({ key }) => key === 'books');
    const outcome = await step?.test?.({ ...standInSettings(harness.standIn.origin) }, tools);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        choices: {
          journal: [{ value: 'ACH', label: 'ACH Achats' }],
          payableAccount: [{ value: '401100', label: '401100 Fournisseurs' }],
          'taxes.name': expect.arrayContaining([{ value: '20% S', label: expect.stringContaining('20') }]),
        },
      },
    });
  });

  it('knows a bill of ours whose origin the accountant has rewritten', async () => {
    const { envelope, key } = aDelivery();
    await open().deliver(envelope, key);
    const row = harness.standIn.tables.all('account.move').find((known) => known.invoice_origin === key);
    if (row) harness.standIn.tables.update(row, { invoice_origin: 'P00042' });
    expect(await open().deliver(envelope, key)).toMatchObject({
      kind: 'alreadyKnown',
      reference: { id: String(row?.id) },
    });
  });

  it('tells of a part payment without moving the invoice', async () => {
    const { key, bill } = await delivered();
    post(harness.standIn.tables, bill);
    pay(harness.standIn.tables, bill, 0.5);
    const page = await open().statusesAfter(null);
    const statuses = page.kind === 'page' ? page.statuses.filter((status) => status.key === key) : [];
    expect(statuses.map(({ sourceCode, actions }) => [sourceCode, ...actions])).toEqual([
      ['posted', 'orderPayment'],
      ['partial'],
    ]);
  });

  it('writes the supplier’s own VAT on the tax line, and only as far as rounding goes', async () => {
    const lines = [1, 2, 3].map((id) =>
      aLine({
        id: String(id),
        quantity: Decimal.of(1),
        price: { net: Decimal.of('1.07') },
        netAmount: Decimal.of('1.07'),
      }),
    );
    const { bill } = await delivered(anInvoiceOf(lines, { number: 'F-TVA-1' }));
    expect([bill.amount_untaxed, bill.amount_tax, bill.amount_total]).toEqual([3.21, 0.64, 3.85]);
    const gross = {
      taxExclusive: Decimal.of('100.00'),
      vat: Decimal.of('25.00'),
      taxInclusive: Decimal.of('125.00'),
    };
    const wrong = aDelivery({
      totals: gross,
      vatBreakdown: [
        {
          taxableAmount: Decimal.of('100.00'),
          taxAmount: Decimal.of('25.00'),
          category: 'S',
          rate: Decimal.of('20'),
        },
      ],
    });
    expect(await open().deliver(wrong.envelope, wrong.key)).toMatchObject({ code: 'amount-differs' });
  });

  it('puts up with a difference within the tolerance', async () => {
    const { envelope, key } = aDelivery({
      totals: {
        taxExclusive: Decimal.of('100.00'),
        vat: Decimal.of('20.00'),
        taxInclusive: Decimal.of('120.01'),
      },
    });
    expect(await open({ tolerance: '0.01' }).deliver(envelope, key)).toMatchObject({ kind: 'accepted' });
  });

  it('tells what is left of an order that was billed in part', async () => {
    const { siret, name } = aNewSupplier();
    const number = await harness.accountant.placeOrder?.({ siret, supplierName: name });
    const page = await open().engagements?.(null);
    const orders = page?.kind === 'page' ? page.engagements : [];
    expect(orders.find((order) => order.number === number)).toMatchObject({
      amountLeft: '90.00',
      closed: false,
    });
  });

  it('keeps the key out of what is recorded', async () => {
    const seen: string[] = [];
    const connector = odooKind.open(
      { ...standInSettings(harness.standIn.origin), pageSize: 99 },
      { ...tools, record: (exchange) => seen.push(JSON.stringify(exchange)) },
    );
    await connector.check();
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.join('')).not.toContain('cle-des-tests');
  });
});
