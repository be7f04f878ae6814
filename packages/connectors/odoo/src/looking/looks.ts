import type { Look } from '@parvis/connector-kit/check-up';
import { Refused } from '@parvis/connector-kit/failures';
import { accountsNamed } from '@parvis/connector-kit/mapping';
import { Decimal } from '@parvis/domain/amount/decimal';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import { readAccounts, readCompany, readEuro, readJournal, readTaxes } from '../delivering/references.js';
import { taxesFor } from '../delivering/taxes.js';
import type { OdooClient } from '../protocol/odoo-client.js';
import type { OdooSettings } from '../settings.js';

/** The server and who we are there. `heard` is told the version. */
export const accountLooks = (client: OdooClient, heard: (version: string) => void = () => {}): Look[] => [
  {
    subject: 'credentials',
    label: say('L’adresse, la base et la clé', 'The address, the database and the key'),
    vital: true,
    look: async () => {
      const { version, major, speaks } = await client.signedIn();
      heard(version);
      if (major < OLDEST) throw new Refused('reference-data-missing', tooOld(version));
      const how = speaks === 'json-2' ? 'JSON-2' : 'JSON-RPC';
      return say(`Odoo ${version} répond (${how}).`, `Odoo ${version} answers (${how}).`);
    },
  },
  {
    subject: 'rights',
    label: say('Le droit de saisir des factures', 'The right to enter bills'),
    look: async () => {
      for (const [model, operation] of neededRights) await mayDo(client, model, operation);
      return say('Le compte peut saisir des factures.', 'The account may enter bills.');
    },
  },
];

/** The oldest with `display_type` on every line, which tells taxes from debts. */
const OLDEST = 16;

const neededRights = [
  ['account.move', 'create'],
  ['account.move', 'unlink'],
  ['res.partner', 'create'],
  ['ir.attachment', 'create'],
] as const;

/** Asked in one way until Odoo 17, in another after. */
const mayDo = async (client: OdooClient, model: string, operation: string): Promise<void> => {
  const { major } = await client.signedIn();
  const may = await client.call(
    major >= 18
      ? { model, method: 'has_access', ids: [], args: { operation } }
      : { model, method: 'check_access_rights', args: { operation, raise_exception: false } },
    z.boolean(),
  );
  if (!may) throw new Refused('right-missing', missingRight(model, operation));
};

const missingRight = (model: string, operation: string) =>
  say(
    `Le compte n’a pas le droit « ${operation} » sur ${model}. Dans Odoo, donnez-lui « Facturation » et « Création de contacts ».`,
    `The account lacks the right "${operation}" on ${model}. In Odoo, give it "Billing" and "Contact Creation".`,
  );

const tooOld = (version: string) =>
  say(
    `Odoo ${version} est trop ancien : il faut la version ${OLDEST} ou une plus récente.`,
    `Odoo ${version} is too old: version ${OLDEST} or a later one is needed.`,
  );

/** What bills refer to: each is looked for by itself, so that everything missing is seen at once. */
export const booksLooks = (
  client: OdooClient,
  settings: Pick<OdooSettings, 'company' | 'journal'>,
): Look[] => [
  {
    subject: 'company',
    label: say('La société', 'The company'),
    vital: true,
    look: async () => {
      const { name } = await readCompany(client, settings.company);
      await readEuro(client);
      return say(`Société « ${name} », en euros.`, `Company "${name}", in euros.`);
    },
  },
  {
    subject: 'journal',
    label: say('Le journal des achats', 'The purchase journal'),
    look: async () => {
      const company = await readCompany(client, settings.company);
      const { name } = await readJournal(client, company, settings.journal);
      return say(`Journal « ${name} ».`, `Journal "${name}".`);
    },
  },
];

export const mappingLooks = (
  client: OdooClient,
  settings: Pick<
    OdooSettings,
    'company' | 'payableAccount' | 'expenseAccount' | 'accounts' | 'taxes' | 'vat'
  >,
): Look[] => [
  ...accountsNamed(settings).map(
    (code): Look => ({
      subject: `account-${code}`,
      label: say(`Le compte ${code}`, `Account ${code}`),
      look: async () => {
        const company = await readCompany(client, settings.company);
        const name = (await readAccounts(client, company, [code])).get(code)?.name ?? code;
        return say(`${code} ${name}`, `${code} ${name}`);
      },
    }),
  ),
  {
    subject: 'taxes',
    label: say('Les taxes d’achat', 'Purchase taxes'),
    look: async () => {
      if (settings.vat === 'inclusive') return say('TVA dans la charge.', 'VAT inside the expense.');
      const company = await readCompany(client, settings.company);
      const taxes = await readTaxes(client, company);
      const taxFor = taxesFor(taxes, settings);
      const rates = [...new Set([...usualRates, ...settings.taxes.map(({ rate }) => rate)])];
      const names = rates.map((rate) => taxFor(Decimal.of(rate))?.name ?? rate);
      return say(names.join(', '), names.join(', '));
    },
  },
];

/** The rate nearly every invoice bears; the others are told when one comes. */
const usualRates = ['20'];
