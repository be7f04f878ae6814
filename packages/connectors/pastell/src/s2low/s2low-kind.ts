import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import { checkUp, lookAtAll } from '@parvis/connector-kit/check-up';
import type { ConnectorKind } from '@parvis/connector-kit/connector-kind';
import type { ConnectorTools } from '@parvis/connector-kit/connector-tools';
import { asUnavailable } from '@parvis/connector-kit/failures';
import { liveTest } from '@parvis/connector-kit/live-test';
import { deliverPes, numbersOf } from '@parvis/connector-kit/pes/deliver-pes';
import { pesSteps } from '@parvis/connector-kit/pes/pes-fields';
import { previewPes } from '@parvis/connector-kit/pes/preview-pes';
import { recordingClient } from '@parvis/connector-kit/recording-client';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import { readS2lowNews } from './read-s2low-news.js';
import { s2lowCarrier } from './s2low-carrier.js';
import { makeS2lowClient, type S2lowClient } from './s2low-client.js';
import { s2lowFields } from './s2low-fields.js';
import { s2lowStatusWords } from './s2low-words.js';
import { parseS2lowSettings, type S2lowSettings, s2lowAccess } from './settings.js';

/** S²LOW: the transmission operator that brings a PES to Hélios and its answers back. */
export const s2lowKind: ConnectorKind<S2lowSettings> = {
  system: 's2low',
  label: 'S²LOW (Hélios)',
  description: say(
    'Chaque facture devient un mandat au format PES, déposé dans S²LOW ; acquittements et paiements d’Hélios reviennent.',
    'Each invoice becomes a payment order in the PES format, posted in S²LOW; Hélios’ acknowledgements and payments come back.',
  ),
  steps: [
    {
      key: 'reach',
      title: say('Accès', 'Access'),
      help: say(
        'S²LOW reconnaît ses clients à un certificat : le vôtre vient de votre opérateur de transmission.',
        'S²LOW knows its clients by a certificate: yours comes from your transmission operator.',
      ),
      fields: s2lowFields,
      test: liveTest(z.object(s2lowAccess), async (access, tools) =>
        lookAtAll(looks(clientOf(access, tools))),
      ),
    },
    ...pesSteps,
  ],
  statusWords: s2lowStatusWords,
  capabilities: { attachments: true, reasons: true, paymentSteps: true, uniqueInTarget: true },
  pace: { perSecond: 5, atOnce: 2 },
  parseSettings: parseS2lowSettings,
  open: (settings, tools) => openS2low(settings, tools),
};

type Access = z.infer<z.ZodObject<typeof s2lowAccess>>;

const clientOf = (access: Access, tools: ConnectorTools): S2lowClient => {
  const { certificate: cert, privateKey: key, passphrase, authority: ca } = access;
  return makeS2lowClient(access, recordingClient({ ...tools, certificate: { cert, key, passphrase, ca } }));
};

const looks = (client: S2lowClient) => [
  {
    subject: 'credentials',
    label: say('Certificat et compte', 'Certificate and account'),
    vital: true as const,
    look: async () => {
      await client.tryIn();
      return say('S²LOW reconnaît ce certificat.', 'S²LOW knows this certificate.');
    },
  },
  {
    subject: 'returns',
    label: say('Retours d’Hélios', 'What Hélios sends back'),
    look: async () => {
      const unread = await client.unreadReturns();
      return say(`${unread.length} PES Retour non lus.`, `${unread.length} PES Retour not read.`);
    },
  },
];

const openS2low = (settings: S2lowSettings, tools: ConnectorTools): AccountingConnector => {
  const client = clientOf(settings, tools);
  return {
    system: 's2low',
    check: () => checkUp(looks(client), () => `S²LOW ${new URL(settings.url).host}`),
    preview: (envelope) => previewPes(envelope, settings, tools.now()),
    deliver: (envelope, key) =>
      deliverPes({ envelope, key }, settings, s2lowCarrier(settings, client, numbersOf(tools)), tools),
    statusesAfter: (cursor) =>
      asUnavailable(() =>
        readS2lowNews({ client, settings, numbers: numbersOf(tools), inbox: tools.inbox }, cursor),
      ),
  };
};
