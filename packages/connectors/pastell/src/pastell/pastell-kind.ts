import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import { checkUp, type Look, lookAtAll } from '@parvis/connector-kit/check-up';
import type { ConnectorKind } from '@parvis/connector-kit/connector-kind';
import type { ConnectorTools } from '@parvis/connector-kit/connector-tools';
import { asUnavailable, Refused } from '@parvis/connector-kit/failures';
import { liveTest } from '@parvis/connector-kit/live-test';
import { deliverPes, numbersOf } from '@parvis/connector-kit/pes/deliver-pes';
import { pesSteps } from '@parvis/connector-kit/pes/pes-fields';
import { previewPes } from '@parvis/connector-kit/pes/preview-pes';
import { recordingClient } from '@parvis/connector-kit/recording-client';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import { pastellCarrier } from './pastell-carrier.js';
import { makePastellClient, type PastellClient } from './pastell-client.js';
import { accessFields, documentFields } from './pastell-fields.js';
import { pastellStatusWords } from './pastell-words.js';
import { readPastellNews } from './read-pastell-news.js';
import { type PastellSettings, parsePastellSettings, pastellAccess, pastellDocuments } from './settings.js';

/** Pastell, version 2 of its interface: signature book, transmission and archive of local authorities. */
export const pastellKind: ConnectorKind<PastellSettings> = {
  system: 'pastell',
  label: 'Pastell',
  description: say(
    'Chaque facture devient un PES déposé dans Pastell, qui le fait signer et l’envoie à Hélios ; ses étapes reviennent.',
    'Each invoice becomes a PES posted in Pastell, which has it signed and sends it to Hélios; its steps come back.',
  ),
  steps: [
    {
      key: 'reach',
      title: say('Accès', 'Access'),
      help: say(
        'Le compte doit pouvoir créer et modifier des documents Hélios sur votre entité, et lire son journal.',
        'The account must be able to create and change Hélios documents on your entity, and to read its journal.',
      ),
      fields: accessFields,
      test: liveTest(z.object(pastellAccess), async (access, tools) =>
        lookAtAll(accessLooks(clientOf(access, tools))),
      ),
    },
    {
      key: 'documents',
      title: say('Documents', 'Documents'),
      help: say(
        'Le type de document qui porte vos PES, et ce qui en est fait une fois déposé.',
        'The type of document that carries your PES, and what is done with it once posted.',
      ),
      fields: documentFields,
      test: liveTest(z.object({ ...pastellAccess, ...pastellDocuments }), async (known, tools) =>
        lookAtAll([typeLook(clientOf(known, tools), known.documentType)]),
      ),
    },
    ...pesSteps,
  ],
  statusWords: pastellStatusWords,
  capabilities: { attachments: true, reasons: true, paymentSteps: true, uniqueInTarget: false },
  pace: { perSecond: 10, atOnce: 4 },
  parseSettings: parsePastellSettings,
  open: (settings, tools) => openPastell(settings, tools),
};

const clientOf = (
  access: Pick<PastellSettings, 'url' | 'user' | 'password' | 'entity'>,
  tools: ConnectorTools,
): PastellClient => makePastellClient(access, recordingClient(tools));

const accessLooks = (client: PastellClient): readonly Look[] => [
  {
    subject: 'credentials',
    label: say('Identifiant et mot de passe', 'Login and password'),
    vital: true,
    look: async () => {
      const version = await client.version();
      return say(`Pastell ${version} répond.`, `Pastell ${version} answers.`);
    },
  },
  {
    subject: 'entity',
    label: say('Entité', 'Entity'),
    look: async () => {
      const name = await client.entityName();
      return say(`C’est « ${name} ».`, `It is "${name}".`);
    },
  },
  {
    subject: 'journal',
    label: say('Journal', 'Journal'),
    look: async () => {
      await client.journal(0, 1);
      return say('Le compte peut le lire.', 'The account may read it.');
    },
  },
];

const typeLook = (client: PastellClient, type: string): Look => ({
  subject: 'documentType',
  label: say('Type de document', 'Type of document'),
  look: async () => {
    if ((await client.documentTypes()).includes(type))
      return say(`« ${type} » est là.`, `"${type}" is there.`);
    throw new Refused(
      'reference-data-missing',
      say(
        `Pastell n’offre pas le type « ${type} » à ce compte. Activez-le sur l’entité ou choisissez l’autre.`,
        `Pastell does not offer the type "${type}" to this account. Activate it on the entity or choose the other.`,
      ),
    );
  },
});

const openPastell = (settings: PastellSettings, tools: ConnectorTools): AccountingConnector => {
  const client = clientOf(settings, tools);
  return {
    system: 'pastell',
    check: () => {
      let version = '';
      const seen: PastellClient = {
        ...client,
        version: async () => {
          version = await client.version();
          return version;
        },
      };
      return checkUp([...accessLooks(seen), typeLook(client, settings.documentType)], () => version);
    },
    preview: (envelope) => previewPes(envelope, settings, tools.now()),
    deliver: (envelope, key) =>
      deliverPes({ envelope, key }, settings, pastellCarrier(settings, client, tools.now), tools),
    statusesAfter: (cursor) =>
      asUnavailable(() =>
        readPastellNews({ client, settings, numbers: numbersOf(tools), inbox: tools.inbox }, cursor),
      ),
  };
};
