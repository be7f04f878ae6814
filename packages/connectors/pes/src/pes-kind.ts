import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import type { ConnectorKind } from '@parvis/connector-kit/connector-kind';
import type { ConnectorTools } from '@parvis/connector-kit/connector-tools';
import { checkDrop } from '@parvis/connector-kit/drop/check-drop';
import type { WithDrop } from '@parvis/connector-kit/drop/drop';
import { openDrop } from '@parvis/connector-kit/drop/drop-settings';
import { dropSteps } from '@parvis/connector-kit/drop/drop-steps';
import { asUnavailable } from '@parvis/connector-kit/failures';
import { readAnswerPage, readAnswerPlace } from '@parvis/connector-kit/pes/answer-files';
import { deliverPes, numbersOf } from '@parvis/connector-kit/pes/deliver-pes';
import { pesSteps } from '@parvis/connector-kit/pes/pes-fields';
import { pesStatusWords } from '@parvis/connector-kit/pes/pes-words';
import { previewPes } from '@parvis/connector-kit/pes/preview-pes';
import { tellAnswers } from '@parvis/connector-kit/pes/tell-answers';
import { say } from '@parvis/domain/display/language';
import { answersIn } from './answers-in-folder.js';
import { pesCarrier } from './pes-carrier.js';
import { type PesFileSettings, parsePesFileSettings } from './settings.js';

/** PES v2 for Hélios as files: the authorising officer's signature book takes them, and Hélios' answers come back. */
export const pesKind: ConnectorKind<PesFileSettings> = {
  system: 'pes',
  label: 'PES v2 (Hélios)',
  description: say(
    'Chaque facture devient un mandat au format PES, prêt à signer ; acquittements et paiements d’Hélios reviennent.',
    'Each invoice becomes a payment order in the PES format, ready to sign; Hélios’ acknowledgements and payments come back.',
  ),
  steps: [...dropSteps([]), ...pesSteps],
  statusWords: pesStatusWords,
  capabilities: { attachments: true, reasons: true, paymentSteps: true, uniqueInTarget: true },
  parseSettings: parsePesFileSettings,
  open: (settings, tools) => openPes(settings, tools),
};

/** `open`: how the place is reached, where it is not as the settings say. */
export const openPes = (
  settings: PesFileSettings,
  tools: ConnectorTools,
  open: WithDrop = openDrop(settings, tools),
): AccountingConnector => {
  return {
    system: 'pes',
    check: () => checkDrop(settings, open, tools.exchangeFolder),
    preview: (envelope) => previewPes(envelope, settings, tools.now()),
    deliver: (envelope, key) => deliverPes({ envelope, key }, settings, pesCarrier(settings, open), tools),
    statusesAfter: (cursor) =>
      asUnavailable(() =>
        open(async (drop) =>
          readAnswerPage(
            {
              lying: await answersIn(drop, settings.outFolder),
              inbox: tools.inbox,
              pageSize: settings.pageSize,
              tell: (answers, at) => tellAnswers(answers, at, settings, numbersOf(tools)),
            },
            readAnswerPlace(cursor),
          ),
        ),
      ),
  };
};
