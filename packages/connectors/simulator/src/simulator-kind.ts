import type { AccountingConnector, StatusCursor } from '@parvis/application/accounting/accounting-connector';
import { billPreview } from '@parvis/connector-kit/bill-preview';
import type { ConnectorKind, ConnectorTools } from '@parvis/connector-kit/connector-kind';
import { deliverOnce } from '@parvis/connector-kit/deliver-once';
import { asOutcome, asUnavailable } from '@parvis/connector-kit/failures';
import { plainBill } from '@parvis/connector-kit/plain-bill';
import { recordingClient } from '@parvis/connector-kit/recording-client';
import { say } from '@parvis/domain/display/language';
import { decodeChange, isNews } from './decode-change.js';
import { parseSimulatorSettings, type SimulatorSettings } from './settings.js';
import { simulatorBook } from './simulator-book.js';
import { makeSimulatorClient } from './simulator-client.js';
import { changesAnswer, healthAnswer } from './wire.js';

/** The accounting simulator of the demonstration and of the tests. */
export const simulatorKind: ConnectorKind<SimulatorSettings> = {
  system: 'simulator',
  label: 'Simulateur comptable',
  description: say(
    'Un logiciel comptable d’essai, fourni avec Parvis : rien n’y engage personne.',
    'A practice accounting system that comes with Parvis: nothing in it binds anybody.',
  ),
  steps: [],
  statusWords: [],
  capabilities: { attachments: true, reasons: true, paymentSteps: true, uniqueInTarget: false },
  parseSettings: parseSimulatorSettings,
  open: (settings, tools) => openSimulator(settings, tools),
};

const openSimulator = (settings: SimulatorSettings, tools: ConnectorTools): AccountingConnector => {
  const client = makeSimulatorClient(settings, recordingClient(tools));
  return {
    system: 'simulator',
    check: () =>
      asOutcome(async () => {
        const { version } = await client.required({ what: 'health', path: 'health' }, healthAnswer);
        return { kind: 'fine' as const, version };
      }),
    preview: async (envelope) => ({
      kind: 'preview',
      bill: billPreview(envelope, plainBill(envelope.invoice, 2), { there: 'unknown' }),
    }),
    deliver: (envelope, key) => deliverOnce(simulatorBook(client), { envelope, key }, tools.mark),
    statusesAfter: (cursor) =>
      asUnavailable(async () => {
        const query = { after: placeOf(cursor), limit: String(settings.pageSize) };
        const page = await client.required({ what: 'news', path: 'changes', query }, changesAnswer);
        return {
          kind: 'page' as const,
          statuses: page.changes.filter(isNews).map(decodeChange),
          next: String(page.next),
          more: page.more,
        };
      }),
  };
};

/** Our cursor is the simulator's own sequence; anything else starts again from the beginning, which is harmless. */
const placeOf = (cursor: StatusCursor | null): string => (cursor && /^\d+$/.test(cursor) ? cursor : '0');
