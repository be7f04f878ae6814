import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import { billPreview } from '@parvis/connector-kit/bill-preview';
import { checkUp } from '@parvis/connector-kit/check-up';
import type { ConnectorKind, PostedMessage, PostRefusal } from '@parvis/connector-kit/connector-kind';
import type { ConnectorTools } from '@parvis/connector-kit/connector-tools';
import { asUnavailable } from '@parvis/connector-kit/failures';
import { plainBill } from '@parvis/connector-kit/plain-bill';
import { recordingClient } from '@parvis/connector-kit/recording-client';
import { type Bilingual, say } from '@parvis/domain/display/language';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { statusWords } from './decode-message.js';
import { deliverEvent } from './deliver-event.js';
import { previewEvent } from './encode-event.js';
import { listBills } from './list-bills.js';
import { lookAtReadBack, lookAtReceiver } from './look-around.js';
import { readMessages } from './read-messages.js';
import { makeReceiverClient } from './receiver-client.js';
import { setUpSteps } from './set-up-steps.js';
import { parseWebhookSettings, secretsOf, type WebhookSettings } from './settings.js';
import { proveSignature, SIGNATURE_HEADER } from './signature.js';

/** A system of one's own, over signed messages both ways. */
export const webhookKind: ConnectorKind<WebhookSettings> = {
  system: 'webhook',
  label: 'Webhook signé',
  description: say(
    'Pour un logiciel maison ou un intégrateur : chaque facture lui est envoyée en JSON signé, il répond par des statuts signés.',
    'For a system of one’s own or an integrator: each invoice is posted to it as signed JSON, and it answers with signed statuses.',
  ),
  steps: setUpSteps,
  statusWords,
  capabilities: { attachments: true, reasons: true, paymentSteps: true, uniqueInTarget: true },
  parseSettings: parseWebhookSettings,
  open: (settings, tools) => openWebhook(settings, tools),
  receive: (settings, message, now) => prove(settings, message, now),
};

/** What is no success within ten seconds is taken up again later; files may take longer than that to travel. */
const LONGEST_ANSWER_MS = 10_000;

const openWebhook = (settings: WebhookSettings, tools: ConnectorTools): AccountingConnector => {
  const { readBackUrl, pageSize } = settings;
  const timeoutMs = Math.min(tools.timeoutMs ?? LONGEST_ANSWER_MS, LONGEST_ANSWER_MS);
  const client = makeReceiverClient(settings, recordingClient({ ...tools, timeoutMs }), tools.now);
  const fileClient = makeReceiverClient(settings, recordingClient(tools), tools.now);
  return {
    system: 'webhook',
    newsIsHere: true,
    check: () => {
      let version = '';
      const reached = lookAtReceiver(client, tools.now, (told) => {
        version = told;
      });
      return checkUp(
        [reached, ...(readBackUrl === undefined ? [] : [lookAtReadBack(client, readBackUrl)])],
        () => version,
      );
    },
    preview: async (envelope) => ({
      kind: 'preview',
      bill: {
        ...billPreview(envelope, plainBill(envelope.invoice, 10), { there: 'unknown' }),
        document: {
          fileName: 'invoice.delivered.json',
          mediaType: 'application/json',
          text: JSON.stringify(previewEvent(envelope, tools.now()), undefined, 2),
        },
      },
    }),
    deliver: (envelope, key) =>
      deliverEvent({ client, fileClient, readBackUrl, now: tools.now, mark: tools.mark }, envelope, key),
    statusesAfter: (cursor) => asUnavailable(() => readMessages(tools, cursor, pageSize)),
    ...(readBackUrl === undefined
      ? {}
      : { billsThere: (after) => asUnavailable(() => listBills(client, readBackUrl, after, pageSize)) }),
  };
};

const prove = (
  settings: WebhookSettings,
  { headers, body }: PostedMessage,
  now: Date,
): Result<void, PostRefusal> => {
  const found = proveSignature(headers[SIGNATURE_HEADER.toLowerCase()], secretsOf(settings), body, now);
  return found === 'proven' ? accept(undefined) : refuse({ code: found, message: refusals[found] });
};

const refusals: Readonly<Record<'not-signed' | 'too-old' | 'signature-wrong', Bilingual>> = {
  'not-signed': say(
    `Le message n’est pas signé : ajoutez l’en-tête ${SIGNATURE_HEADER}: t=<secondes>,v1=<HMAC-SHA256 de "t.corps">.`,
    `The message is not signed: add the header ${SIGNATURE_HEADER}: t=<seconds>,v1=<HMAC-SHA256 of "t.body">.`,
  ),
  'too-old': say(
    'La signature date de plus de cinq minutes : mettez votre horloge à l’heure et signez chaque envoi à nouveau.',
    'The signature is more than five minutes old: set your clock and sign each sending anew.',
  ),
  'signature-wrong': say(
    'La signature ne correspond pas : calculez-la sur les octets envoyés, avec le secret de la connexion.',
    'The signature does not fit: compute it over the bytes sent, with the secret of the connection.',
  ),
};
