import type {
  AccountingConnector,
  ConnectionHealth,
} from '@parvis/application/accounting/accounting-connector';
import { billPreview } from '@parvis/connector-kit/bill-preview';
import type { ConnectorKind, ConnectorTools } from '@parvis/connector-kit/connector-kind';
import { deliverOnce } from '@parvis/connector-kit/deliver-once';
import { asOutcome, asUnavailable } from '@parvis/connector-kit/failures';
import { recordingClient } from '@parvis/connector-kit/recording-client';
import { say } from '@parvis/domain/display/language';
import { booksBill } from './delivering/books-bill.js';
import { referencesOf } from './delivering/references.js';
import { trytonBook } from './delivering/tryton-book.js';
import { readNews } from './news/read-news.js';
import { makeSessions, type Session } from './protocol/session.js';
import { hideSessionKey, makeTrytonClient } from './protocol/tryton-client.js';
import { parseTrytonSettings, type TrytonSettings } from './settings.js';

const sessionOf = makeSessions();

/** Tryton 6.0, over JSON-RPC. */
export const trytonKind: ConnectorKind<TrytonSettings> = {
  system: 'tryton',
  label: 'Tryton',
  description: say(
    'Chaque facture reçue devient une facture fournisseur en brouillon ; comptabilisation et paiement reviennent.',
    'Every invoice received becomes a draft supplier invoice; posting and payment come back.',
  ),
  steps: [],
  statusWords: [],
  capabilities: { attachments: true, reasons: true, paymentSteps: true, uniqueInTarget: false },
  parseSettings: parseTrytonSettings,
  open: (settings, tools) => openTryton(settings, tools, sessionOf(settings)),
};

const openTryton = (
  settings: TrytonSettings,
  tools: ConnectorTools,
  session: Session,
): AccountingConnector => {
  const transport = recordingClient({ ...tools, secretFields: ['password'], hideAnswer: hideSessionKey });
  const client = { ...makeTrytonClient(settings, session, transport), settings, session };
  return {
    system: 'tryton',
    check: () =>
      asOutcome(async (): Promise<ConnectionHealth> => {
        const version = await client.version();
        await client.signedIn();
        session.references = undefined;
        await referencesOf(client);
        return { kind: 'fine', version };
      }),
    preview: async (envelope) => ({
      kind: 'preview',
      bill: billPreview(envelope, booksBill(envelope, settings.vat), { there: 'unknown' }),
    }),
    deliver: (envelope, key) => deliverOnce(trytonBook(client), { envelope, key }, tools.mark),
    statusesAfter: (cursor) => asUnavailable(() => readNews(client, cursor)),
  };
};
