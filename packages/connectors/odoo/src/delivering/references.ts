import { Refused } from '@parvis/connector-kit/failures';
import { accountsNamed } from '@parvis/connector-kit/mapping';
import { Decimal } from '@parvis/domain/amount/decimal';
import { type Bilingual, say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { OdooConnection } from '../connection.js';
import type { OdooClient } from '../protocol/odoo-client.js';
import { namedLinkValue } from '../protocol/values.js';
import type { Named, PurchaseTax, References } from '../reference-data.js';
import { externalIdsOf } from './external-ids.js';

const idRow = z.object({ id: z.int() });
const namedRow = z.object({ id: z.int(), name: z.string() });
const accountRow = namedRow.extend({ code: z.union([z.string(), z.literal(false)]) });
const journalRow = namedRow.extend({ code: z.string() });
const taxRow = namedRow.extend({ amount: z.number(), price_include: z.boolean() });

/** Read once for each account, and again after Odoo refused something: an identifier may have gone stale. */
export const referencesOf = (client: OdooConnection): Promise<References> => {
  const { session } = client;
  session.references ??= readReferences(client).catch((error: unknown) => {
    session.references = undefined;
    throw error;
  });
  return session.references;
};

const readReferences = async (client: OdooConnection): Promise<References> => {
  const { settings } = client;
  const company = await readCompany(client, settings.company);
  return {
    company,
    euro: await readEuro(client),
    france: (await first(client, 'res.country', [['code', '=', 'FR']]))?.id,
    journal: await readJournal(client, company, settings.journal),
    accounts: await readAccounts(client, company, accountsNamed(settings)),
    taxes: await readTaxes(client, company),
    siretField: await readSiretField(client),
    paidSubtype: await readPaidSubtype(client),
  };
};

const first = async (
  client: OdooClient,
  model: string,
  domain: readonly unknown[],
): Promise<{ readonly id: number } | undefined> =>
  (await client.search({ model, domain, fields: ['id'], limit: 1, order: 'id' }, idRow))[0];

/** The company named, or the one the account works in. */
export const readCompany = async (client: OdooClient, name: string | undefined): Promise<Named> => {
  if (name !== undefined) {
    const domain = [['name', '=', name]];
    const [company] = await client.search(
      { model: 'res.company', domain, fields: ['name'], limit: 1 },
      namedRow,
    );
    return required(company, say(`la société « ${name} »`, `the company "${name}"`));
  }
  const { userId } = await client.signedIn();
  const [user] = await client.search(
    { model: 'res.users', domain: [['id', '=', userId]], fields: ['company_id'], limit: 1 },
    z.object({ company_id: namedLinkValue }),
  );
  return required(user?.company_id, say('la société du compte', 'the account’s company'));
};

export const readEuro = async (client: OdooClient): Promise<number> =>
  required(
    await first(client, 'res.currency', [['name', '=', 'EUR']]),
    say('la devise EUR', 'the currency EUR'),
  ).id;

export const readJournals = (client: OdooClient, company: Named) =>
  client.search(
    {
      model: 'account.journal',
      domain: [
        ['type', '=', 'purchase'],
        ['company_id', '=', company.id],
      ],
      fields: ['name', 'code'],
      order: 'sequence, id',
    },
    journalRow,
  );

export const readJournal = async (
  client: OdooClient,
  company: Named,
  code: string | undefined,
): Promise<Named> => {
  const journals = await readJournals(client, company);
  const journal = code === undefined ? journals[0] : journals.find((known) => known.code === code);
  return required(
    journal && { id: journal.id, name: `${journal.code} ${journal.name}` },
    code === undefined
      ? say('un journal d’achats', 'a purchase journal')
      : say(`le journal d’achats « ${code} »`, `the purchase journal "${code}"`),
  );
};

/** Since Odoo 18 several companies may share an account. */
export const accountDomain = async (client: OdooClient, company: Named): Promise<readonly unknown[]> =>
  (await client.signedIn()).major >= 18
    ? ['company_ids', 'in', [company.id]]
    : ['company_id', '=', company.id];

export const readAccounts = async (
  client: OdooClient,
  company: Named,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Named>> => {
  const rows = await client.search(
    {
      model: 'account.account',
      domain: [['code', 'in', codes], await accountDomain(client, company)],
      fields: ['code', 'name'],
      context: { allowed_company_ids: [company.id] },
    },
    accountRow,
  );
  const found = new Map(rows.map(({ id, code, name }) => [code || '', { id, name }]));
  for (const code of codes) required(found.get(code), say(`le compte ${code}`, `the account ${code}`));
  return found;
};

/** Percentages on purchases, in the order in which Odoo offers them; taxes inside the price would change the price. */
export const readTaxes = async (client: OdooClient, company: Named): Promise<readonly PurchaseTax[]> => {
  const rows = await client.search(
    {
      model: 'account.tax',
      domain: [
        ['type_tax_use', '=', 'purchase'],
        ['amount_type', '=', 'percent'],
        ['company_id', '=', company.id],
      ],
      fields: ['name', 'amount', 'price_include'],
      order: 'sequence, id',
    },
    taxRow,
  );
  return rows
    .filter(({ price_include }) => !price_include)
    .map(({ id, name, amount }) => ({ id, name, rate: Decimal.of(amount.toFixed(4)) }));
};

const readSiretField = async (client: OdooClient): Promise<References['siretField']> => {
  const args = { allfields: ['siret'], attributes: ['type'] };
  const fields = await client.call(
    { model: 'res.partner', method: 'fields_get', args },
    z.record(z.string(), z.unknown()),
  );
  return 'siret' in fields ? 'siret' : 'company_registry';
};

const readPaidSubtype = async (client: OdooClient): Promise<number | undefined> => {
  const domain = [['res_model', '=', 'account.move']];
  const rows = await client.search({ model: 'mail.message.subtype', domain, fields: ['id'] }, idRow);
  const names = await externalIdsOf(
    client,
    'mail.message.subtype',
    rows.map(({ id }) => id),
  );
  return [...names].find(([, name]) => name === 'account.mt_invoice_paid')?.[0];
};

const required = <Found>(found: Found | undefined, what: Bilingual): Found => {
  if (found === undefined) {
    throw new Refused(
      'reference-data-missing',
      say(
        `Il manque ${what.fr} dans Odoo. Créez-le, ou changez le réglage.`,
        `${what.en} is missing in Odoo. Make it, or change the setting.`,
      ),
    );
  }
  return found;
};
