import { lookAtAll } from '@parvis/connector-kit/check-up';
import type { ConnectorTools } from '@parvis/connector-kit/connector-tools';
import { liveTest } from '@parvis/connector-kit/live-test';
import { mappingFields, mappingSettings } from '@parvis/connector-kit/mapping';
import { recordingClient } from '@parvis/connector-kit/recording-client';
import type { Choice, SetUpStep, StepFindings } from '@parvis/connector-kit/set-up';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import { accountDomain, readCompany, readJournals, readTaxes } from './delivering/references.js';
import { accountLooks, booksLooks, mappingLooks } from './looking/looks.js';
import { hideKey, makeOdooClient, type OdooClient } from './protocol/odoo-client.js';
import { accountSettings, booksSettings, type OdooAccount } from './settings.js';

const clientOf = (account: OdooAccount, tools: ConnectorTools): OdooClient =>
  makeOdooClient(
    account,
    { signedIn: undefined, references: undefined },
    recordingClient({ ...tools, hideQuestion: hideKey }),
  );

const withBooks = z.object({
  ...accountSettings.shape,
  ...booksSettings.shape,
  journal: mappingSettings.journal,
});
const withMapping = z.object({ ...withBooks.shape, ...mappingSettings });

export const steps: readonly SetUpStep[] = [
  {
    key: 'reach',
    title: say('Joindre Odoo', 'Reach Odoo'),
    help: say(
      'Créez dans Odoo un compte réservé à Parvis, avec le droit « Facturation », puis une clé d’API : Préférences, Sécurité du compte, Nouvelle clé d’API. Odoo 19 fait expirer les clés : notez la date.',
      'In Odoo make an account for Parvis alone, with the right "Billing", then an API key: Preferences, Account Security, New API Key. Odoo 19 lets keys expire: note the date.',
    ),
    fields: [
      {
        name: 'url',
        type: 'url',
        required: true,
        placeholder: 'https://mairie.odoo.example',
        label: say('Adresse du serveur', 'Server address'),
        help: say('Sans /web ni /odoo à la fin.', 'Without /web or /odoo at the end.'),
      },
      { name: 'database', type: 'text', required: true, label: say('Base de données', 'Database') },
      { name: 'user', type: 'text', required: true, label: say('Identifiant du compte', 'Login') },
      { name: 'apiKey', type: 'secret', required: true, label: say('Clé d’API', 'API key') },
    ],
    test: liveTest(accountSettings, async (account, tools) => {
      const client = clientOf(account, tools);
      const { points, wrong } = await lookAtAll(accountLooks(client));
      return wrong ? { points } : { points, choices: await companyChoices(client) };
    }),
  },
  {
    key: 'books',
    title: say('Choisir la comptabilité', 'Choose the books'),
    help: say(
      'Où les factures seront inscrites. Une collectivité qui ne récupère pas la TVA la garde dans la charge.',
      'Where bills will be entered. An authority that cannot deduct VAT keeps it inside the expense.',
    ),
    fields: [
      {
        name: 'company',
        type: 'lookUp',
        required: false,
        label: say('Société', 'Company'),
        help: say('Vide : celle du compte.', 'Empty: the account’s own.'),
      },
      {
        name: 'vat',
        type: 'choice',
        required: false,
        label: say('TVA', 'VAT'),
        choices: [
          {
            value: 'deductible',
            label: say('Récupérée, sur son propre compte', 'Deducted, on its own account'),
          },
          { value: 'inclusive', label: say('Comprise dans la charge', 'Inside the expense') },
        ],
      },
    ],
    test: liveTest(withBooks, async (settings, tools) => {
      const client = clientOf(settings, tools);
      const { points, wrong } = await lookAtAll(booksLooks(client, settings));
      return wrong ? { points } : { points, choices: await bookChoices(client, settings.company) };
    }),
  },
  {
    key: 'mapping',
    title: say('Imputer les lignes', 'Map the lines'),
    help: say(
      'Comptes, journal et taxes lus dans Odoo : choisissez ou saisissez leur code.',
      'Accounts, journal and taxes as read in Odoo: choose or type their code.',
    ),
    fields: mappingFields,
    test: liveTest(withMapping, async (settings, tools): Promise<StepFindings> => {
      const client = clientOf(settings, tools);
      const looks = [...booksLooks(client, settings), ...mappingLooks(client, settings)];
      const { points } = await lookAtAll(looks);
      return { points };
    }),
  },
];

const companyChoices = async (client: OdooClient): Promise<Record<string, readonly Choice[]>> => {
  const rows = await client.search(
    { model: 'res.company', domain: [], fields: ['name'], order: 'id' },
    z.object({ name: z.string() }),
  );
  return { company: rows.map(({ name }) => ({ value: name, label: name })) };
};

const MOST_ACCOUNTS = 2_000;
const accountRow = z.object({ code: z.union([z.string(), z.literal(false)]), name: z.string() });

/** For the step that follows: the journals, accounts and taxes of these books. */
const bookChoices = async (
  client: OdooClient,
  name: string | undefined,
): Promise<Record<string, readonly Choice[]>> => {
  const company = await readCompany(client, name);
  const accounts = await client.search(
    {
      model: 'account.account',
      domain: [await accountDomain(client, company)],
      fields: ['code', 'name'],
      limit: MOST_ACCOUNTS,
      context: { allowed_company_ids: [company.id] },
    },
    accountRow,
  );
  const numbered = accounts
    .flatMap(({ code, name: label }) => (code ? [{ value: code, label: `${code} ${label}` }] : []))
    .toSorted((one, other) => (one.value < other.value ? -1 : 1));
  const debts = numbered.filter(({ value }) => value.startsWith('40'));
  const journals = await readJournals(client, company);
  const taxes = await readTaxes(client, company);
  return {
    journal: journals.map(({ code, name: label }) => ({ value: code, label: `${code} ${label}` })),
    payableAccount: debts.length > 0 ? debts : numbered,
    expenseAccount: numbered,
    'accounts.account': numbered,
    'taxes.name': taxes.map(({ name: label, rate }) => ({ value: label, label: `${label} (${rate} %)` })),
  };
};
