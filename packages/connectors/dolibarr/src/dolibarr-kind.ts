import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import { checkUp } from '@parvis/connector-kit/check-up';
import type { ConnectorKind } from '@parvis/connector-kit/connector-kind';
import type { ConnectorTools } from '@parvis/connector-kit/connector-tools';
import { deliverOnce } from '@parvis/connector-kit/deliver-once';
import { asOutcome, asUnavailable } from '@parvis/connector-kit/failures';
import { recordingClient } from '@parvis/connector-kit/recording-client';
import { say } from '@parvis/domain/display/language';
import { dolibarrBook } from './delivering/dolibarr-book.js';
import { billsThere } from './looking/bills-there.js';
import { engagements } from './looking/engagements.js';
import { accountLooks, mappingLooks, sightLooks } from './looking/looks.js';
import { preview } from './looking/preview.js';
import { readNews } from './news/read-news.js';
import { makeDolibarrClient } from './protocol/dolibarr-client.js';
import { steps } from './set-up.js';
import { type DolibarrSettings, parseDolibarrSettings } from './settings.js';
import { statusWords } from './status-words.js';

/** Dolibarr 18 and later, over its REST API. */
export const dolibarrKind: ConnectorKind<DolibarrSettings> = {
  system: 'dolibarr',
  label: 'Dolibarr',
  description: say(
    'Chaque facture reçue devient une facture fournisseur en brouillon dans Dolibarr 18 ou plus récent ; validation et paiement reviennent.',
    'Every invoice received becomes a draft supplier invoice in Dolibarr 18 or later; validation and payment come back.',
  ),
  capabilities: { attachments: true, reasons: true, paymentSteps: false, uniqueInTarget: true },
  steps,
  statusWords,
  // Often a small shared host.
  pace: { perSecond: 10, atOnce: 2 },
  parseSettings: parseDolibarrSettings,
  open: (settings, tools) => openDolibarr(settings, tools),
};

const openDolibarr = (settings: DolibarrSettings, tools: ConnectorTools): AccountingConnector => {
  const client = { ...makeDolibarrClient(settings, recordingClient(tools)), settings };
  return {
    system: 'dolibarr',
    check: () => {
      let version = '';
      const looks = [
        ...accountLooks(client, (heard) => {
          version = heard;
        }),
        ...sightLooks(client, settings),
        ...mappingLooks(client, settings),
      ];
      return checkUp(looks, () => version);
    },
    deliver: (envelope, key) => deliverOnce(dolibarrBook(client), { envelope, key }, tools.mark),
    statusesAfter: (cursor) => asUnavailable(() => readNews(client, cursor)),
    preview: (envelope) => asOutcome(() => preview(client, envelope)),
    billsThere: (after) => asUnavailable(() => billsThere(client, after)),
    engagements: (after) => asUnavailable(() => engagements(client, after)),
  };
};
