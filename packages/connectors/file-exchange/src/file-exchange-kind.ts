import type {
  AccountingConnector,
  DeliveryKey,
  InvoiceEnvelope,
} from '@parvis/application/accounting/accounting-connector';
import { billPreview } from '@parvis/connector-kit/bill-preview';
import type { ConnectorKind } from '@parvis/connector-kit/connector-kind';
import type { ConnectorTools } from '@parvis/connector-kit/connector-tools';
import type { WithDrop } from '@parvis/connector-kit/drop/drop';
import { type DropDialect, dropConnector } from '@parvis/connector-kit/drop/drop-connector';
import { dropSteps } from '@parvis/connector-kit/drop/drop-steps';
import type { BillFiles } from '@parvis/connector-kit/drop/hand-over';
import { sha256 } from '@parvis/connector-kit/drop/receipts';
import { differencesFrom } from '@parvis/connector-kit/plain-bill';
import { Decimal } from '@parvis/domain/amount/decimal';
import { type Bilingual, say } from '@parvis/domain/display/language';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { flowFileName, flowId } from './flow-name.js';
import { PIVOT_NAME, packEnvelope, unpackEnvelope } from './pack-envelope.js';
import { pivotAttachments, zippedBase64 } from './pivot-attachment.js';
import { readPivotTotals } from './read-pivot.js';
import { readStatusFile } from './read-status-file.js';
import { formatStep, namingFields } from './set-up.js';
import { type FileExchangeSettings, parseFileExchangeSettings } from './settings.js';
import { flowWords, statusCodes } from './status-codes.js';
import { type CarriedFile, pivotBill, signedGross, writePivot } from './write-pivot.js';

/** Software that reads a folder: what it gets from Chorus Pro today, in the same files. */
export const fileExchangeKind: ConnectorKind<FileExchangeSettings> = {
  system: 'file-exchange',
  label: 'Échange de fichiers (pivot Chorus Pro)',
  description: say(
    'Pour un logiciel financier qui lit un dossier ou un serveur SFTP : un fichier pivot par facture, et ses statuts en retour.',
    'For finance software that reads a folder or an SFTP server: one pivot file for each invoice, and its statuses back.',
  ),
  capabilities: { attachments: true, reasons: true, paymentSteps: true, uniqueInTarget: true },
  steps: [...dropSteps(namingFields), formatStep],
  statusWords: [
    ...statusCodes.map(({ word, name, meaning }) => ({
      word,
      meaning: say(`${name} : ${meaning.fr}`, `${name}: ${meaning.en}`),
    })),
    ...flowWords,
  ],
  parseSettings: parseFileExchangeSettings,
  open: (settings, tools) => openFileExchange(settings, tools),
};

/** `open`: how the place is reached, where it is not as the settings say. */
export const openFileExchange = (
  settings: FileExchangeSettings,
  tools: ConnectorTools,
  open?: WithDrop,
): AccountingConnector => dropConnector(settings, tools, pivotDialect(settings, tools), open);

const pivotDialect = (settings: FileExchangeSettings, tools: ConnectorTools): DropDialect => ({
  system: 'file-exchange',
  encode: (envelope, key) => encode(settings, tools, envelope, key),
  differences: ({ invoice }, name, bytes) => differences(invoice, name, bytes),
  decode: readStatusFile,
  preview: async (envelope) => {
    const name = flowFileName({ ...settings, packaging: 'xml' }, previewKey);
    const files = pivotAttachments(envelope).map((file) => ({ ...file, content: '…' }));
    return {
      ...billPreview(envelope, pivotBill(envelope.invoice), { there: 'unknown' }),
      document: {
        fileName: name,
        mediaType: 'application/xml',
        text: pivotOf(settings, tools, envelope, previewKey, files),
      },
    };
  },
});

/** Nothing is written under it. */
const previewKey = 'parvis:00000000-0000-0000-0000-000000000000:1' as DeliveryKey;

const encode = async (
  settings: FileExchangeSettings,
  tools: ConnectorTools,
  envelope: InvoiceEnvelope,
  key: DeliveryKey,
): Promise<BillFiles> => {
  const attachments = pivotAttachments(envelope);
  const carried: CarriedFile[] = [];
  for (const attachment of attachments)
    carried.push({ ...attachment, content: await zippedBase64(attachment) });
  const pivot = Buffer.from(pivotOf(settings, tools, envelope, key, carried));
  const isPacked = settings.packaging === 'tar.gz';
  const bytes = isPacked
    ? await packEnvelope(key, flowId(settings, key), { pivot, attachments, writtenAt: tools.now() })
    : pivot;
  const { invoice, supplier } = envelope;
  return {
    content: contentOf(settings, envelope, key),
    flowId: flowId(settings, key),
    invoiceNumber: invoice.number ?? '',
    supplierIdentifier: supplier.siret ?? supplier.otherIdentifier.value,
    gross: signedGross(invoice),
    files: [{ name: flowFileName(settings, key), bytes }],
  };
};

const pivotOf = (
  settings: FileExchangeSettings,
  { now }: Pick<ConnectorTools, 'now'>,
  envelope: InvoiceEnvelope,
  key: DeliveryKey,
  files: readonly CarriedFile[],
): string =>
  writePivot(
    envelope,
    key,
    {
      flowId: flowId(settings, key),
      sender: settings.application,
      receiver: settings.receiver,
      producedAt: now(),
    },
    files,
  );

/** All that does not change from one try to the next. */
const contentOf = (settings: FileExchangeSettings, envelope: InvoiceEnvelope, key: DeliveryKey): string => {
  const files = pivotAttachments(envelope).map((file) => ({ ...file, content: file.file.sha256 }));
  return sha256(Buffer.from(pivotOf(settings, { now: () => new Date(0) }, envelope, key, files)));
};

const differences = (invoice: Invoice, name: string, bytes: Uint8Array): readonly Bilingual[] => {
  const pivot = name.endsWith('.tar.gz')
    ? unpackEnvelope(bytes)?.find((member) => member.name === PIVOT_NAME)?.bytes
    : bytes;
  const read = pivot && readPivotTotals(pivot);
  if (!read)
    return [say('Le fichier relu n’est pas un pivot entier.', 'The file read back is not a whole pivot.')];
  const bill = pivotBill(invoice);
  return differencesFrom({ ...bill.totals, vat: Decimal.sum(bill.vat.map(({ amount }) => amount)) }, read);
};
