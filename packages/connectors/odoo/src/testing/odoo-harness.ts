import type { ConnectorHarness, OpenOptions } from '@parvis/connector-kit/testing/connector-harness';
import { addressOfNobody } from '@parvis/connector-kit/testing/faulty-proxy';
import { startHttpTrouble } from '@parvis/connector-kit/testing/http-trouble';
import { odooKind } from '../odoo-kind.js';
import type { OdooSettings } from '../settings.js';
import { addUp, cancel, comment, insertLine, linesOf, pay, post, takeBackPayment } from './odoo-bills.js';
import { type OdooStandIn, standInAccount, startOdooStandIn } from './odoo-stand-in.js';
import type { Row, Tables } from './odoo-tables.js';

/** The settings of an entity whose books the stand-in keeps. */
export const standInSettings = (url: string): OdooSettings => ({
  url,
  ...standInAccount,
  payableAccount: '401100',
  expenseAccount: '606250',
  accounts: [{ serviceCode: 'RESTAURATION', account: '606300' }],
  vat: 'deductible',
  taxes: [],
  tolerance: '0',
  pageSize: 100,
  overlapSeconds: 5,
});

export const makeOdooHarness = async (
  major: 17 | 19,
): Promise<ConnectorHarness & { readonly standIn: OdooStandIn }> => {
  const standIn = await startOdooStandIn(major);
  const { tables, origin } = standIn;
  const trouble = await startHttpTrouble(origin, {
    creates: ({ path, body }) =>
      body.includes('"invoice_line_ids/id"') && (path === '/jsonrpc' || path === '/json/2/account.move/load'),
    asksForNews: ({ body }) => body.includes('"payment_state"'),
  });
  const nowhere = await addressOfNobody();
  const siretField = major >= 18 ? 'company_registry' : 'siret';

  const open = (
    { mark = () => {}, now = () => new Date(), timeoutMs, pageSize, troubled }: OpenOptions = {},
    change: Partial<OdooSettings> = {},
  ) =>
    odooKind.open(
      {
        ...standInSettings(troubled ? trouble.origin : origin),
        ...(pageSize ? { pageSize } : {}),
        ...change,
      },
      { now, mark, privateTargets: true, ...(timeoutMs ? { timeoutMs } : {}) },
    );
  const bill = (id: string): Row => tables.need('account.move', Number(id));

  return {
    standIn,
    open: (options) => open(options),
    openWithWrongCredentials: () => open({}, { apiKey: 'une-autre-cle' }),
    openToNowhere: () => open({}, { url: nowhere }),
    trouble,
    patienceMs: 400,
    unknownWord: { known: /"state":"posted"/g, unknown: '"state":"en-attente-du-visa"' },
    statusWords: odooKind.statusWords,
    setUp: {
      kind: odooKind,
      settings: { ...standInSettings(origin) },
      tools: { now: () => new Date(), mark: () => {}, privateTargets: true },
    },
    books: {
      billsUnder: async (key) =>
        tables
          .all('account.move')
          .filter(({ invoice_origin }) => invoice_origin === key)
          .map((row) => seenBill(tables, row, siretField)),
      suppliersWith: async (siret) =>
        tables.all('res.partner').filter((partner) => partner[siretField] === siret).length,
      typeIn: async ({ siret, supplierName, reference }) =>
        typeIn(tables, { [siretField]: siret, name: supplierName }, reference),
    },
    accountant: {
      post: async (id) => post(tables, bill(id)),
      pay: async (id) => pay(tables, bill(id)),
      cancel: async (id, reason) => {
        comment(tables, bill(id), reason);
        cancel(tables, bill(id));
      },
      returnPayment: async (id, reason) => {
        takeBackPayment(tables, bill(id));
        comment(tables, bill(id), reason);
      },
      placeOrder: async ({ siret, supplierName }) =>
        placeOrder(tables, { [siretField]: siret, name: supplierName }),
    },
    stop: async () => {
      await trouble.stop();
      await standIn.stop();
    },
  };
};

const seenBill = (tables: Tables, row: Row, siretField: string) => {
  const sign = row.move_type === 'in_refund' ? -1 : 1;
  const amount = (value: unknown): string => (sign * Number(value) || 0).toFixed(2);
  return {
    id: String(row.id),
    reference: String(row.ref),
    supplierSiret: String(tables.need('res.partner', Number(row.partner_id))[siretField] ?? ''),
    net: amount(row.amount_untaxed),
    vat: amount(row.amount_tax),
    gross: amount(row.amount_total),
    lines: linesOf(tables, row, 'product').length,
    files: tables
      .all('ir.attachment')
      .filter(({ res_model, res_id }) => res_model === 'account.move' && res_id === row.id)
      .map(({ sha256 }) => String(sha256)),
  };
};

const ACCOUNTANT = 2;

const typeIn = (tables: Tables, supplier: Record<string, string>, reference: string): void => {
  const partner = tables.insert('res.partner', supplier, ACCOUNTANT);
  const [company] = tables.all('res.company');
  const row = tables.insert(
    'account.move',
    {
      company_id: company?.id ?? 0,
      move_type: 'in_invoice',
      state: 'draft',
      payment_state: 'not_paid',
      posted_before: false,
      partner_id: partner.id,
      ref: reference,
    },
    ACCOUNTANT,
  );
  insertLine(tables, row, { display_type: 'product', name: 'Saisie', quantity: 1, price_unit: 1 });
  addUp(tables, row);
};

const placeOrder = (tables: Tables, supplier: Record<string, string>): string => {
  const partner = tables.insert('res.partner', supplier, ACCOUNTANT);
  const [company] = tables.all('res.company');
  const name = `P${String(tables.all('purchase.order').length + 1).padStart(5, '0')}`;
  const order = tables.insert(
    'purchase.order',
    {
      name,
      company_id: company?.id ?? 0,
      partner_id: partner.id,
      state: 'purchase',
      invoice_status: 'to invoice',
    },
    ACCOUNTANT,
  );
  tables.insert(
    'purchase.order.line',
    { order_id: order.id, price_total: 120, product_qty: 4, qty_invoiced: 1 },
    ACCOUNTANT,
  );
  return name;
};
