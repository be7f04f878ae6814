import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import { billPreview } from '@parvis/connector-kit/bill-preview';
import { checkUp, type Look, lookAtAll } from '@parvis/connector-kit/check-up';
import type { ConnectorKind } from '@parvis/connector-kit/connector-kind';
import type { ConnectorTools } from '@parvis/connector-kit/connector-tools';
import { deliverOnce } from '@parvis/connector-kit/deliver-once';
import { asOutcome, asUnavailable } from '@parvis/connector-kit/failures';
import { liveTest } from '@parvis/connector-kit/live-test';
import { recordingClient } from '@parvis/connector-kit/recording-client';
import { say } from '@parvis/domain/display/language';
import { billBook, billOf, supplierCode } from './bill-book.js';
import { type Client, makeClient } from './client.js';
import { readNews, statusWords } from './news.js';
import { type __System__Settings, parse__System__Settings, reachSettings } from './settings.js';
import { health, suppliers } from './wire.js';

/** What Parvis loads: the connector for __SYSTEM__. */
export const connectorKind: ConnectorKind<__System__Settings> = {
  system: '__SYSTEM__',
  label: '__System__',
  description: say(
    'Chaque facture reçue devient une facture fournisseur.',
    'Every invoice becomes a supplier bill.',
  ),
  capabilities: { attachments: true, reasons: true, paymentSteps: true, uniqueInTarget: false },
  statusWords,
  pace: { perSecond: 50, atOnce: 4 },
  steps: [
    {
      key: 'reach',
      title: say('Joindre le logiciel', 'Reach the system'),
      help: say(
        'L’adresse et le jeton que votre logiciel vous donne.',
        'The address and the token your system gives you.',
      ),
      fields: [
        { name: 'url', type: 'url', required: true, label: say('Adresse', 'Address') },
        { name: 'token', type: 'secret', required: true, label: say('Jeton', 'Token') },
      ],
      test: liveTest(reachSettings, async (known, tools) => {
        const { points } = await lookAtAll(looks(makeClient(known, recordingClient(tools))));
        return { points };
      }),
    },
  ],
  parseSettings: parse__System__Settings,
  open: (settings, tools) => open(settings, tools),
};

const open = (settings: __System__Settings, tools: ConnectorTools): AccountingConnector => {
  const ask = makeClient(settings, recordingClient(tools));
  let version = '';
  const heard = (said: string): void => {
    version = said;
  };
  return {
    system: '__SYSTEM__',
    check: () => checkUp(looks(ask, heard), () => version),
    deliver: (envelope, key) => deliverOnce(billBook(ask), { envelope, key }, tools.mark),
    statusesAfter: (cursor) => asUnavailable(() => readNews(ask, cursor, settings.pageSize)),
    preview: (envelope) =>
      asOutcome(async () => {
        const query = { siret: supplierCode(envelope) };
        const known = await ask({ what: 'look up supplier', path: 'suppliers', query }, suppliers);
        const there = known.suppliers.length > 0 ? 'found' : 'made';
        return { kind: 'preview' as const, bill: billPreview(envelope, billOf(envelope), { there }) };
      }),
  };
};

/** What a check-up looks at, in the order in which a person would mend it. */
const looks = (ask: Client, heard: (version: string) => void = () => {}): readonly Look[] => [
  {
    subject: 'credentials',
    label: say('L’adresse et le jeton', 'The address and the token'),
    vital: true,
    look: async () => {
      const { version } = await ask({ what: 'health', path: 'health' }, health);
      heard(version);
      return say(`La version ${version} répond.`, `Version ${version} answers.`);
    },
  },
];
