import { createHash, randomUUID } from 'node:crypto';
import type { ConnectorHarness, OpenOptions } from '@parvis/connector-kit/testing/connector-harness';
import { addressOfNobody } from '@parvis/connector-kit/testing/faulty-proxy';
import { startHttpTrouble } from '@parvis/connector-kit/testing/http-trouble';
import { z } from 'zod';
import { decimalValue, toDateValue, toDecimalValue } from '../protocol/values.js';
import type { TrytonSettings } from '../settings.js';
import { trytonKind } from '../tryton-kind.js';
import { makeAccountant, type TrytonAccountant } from './accountant.js';
import { placeOrder } from './place-order.js';

/** What `tooling/tryton` says of the server it started. */
export interface TestTryton {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly accountantUser: string;
  readonly accountantPassword: string;
  /** Behind Tryton's back: for what only a slow transaction of its own can do. */
  readonly databaseUrl: string;
}

const ids = z.array(z.int()).min(1);
const billRow = z.object({
  id: z.int(),
  reference: z.string(),
  untaxed_amount: decimalValue,
  tax_amount: decimalValue,
  total_amount: decimalValue,
  lines: z.array(z.int()),
  'invoice_address.': z.object({ siret: z.string() }),
});
const fileRow = z.object({ data: z.object({ base64: z.string() }) });

/** The accounts of the entity that `tooling/tryton` makes. */
export const settingsOf = ({ url, user, password }: TestTryton): TrytonSettings => ({
  url,
  user,
  password,
  payableAccount: '40110',
  expenseAccount: '60625',
  accounts: [{ serviceCode: 'RESTAURATION', account: '60630' }],
  vat: 'deductible',
  taxes: [],
  tolerance: '0',
  closedPeriod: 'refuse',
  pageSize: 100,
  // Short: the tests write much in five minutes, and would read all of it again and again.
  overlapSeconds: 5,
});

export const makeTrytonHarness = async (tryton: TestTryton): Promise<ConnectorHarness> => {
  const { origin, pathname } = new URL(tryton.url);
  const nowhere = await addressOfNobody();
  const trouble = await startHttpTrouble(origin, {
    creates: ({ body }) => body.includes('"model.account.invoice.create"'),
    asksForNews: ({ body }) =>
      body.includes('"model.account.invoice.search_read"') && body.includes('"write_date"'),
  });
  const accountant = makeAccountant({
    url: tryton.url,
    user: tryton.accountantUser,
    password: tryton.accountantPassword,
  });

  const open = (options: OpenOptions = {}, change: Partial<TrytonSettings> = {}) => {
    const { mark = () => {}, now = () => new Date(), timeoutMs, pageSize, troubled } = options;
    return trytonKind.open(
      {
        ...settingsOf(tryton),
        ...(troubled ? { url: trouble.origin + pathname } : {}),
        ...(pageSize ? { pageSize } : {}),
        ...change,
      },
      { now, mark, privateTargets: true, ...(timeoutMs ? { timeoutMs } : {}) },
    );
  };

  return {
    trouble,
    statusWords: trytonKind.statusWords,
    // Before the first fiscal year of the entity.
    closedDay: '2020-06-30',
    setUp: {
      kind: trytonKind,
      settings: settingsOf(tryton),
      tools: { now: () => new Date(), mark: () => {}, privateTargets: true },
    },
    patienceMs: 4_000,
    open: (options) => open(options),
    // Wrong passwords lock an account for a while: a name that nobody has does no harm to others.
    openWithWrongCredentials: () => open({}, { user: `personne-${randomUUID()}` }),
    openToNowhere: () => open({}, { url: nowhere + pathname }),
    unknownWord: { known: /"state": ?"posted"/g, unknown: '"state": "en-attente-du-visa"' },
    books: {
      billsUnder: (key) => seenBills(accountant, `[${key}]%`),
      suppliersWith: async (siret) => {
        const domain = [
          ['party.siren', '=', siret.slice(0, 9)],
          ['siret_nic', '=', siret.slice(9)],
        ];
        return (await accountant.client.search('party.address', { domain, fields: ['id'] }, z.unknown()))
          .length;
      },
      typeIn: (bill) => typeIn(accountant, bill),
    },
    accountant: { ...accountant, placeOrder: (order) => placeOrder(accountant.client, order) },
    stop: trouble.stop,
  };
};

const seenBills = async ({ client }: TrytonAccountant, like: string) => {
  const fields = [
    'reference',
    'untaxed_amount',
    'tax_amount',
    'total_amount',
    'lines',
    'invoice_address.siret',
  ];
  const rows = await client.search(
    'account.invoice',
    { domain: [['description', 'like', like]], fields },
    billRow,
  );
  return Promise.all(
    rows.map(async (row) => ({
      id: String(row.id),
      reference: row.reference,
      supplierSiret: row['invoice_address.'].siret,
      net: `${row.untaxed_amount.rounded()}`,
      vat: `${row.tax_amount.rounded()}`,
      gross: `${row.total_amount.rounded()}`,
      lines: row.lines.length,
      files: await filesOf(client, row.id),
    })),
  );
};

const filesOf = async (client: TrytonAccountant['client'], bill: number): Promise<string[]> => {
  const search = { domain: [['resource', '=', `account.invoice,${bill}`]], fields: ['data'] };
  const rows = await client.search('ir.attachment', search, fileRow);
  return rows.map(({ data }) =>
    createHash('sha256').update(Buffer.from(data.base64, 'base64')).digest('hex'),
  );
};

type TypedInBill = Parameters<NonNullable<ConnectorHarness['books']['typeIn']>>[0];

const typeIn = async (
  { client }: TrytonAccountant,
  { siret, supplierName, reference }: TypedInBill,
): Promise<void> => {
  const { company } = await client.signedIn();
  const first = async (model: string, domain: readonly unknown[]) => {
    const [row] = await client.search(model, { domain, limit: 1, fields: ['id'] }, z.object({ id: z.int() }));
    return row?.id;
  };
  const euro = await first('currency.currency', [['code', '=', 'EUR']]);
  const account = (code: string) =>
    first('account.account', [
      ['code', '=', code],
      ['company', '=', company],
    ]);
  const addresses = [['create', [{ siret_nic: siret.slice(9) }]]];
  const [party] = await client.call(
    'party.party',
    'create',
    [[{ name: supplierName, siren: siret.slice(0, 9), addresses }]],
    ids,
  );
  const line = {
    type: 'line',
    company,
    currency: euro,
    description: 'Saisie',
    quantity: 1,
    unit_price: toDecimalValue(decimalValue.parse({ __class__: 'Decimal', decimal: '1.00' })),
    account: await account('60625'),
  };
  const bill = {
    type: 'in',
    company,
    currency: euro,
    journal: await first('account.journal', [['type', '=', 'expense']]),
    party,
    invoice_address: await first('party.address', [['party', '=', party]]),
    account: await account('40110'),
    invoice_date: toDateValue(new Date().toISOString().slice(0, 10)),
    reference,
    lines: [['create', [line]]],
  };
  await client.call('account.invoice', 'create', [[bill]], ids);
};
