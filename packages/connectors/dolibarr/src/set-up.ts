import { lookAtAll } from '@parvis/connector-kit/check-up';
import type { ConnectorTools } from '@parvis/connector-kit/connector-tools';
import { liveTest } from '@parvis/connector-kit/live-test';
import { mappingFields } from '@parvis/connector-kit/mapping';
import { recordingClient } from '@parvis/connector-kit/recording-client';
import type { SetUpStep } from '@parvis/connector-kit/set-up';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import { accountsOfCatalogue } from './delivering/products.js';
import { accountLooks, mappingLooks, sightLooks } from './looking/looks.js';
import { type DolibarrClient, makeDolibarrClient } from './protocol/dolibarr-client.js';
import { accountSettings, booksSettings, type DolibarrAccount, dolibarrMapping } from './settings.js';

const clientOf = (account: DolibarrAccount, tools: ConnectorTools): DolibarrClient =>
  makeDolibarrClient(account, recordingClient(tools));

const withBooks = z.object({ ...accountSettings.shape, ...booksSettings.shape });
const withMapping = z.object({ ...withBooks.shape, ...dolibarrMapping.shape });

export const steps: readonly SetUpStep[] = [
  {
    key: 'reach',
    title: say('Joindre Dolibarr', 'Reach Dolibarr'),
    help: say(
      'Activez le module « API REST », créez un utilisateur réservé à Parvis, puis une clé d’API sur sa fiche. Donnez-lui les droits sur les tiers (« voir tous » compris) et sur les factures fournisseurs.',
      'Enable the module "REST API", make a user for Parvis alone, then an API key on its card. Give it the rights on third parties ("see all" included) and on supplier invoices.',
    ),
    fields: [
      {
        name: 'url',
        type: 'url',
        required: true,
        placeholder: 'https://compta.mairie.example/dolibarr/',
        label: say('Adresse de Dolibarr', 'Address of Dolibarr'),
        help: say('Celle de la page d’accueil, sans /api.', 'That of its first page, without /api.'),
      },
      { name: 'apiKey', type: 'secret', required: true, label: say('Clé d’API', 'API key') },
      {
        name: 'entity',
        type: 'number',
        required: false,
        label: say('Numéro d’entité', 'Entity number'),
        help: say('Seulement avec le module Multi-société.', 'Only with the module Multi-company.'),
      },
    ],
    test: liveTest(accountSettings, async (account, tools) => {
      const { points } = await lookAtAll(accountLooks(clientOf(account, tools)));
      return { points };
    }),
  },
  {
    key: 'books',
    title: say('Régler la lecture et la TVA', 'Settle reading and VAT'),
    help: say(
      'Dolibarr montre des listes vides à qui n’a pas le droit de voir : un fournisseur connu permet de le remarquer.',
      'Dolibarr shows empty lists to whoever may not see: a known supplier lets one notice.',
    ),
    fields: [
      {
        name: 'knownSupplier',
        type: 'text',
        required: false,
        placeholder: '00000012500013',
        label: say('SIRET d’un fournisseur connu', 'SIRET of a known supplier'),
        help: say('14 chiffres, sans espace.', '14 digits, without spaces.'),
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
      {
        name: 'timeZone',
        type: 'text',
        required: false,
        placeholder: 'Europe/Paris',
        label: say('Fuseau horaire du serveur', 'Time zone of the server'),
      },
    ],
    test: liveTest(withBooks, async (settings, tools) => {
      const client = clientOf(settings, tools);
      const { points, wrong } = await lookAtAll(sightLooks(client, settings));
      if (wrong) return { points };
      const accounts = (await accountsOfCatalogue(client)).map(({ code, ref }) => ({
        value: code,
        label: `${code} (${ref})`,
      }));
      return { points, choices: { expenseAccount: accounts, 'accounts.account': accounts } };
    }),
  },
  {
    key: 'mapping',
    title: say('Imputer les lignes', 'Map the lines'),
    help: say(
      'Dans Dolibarr le compte d’achat est celui d’un produit ou service du catalogue : la ligne prend celui qui porte le compte choisi.',
      'In Dolibarr the purchase account is that of a product or service of the catalogue: a line takes the one that carries the account chosen.',
    ),
    fields: mappingFields.filter(({ name }) => name in dolibarrMapping.shape),
    test: liveTest(withMapping, async (settings, tools) => {
      const { points } = await lookAtAll(mappingLooks(clientOf(settings, tools), settings));
      return { points };
    }),
  },
];
