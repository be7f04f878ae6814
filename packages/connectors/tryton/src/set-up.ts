import { type Look, lookAtAll } from '@parvis/connector-kit/check-up';
import type { ConnectorTools } from '@parvis/connector-kit/connector-tools';
import { liveTest } from '@parvis/connector-kit/live-test';
import { mappingFields } from '@parvis/connector-kit/mapping';
import { recordingClient } from '@parvis/connector-kit/recording-client';
import type { Choice, SetUpStep, StepFindings } from '@parvis/connector-kit/set-up';
import { say } from '@parvis/domain/display/language';
import { booksLooks, mappingLooks, reachLooks } from './looks.js';
import {
  type Account,
  hideSessionKey,
  makeTrytonClient,
  type TrytonClient,
} from './protocol/tryton-client.js';
import { accountChoices } from './reading/accounts.js';
import { journalChoices, paymentTermChoices } from './reading/books.js';
import { taxChoices } from './reading/taxes.js';
import { booksSettings, mappedSettings, reachSettings } from './settings.js';

/** A client of its own: what a person is still trying out must not touch the sessions at work. */
const clientFor = (account: Account, tools: ConnectorTools): TrytonClient =>
  makeTrytonClient(
    account,
    { signedIn: undefined, references: undefined },
    recordingClient({ ...tools, secretFields: ['password'], hideAnswer: hideSessionKey }),
  );

type ReadChoices = Readonly<Record<string, (client: TrytonClient) => Promise<readonly Choice[]>>>;

const booksChoices: ReadChoices = { journal: journalChoices, paymentTerm: paymentTermChoices };

const mappingChoices: ReadChoices = {
  payableAccount: (client) => accountChoices(client, 'payable'),
  expenseAccount: (client) => accountChoices(client, 'expense'),
  'accounts.account': (client) => accountChoices(client, 'expense'),
  'taxes.name': taxChoices,
};

/** Looks, and where nothing vital is wrong reads what the fields of the next steps may be chosen from. */
const findings = async (
  client: TrytonClient,
  looks: readonly Look[],
  read: ReadChoices,
): Promise<StepFindings> => {
  const { points } = await lookAtAll(looks);
  if (points.some(({ state }) => state === 'notLookedAt')) return { points };
  const choices: Record<string, readonly Choice[]> = {};
  for (const [field, readField] of Object.entries(read)) choices[field] = await readField(client);
  return { points, choices };
};

export const steps: readonly SetUpStep[] = [
  {
    key: 'reach',
    title: say('Joindre Tryton', 'Reach Tryton'),
    help: say(
      'L’adresse est celle de la base, telle que le client Tryton la connaît. Créez pour Parvis un compte à lui, dans les groupes « Comptabilité » et, si vous les utilisez, « Paiement » et « Achat ».',
      'The address is the database’s, as the Tryton client knows it. Create an account of its own for Parvis, in the groups "Accounting" and, where you use them, "Payment" and "Purchase".',
    ),
    fields: [
      {
        name: 'url',
        type: 'url',
        required: true,
        placeholder: 'https://tryton.example:8000/mairie/',
        label: say('Adresse de la base', 'Address of the database'),
      },
      { name: 'user', type: 'text', required: true, label: say('Identifiant', 'User name') },
      { name: 'password', type: 'secret', required: true, label: say('Mot de passe', 'Password') },
    ],
    test: liveTest(reachSettings, (settings, tools) => {
      const client = clientFor(settings, tools);
      return findings(client, reachLooks(client), booksChoices);
    }),
  },
  {
    key: 'books',
    title: say('Choisir où vont les factures', 'Choose where invoices go'),
    help: say(
      'Chaque facture devient un brouillon dans ce journal ; votre comptable la valide et la comptabilise lui-même.',
      'Every invoice becomes a draft in this journal; your accountant validates and posts it.',
    ),
    fields: [
      {
        name: 'vat',
        type: 'choice',
        required: false,
        label: say('TVA', 'VAT'),
        choices: [
          {
            value: 'deductible',
            label: say('Sur son propre compte (TVA déductible)', 'On its own account (deductible)'),
          },
          {
            value: 'inclusive',
            label: say('Avec la dépense (TVA non déductible)', 'Within the expense (not deductible)'),
          },
        ],
      },
      ...mappingFields.filter(({ name }) => name === 'journal'),
      {
        name: 'paymentTerm',
        type: 'lookUp',
        required: false,
        label: say('Délai de paiement', 'Payment term'),
        help: say('Vide : celui que Tryton choisit.', 'Empty: the one that Tryton chooses.'),
      },
      {
        name: 'closedPeriod',
        type: 'choice',
        required: false,
        label: say('Facture datée d’une période close', 'Invoice dated in a closed period'),
        choices: [
          {
            value: 'refuse',
            label: say('La mettre de côté : quelqu’un décide', 'Set it aside: somebody decides'),
          },
          {
            value: 'today',
            label: say('La comptabiliser à la date du jour', 'Book it on the day it comes'),
          },
        ],
      },
    ],
    test: liveTest(booksSettings, (settings, tools) => {
      const client = clientFor(settings, tools);
      return findings(client, booksLooks(client, settings), { ...booksChoices, ...mappingChoices });
    }),
  },
  {
    key: 'mapping',
    title: say('Imputer les lignes', 'Map the lines'),
    help: say(
      'Chaque ligne va sur le compte de la première règle qui lui convient. Votre comptable peut toujours changer le brouillon.',
      'Every line goes to the account of the first rule that fits. Your accountant can always change the draft.',
    ),
    fields: mappingFields.filter(({ name }) => name !== 'journal'),
    test: liveTest(mappedSettings, (settings, tools) => {
      const client = clientFor(settings, tools);
      return findings(client, mappingLooks(client, settings), mappingChoices);
    }),
  },
];
