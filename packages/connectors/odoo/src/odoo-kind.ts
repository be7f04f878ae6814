import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import { checkUp } from '@parvis/connector-kit/check-up';
import type { ConnectorKind } from '@parvis/connector-kit/connector-kind';
import type { ConnectorTools } from '@parvis/connector-kit/connector-tools';
import { deliverOnce } from '@parvis/connector-kit/deliver-once';
import { asOutcome, asUnavailable } from '@parvis/connector-kit/failures';
import { recordingClient } from '@parvis/connector-kit/recording-client';
import { say } from '@parvis/domain/display/language';
import { odooBook } from './delivering/odoo-book.js';
import { billsThere } from './looking/bills-there.js';
import { engagements } from './looking/engagements.js';
import { accountLooks, booksLooks, mappingLooks } from './looking/looks.js';
import { preview } from './looking/preview.js';
import { readNews } from './news/read-news.js';
import { hideKey, makeOdooClient } from './protocol/odoo-client.js';
import { makeSessions } from './protocol/session.js';
import { steps } from './set-up.js';
import { type OdooSettings, parseOdooSettings } from './settings.js';
import { statusWords } from './status-words.js';

const sessionOf = makeSessions();

/** Odoo: JSON-2 from version 19 on, JSON-RPC for 16 to 18, as the server's own version tells. */
export const odooKind: ConnectorKind<OdooSettings> = {
  system: 'odoo',
  label: 'Odoo',
  description: say(
    'Chaque facture reçue devient une facture fournisseur en brouillon dans Odoo 16 ou plus récent ; comptabilisation et paiement reviennent.',
    'Every invoice received becomes a draft vendor bill in Odoo 16 or later; posting and payment come back.',
  ),
  capabilities: { attachments: true, reasons: true, paymentSteps: true, uniqueInTarget: true },
  steps,
  statusWords,
  // Odoo’s hosting throttles what asks much faster than a person clicks.
  pace: { perSecond: 10, atOnce: 4 },
  parseSettings: parseOdooSettings,
  open: (settings, tools) => openOdoo(settings, tools),
};

const openOdoo = (settings: OdooSettings, tools: ConnectorTools): AccountingConnector => {
  const session = sessionOf(settings);
  const transport = recordingClient({ ...tools, hideQuestion: hideKey });
  const client = { ...makeOdooClient(settings, session, transport), settings, session };
  return {
    system: 'odoo',
    check: () => {
      // What is remembered says nothing of what is there now.
      session.signedIn = undefined;
      session.references = undefined;
      let version = '';
      const looks = [
        ...accountLooks(client, (heard) => {
          version = heard;
        }),
        ...booksLooks(client, settings),
        ...mappingLooks(client, settings),
      ];
      return checkUp(looks, () => version);
    },
    deliver: (envelope, key) => deliverOnce(odooBook(client, envelope), { envelope, key }, tools.mark),
    statusesAfter: (cursor) => asUnavailable(() => readNews(client, cursor)),
    preview: (envelope) =>
      asOutcome(() => preview(client, envelope)).then((outcome) => {
        // What was missing may be there the next time.
        if (outcome.kind === 'refused') session.references = undefined;
        return outcome;
      }),
    billsThere: (after) => asUnavailable(() => billsThere(client, after)),
    engagements: (after) => asUnavailable(() => engagements(client, after)),
  };
};
