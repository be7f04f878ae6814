import type {
  AccountingConnector,
  BillPreview,
  InvoiceEnvelope,
} from '@parvis/application/accounting/accounting-connector';
import { billPreview } from '@parvis/connector-kit/bill-preview';
import { checkUp } from '@parvis/connector-kit/check-up';
import type { ConnectorKind } from '@parvis/connector-kit/connector-kind';
import type { ConnectorTools } from '@parvis/connector-kit/connector-tools';
import { deliverOnce } from '@parvis/connector-kit/deliver-once';
import { asOutcome, asUnavailable } from '@parvis/connector-kit/failures';
import { plainBill } from '@parvis/connector-kit/plain-bill';
import { recordingClient } from '@parvis/connector-kit/recording-client';
import { say } from '@parvis/domain/display/language';
import { decodeChange, isNews } from './decode-change.js';
import { PRICE_DECIMALS, supplierCode } from './encode-bill.js';
import { billsThere, engagementsThere, placeOf } from './look-ups.js';
import { simulatorLooks } from './looks.js';
import { steps } from './set-up.js';
import { parseSimulatorSettings, type SimulatorSettings } from './settings.js';
import { simulatorBook } from './simulator-book.js';
import { makeSimulatorClient, type SimulatorClient } from './simulator-client.js';
import { statusWords } from './status-words.js';
import { changesAnswer, suppliersAnswer } from './wire.js';

/** The accounting simulator of the demonstration and of the tests. */
export const simulatorKind: ConnectorKind<SimulatorSettings> = {
  system: 'simulator',
  label: 'Simulateur comptable',
  description: say(
    'Un logiciel comptable d’essai, fourni avec Parvis : rien n’y engage personne.',
    'A practice accounting system that comes with Parvis: nothing in it binds anybody.',
  ),
  steps,
  statusWords,
  capabilities: { attachments: true, reasons: true, paymentSteps: true, uniqueInTarget: false },
  pace: { perSecond: 1_000, atOnce: 16 },
  parseSettings: parseSimulatorSettings,
  open: (settings, tools) => openSimulator(settings, tools),
};

const openSimulator = (settings: SimulatorSettings, tools: ConnectorTools): AccountingConnector => {
  const client = makeSimulatorClient(settings, recordingClient(tools));
  const { pageSize } = settings;
  let version = '';
  return {
    system: 'simulator',
    check: () =>
      checkUp(
        simulatorLooks(client, (heard) => {
          version = heard;
        }),
        () => version,
      ),
    preview: (envelope) =>
      asOutcome(async () => ({ kind: 'preview' as const, bill: await previewOf(client, envelope) })),
    deliver: (envelope, key) => deliverOnce(simulatorBook(client), { envelope, key }, tools.mark),
    statusesAfter: (cursor) =>
      asUnavailable(async () => {
        const query = { after: placeOf(cursor), limit: String(pageSize) };
        const page = await client.required({ what: 'news', path: 'changes', query }, changesAnswer);
        return {
          kind: 'page' as const,
          statuses: page.changes.filter(isNews).map(decodeChange),
          next: String(page.next),
          more: page.more,
        };
      }),
    billsThere: (after) => asUnavailable(() => billsThere(client, after, pageSize)),
    engagements: (after) => asUnavailable(() => engagementsThere(client, after, pageSize)),
  };
};

const previewOf = async ({ required }: SimulatorClient, envelope: InvoiceEnvelope): Promise<BillPreview> => {
  const query = { siret: supplierCode(envelope.supplier) };
  const { suppliers } = await required(
    { what: 'look up supplier', path: 'suppliers', query },
    suppliersAnswer,
  );
  const bill = plainBill(envelope.invoice, PRICE_DECIMALS);
  return billPreview(envelope, bill, {
    there: suppliers.length > 0 ? 'found' : 'made',
    taxOf: ({ vatRate }) => (vatRate.isZero() ? undefined : `TVA ${vatRate} %`),
  });
};
