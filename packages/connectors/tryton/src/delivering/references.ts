import { Refused } from '@parvis/connector-kit/failures';
import { Decimal } from '@parvis/domain/amount/decimal';
import { z } from 'zod';
import type { TrytonConnection } from '../connection.js';
import { decimalValue } from '../protocol/values.js';
import type { PurchaseTax, References } from '../reference-data.js';

const idRow = z.object({ id: z.int() });
const accountRow = z.object({ id: z.int(), code: z.string() });
const taxRow = z.object({
  id: z.int(),
  name: z.string(),
  rate: decimalValue,
  invoice_account: z.int(),
  credit_note_account: z.int(),
});

/** Read once for each account, and again after Tryton refused something: an identifier may have gone stale. */
export const referencesOf = (client: TrytonConnection): Promise<References> => {
  const { session } = client;
  session.references ??= readReferences(client).catch((error: unknown) => {
    session.references = undefined;
    throw error;
  });
  return session.references;
};

const readReferences = async (client: TrytonConnection): Promise<References> => {
  const { settings } = client;
  const { company } = await client.signedIn();
  const first = async (model: string, domain: readonly unknown[]): Promise<number | undefined> => {
    const [row] = await client.search(
      model,
      { domain, limit: 1, order: [['id', 'ASC']], fields: ['id'] },
      idRow,
    );
    return row?.id;
  };

  const journal = settings.journal ? ['code', '=', settings.journal] : ['type', '=', 'expense'];
  const accounts = await readAccounts(client, company);
  return {
    company,
    euro: required(await first('currency.currency', [['code', '=', 'EUR']]), 'la devise EUR'),
    france: await first('country.country', [['code', '=', 'FR']]),
    journal: required(
      await first('account.journal', [journal]),
      `le journal « ${settings.journal ?? 'charges'} »`,
    ),
    payableAccount: required(accounts.get(settings.payableAccount), `le compte ${settings.payableAccount}`),
    paymentTerm: settings.paymentTerm
      ? required(
          await first('account.invoice.payment_term', [['name', '=', settings.paymentTerm]]),
          `le délai de paiement « ${settings.paymentTerm} »`,
        )
      : undefined,
    accounts,
    taxes: await readTaxes(client, company),
  };
};

const readAccounts = async (
  client: TrytonConnection,
  company: number,
): Promise<ReadonlyMap<string, number>> => {
  const { payableAccount, expenseAccount, accounts } = client.settings;
  const codes = [...new Set([payableAccount, expenseAccount, ...accounts.map(({ account }) => account)])];
  const domain = [
    ['code', 'in', codes],
    ['company', '=', company],
  ];
  const rows = await client.search('account.account', { domain, fields: ['code'] }, accountRow);
  const found = new Map(rows.map(({ code, id }) => [code, id]));
  for (const code of codes) required(found.get(code), `le compte ${code}`);
  return found;
};

/** Percentages on purchases, the oldest first; parts of a grouped tax are left to Tryton. */
const readTaxes = async (client: TrytonConnection, company: number): Promise<readonly PurchaseTax[]> => {
  const domain = [
    ['company', '=', company],
    ['type', '=', 'percentage'],
    ['parent', '=', null],
    ['invoice_account', '!=', null],
    ['credit_note_account', '!=', null],
    ['OR', ['group', '=', null], ['group.kind', 'in', ['purchase', 'both']]],
  ];
  const fields = ['name', 'rate', 'invoice_account', 'credit_note_account'];
  const rows = await client.search('account.tax', { domain, order: [['id', 'ASC']], fields }, taxRow);
  return rows.map(({ id, name, rate, invoice_account, credit_note_account }) => ({
    id,
    name,
    rate: rate.times(Decimal.of(100)),
    account: invoice_account,
    creditNoteAccount: credit_note_account,
  }));
};

const required = (id: number | undefined, what: string): number => {
  if (id === undefined) {
    throw new Refused(
      'reference-data-missing',
      `Il manque ${what} dans Tryton. Créez-le, ou changez le réglage.`,
    );
  }
  return id;
};
