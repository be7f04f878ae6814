import type { Look } from '@parvis/connector-kit/check-up';
import { Refused } from '@parvis/connector-kit/failures';
import { accountsNamed } from '@parvis/connector-kit/mapping';
import { Decimal } from '@parvis/domain/amount/decimal';
import { say } from '@parvis/domain/display/language';
import type { TrytonConnection } from './connection.js';
import type { TrytonClient } from './protocol/tryton-client.js';
import { dayIn } from './protocol/values.js';
import { readNamedAccounts } from './reading/accounts.js';
import { readJournal, readPaymentTerm } from './reading/books.js';
import { readCompanyName, readEuro } from './reading/company.js';
import { isOpen } from './reading/fiscal-period.js';
import { requireRights } from './reading/rights.js';
import { factsOf } from './reading/server-facts.js';
import { readTaxes, taxesFor } from './reading/taxes.js';
import type { TrytonSettings } from './settings.js';

/** What a check-up looks at, in the order in which a person would mend it; `heard` is told the version. */
export const reachLooks = (client: TrytonClient, heard: (version: string) => void = () => {}): Look[] => [
  {
    subject: 'address',
    label: say('L’adresse', 'The address'),
    vital: true,
    look: async () => {
      const version = await client.version();
      heard(version);
      return say(`Tryton ${version} répond.`, `Tryton ${version} answers.`);
    },
  },
  {
    subject: 'credentials',
    label: say('L’identifiant et le mot de passe', 'The user name and the password'),
    vital: true,
    look: async () => {
      await client.signedIn();
      return say('Tryton les accepte.', 'Tryton accepts them.');
    },
  },
  {
    subject: 'rights',
    label: say('Les droits du compte', 'The account’s rights'),
    look: async () => {
      await requireRights(client);
      return say(
        'Le compte peut créer fournisseurs, factures et pièces jointes.',
        'The account may create suppliers, bills and attachments.',
      );
    },
  },
  {
    subject: 'company',
    label: say('La société', 'The company'),
    look: async () => {
      const name = await readCompanyName(client);
      return say(`Le compte travaille pour « ${name} ».`, `The account works for "${name}".`);
    },
  },
  {
    subject: 'currency',
    label: say('La devise', 'The currency'),
    look: async () => {
      await readEuro(client);
      return say('L’euro est là.', 'The euro is there.');
    },
  },
];

export const booksLooks = (
  client: TrytonClient,
  { journal, paymentTerm }: Pick<TrytonSettings, 'journal' | 'paymentTerm'>,
): Look[] => [
  {
    subject: 'journal',
    label: say('Le journal', 'The journal'),
    look: async () => {
      const { name } = await readJournal(client, journal);
      return say(`Les factures iront au journal « ${name} ».`, `Bills will go to the journal "${name}".`);
    },
  },
  {
    subject: 'paymentTerm',
    label: say('Le délai de paiement', 'The payment term'),
    look: async () => {
      await readPaymentTerm(client, paymentTerm);
      return paymentTerm === undefined
        ? say('Aucun n’est imposé.', 'None is imposed.')
        : say(`« ${paymentTerm} » est là.`, `"${paymentTerm}" is there.`);
    },
  },
];

export const mappingLooks = (
  client: TrytonClient,
  settings: Pick<TrytonSettings, 'payableAccount' | 'expenseAccount' | 'accounts' | 'taxes' | 'vat'>,
): Look[] => [
  {
    subject: 'accounts',
    label: say('Les comptes', 'The accounts'),
    look: async () => {
      await readNamedAccounts(client, settings);
      const list = accountsNamed(settings).join(', ');
      return say(`Trouvés : ${list}.`, `Found: ${list}.`);
    },
  },
  {
    subject: 'taxes',
    label: say('Les taxes d’achat', 'The purchase taxes'),
    look: async () => {
      if (settings.vat === 'inclusive') {
        return say(
          'La TVA va avec la dépense : aucune n’est nécessaire.',
          'VAT is part of the expense: none is needed.',
        );
      }
      const taxes = await readTaxes(client);
      const taxFor = taxesFor(taxes, settings.taxes);
      for (const { rate } of settings.taxes) taxFor(Decimal.of(rate));
      const rates = [...new Set(taxes.map(({ rate }) => `${rate} %`))].join(', ');
      return say(
        `Taux connus de Tryton : ${rates || 'aucun'}.`,
        `Rates that Tryton knows: ${rates || 'none'}.`,
      );
    },
  },
];

/** What comes with time and with modules. */
const readingLooks = (connection: TrytonConnection): Look[] => [
  {
    subject: 'period',
    label: say('La période comptable', 'The fiscal period'),
    look: async () => {
      const { timeZone } = await factsOf(connection);
      const today = dayIn(connection.now(), timeZone);
      if (await isOpen(connection, today)) return say('Celle du jour est ouverte.', 'Today’s is open.');
      throw new Refused(
        'reference-data-missing',
        say(
          `Aucune période n’est ouverte au ${today} : les factures du jour seraient refusées. Ouvrez l’exercice dans Tryton.`,
          `No period is open on ${today}: invoices of today would be refused. Open the fiscal year in Tryton.`,
        ),
      );
    },
  },
  {
    subject: 'payments',
    label: say('Le suivi des paiements', 'Following payments'),
    look: async () =>
      (await factsOf(connection)).payments
        ? say('Les paiements se lisent, étape par étape.', 'Payments can be read, step by step.')
        : say(
            'Le module des paiements n’est pas installé, ou le compte n’est pas du groupe « Paiement » : seule la facture soldée sera connue.',
            'The payments module is not installed, or the account is not in the group "Payment": only that a bill is settled will be known.',
          ),
  },
  {
    subject: 'purchases',
    label: say('Les engagements', 'Engagements'),
    look: async () =>
      (await factsOf(connection)).purchases
        ? say('Les commandes d’achat se lisent.', 'Purchase orders can be read.')
        : say(
            'Le module des achats n’est pas installé, ou le compte n’est pas du groupe « Achat » : les engagements ne seront pas lus.',
            'The purchases module is not installed, or the account is not in the group "Purchase": engagements will not be read.',
          ),
  },
];

export const allLooks = (connection: TrytonConnection, heard: (version: string) => void): Look[] => [
  ...reachLooks(connection, heard),
  ...booksLooks(connection, connection.settings),
  ...mappingLooks(connection, connection.settings),
  ...readingLooks(connection),
];
