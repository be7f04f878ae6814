import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import { checkUp } from '@parvis/connector-kit/check-up';
import type { ConnectorKind } from '@parvis/connector-kit/connector-kind';
import type { ConnectorTools } from '@parvis/connector-kit/connector-tools';
import { deliverOnce } from '@parvis/connector-kit/deliver-once';
import { asOutcome, asUnavailable } from '@parvis/connector-kit/failures';
import { recordingClient } from '@parvis/connector-kit/recording-client';
import { say } from '@parvis/domain/display/language';
import { previewBill } from './delivering/preview-bill.js';
import { trytonBook } from './delivering/tryton-book.js';
import { billsThere } from './looking/bills-there.js';
import { engagementsThere } from './looking/engagements-there.js';
import { allLooks } from './looks.js';
import { readNews } from './news/read-news.js';
import { makeSessions, type Session } from './protocol/session.js';
import { hideSessionKey, makeTrytonClient } from './protocol/tryton-client.js';
import { steps } from './set-up.js';
import { parseTrytonSettings, type TrytonSettings } from './settings.js';
import { statusWords } from './status-words.js';

const sessionOf = makeSessions();

/** Tryton 6.0, over JSON-RPC. */
export const trytonKind: ConnectorKind<TrytonSettings> = {
  system: 'tryton',
  label: 'Tryton',
  description: say(
    'Chaque facture reçue devient une facture fournisseur en brouillon ; comptabilisation et paiement reviennent.',
    'Every invoice received becomes a draft supplier invoice; posting and payment come back.',
  ),
  steps,
  statusWords,
  capabilities: { attachments: true, reasons: true, paymentSteps: true, uniqueInTarget: false },
  // A call takes Tryton 10 to 30 ms, and its database refuses writers who meet.
  pace: { perSecond: 50, atOnce: 4 },
  parseSettings: parseTrytonSettings,
  open: (settings, tools) => openTryton(settings, tools, sessionOf(settings)),
};

const openTryton = (
  settings: TrytonSettings,
  tools: ConnectorTools,
  session: Session,
): AccountingConnector => {
  const transport = recordingClient({ ...tools, secretFields: ['password'], hideAnswer: hideSessionKey });
  const client = { ...makeTrytonClient(settings, session, transport), settings, session, now: tools.now };
  let version = '';
  const heard = (said: string) => {
    version = said;
  };
  return {
    system: 'tryton',
    check: () => checkUp(allLooks(client, heard), () => version),
    preview: (envelope) =>
      asOutcome(async () => ({ kind: 'preview' as const, bill: await previewBill(client, envelope) })),
    deliver: (envelope, key) => deliverOnce(trytonBook(client), { envelope, key }, tools.mark),
    statusesAfter: (cursor) => asUnavailable(() => readNews(client, cursor)),
    billsThere: (after) => asUnavailable(() => billsThere(client, after)),
    engagements: (after) => asUnavailable(() => engagementsThere(client, after)),
  };
};
