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
import { nameOfKey } from '@parvis/connector-kit/drop/receipts';
import { differencesFrom, plainBill, signedTotals } from '@parvis/connector-kit/plain-bill';
import { type Bilingual, say } from '@parvis/domain/display/language';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { supplierAddress } from './participant.js';
import { readResponse, responseCodes } from './read-response.js';
import { readRoutedTotals } from './read-routed.js';
import { routedDocument } from './routing-envelope.js';
import { type PeppolSettings, parsePeppolSettings } from './settings.js';

/** Systems that take invoices in Peppol's format, from a folder or a server. */
export const peppolKind: ConnectorKind<PeppolSettings> = {
  system: 'peppol',
  label: 'Peppol (UBL BIS Billing 3)',
  description: say(
    'Pour un système européen : chaque facture en UBL avec son en-tête d’acheminement, l’original à côté, et les réponses en retour.',
    'For a European system: each invoice in UBL with its routing header, the original beside it, and the responses back.',
  ),
  capabilities: { attachments: true, reasons: true, paymentSteps: false, uniqueInTarget: true },
  steps: dropSteps([
    {
      name: 'pageSize',
      type: 'number',
      required: false,
      placeholder: '50',
      label: say('Réponses lues à la fois', 'Responses read at a time'),
    },
  ]),
  statusWords: responseCodes.map(({ word, meaning }) => ({ word, meaning })),
  parseSettings: parsePeppolSettings,
  open: (settings, tools) => openPeppol(settings, tools),
};

/** `open`: how the place is reached, where it is not as the settings say. */
export const openPeppol = (
  settings: PeppolSettings,
  tools: ConnectorTools,
  open?: WithDrop,
): AccountingConnector => dropConnector(settings, tools, dialectOf(tools), open);

const dialectOf = ({ now }: ConnectorTools): DropDialect => ({
  system: 'peppol',
  encode: async (envelope, key) => encode(envelope, key, now()),
  differences: ({ invoice }, name, bytes) => (isRouted(name) ? differences(invoice, bytes) : []),
  decode: readResponse,
  preview: async (envelope) => ({
    ...billPreview(envelope, billOf(envelope.invoice), { there: 'unknown' }),
    document: {
      fileName: `${nameOfKey(previewKey)}.xml`,
      mediaType: 'application/xml',
      text: routedDocument(envelope, previewKey, now()),
    },
  }),
});

/** Nothing is written under it. */
const previewKey = 'parvis:00000000-0000-0000-0000-000000000000:1' as DeliveryKey;

const isRouted = (name: string): boolean => /^parvis-[0-9a-f-]{36}-\d+\.xml$/.test(name);

const billOf = (invoice: Invoice) => plainBill(invoice, 10);

/** The original stays the invoice: it goes beside, with the readable copy and what was added. */
const encode = (envelope: InvoiceEnvelope, key: DeliveryKey, writtenAt: Date): BillFiles => {
  const { invoice, files } = envelope;
  const name = nameOfKey(key);
  const document = routedDocument(envelope, key, writtenAt);
  return {
    content: [routedDocument(envelope, key, new Date(0)), ...files.map(({ sha256 }) => sha256)].join('\n'),
    invoiceNumber: invoice.number ?? '',
    supplierIdentifier: supplierAddress(envelope).value,
    gross: `${signedTotals(billOf(invoice)).gross.rounded()}`,
    files: [
      ...files.map(({ fileName, bytes }, index) => ({
        name: `${name}-${index === 0 ? 'original' : `PJ${String(index).padStart(2, '0')}`}${extensionOf(fileName)}`,
        bytes,
      })),
      { name: `${name}.xml`, bytes: Buffer.from(document) },
    ],
  };
};

const extensionOf = (fileName: string): string => {
  const [extension = ''] = /\.[A-Za-z0-9]{1,5}$/.exec(fileName) ?? [];
  return extension.toLowerCase();
};

const differences = (invoice: Invoice, bytes: Uint8Array): readonly Bilingual[] => {
  const read = readRoutedTotals(bytes);
  return read
    ? differencesFrom(billOf(invoice).totals, read)
    : [say('Le fichier relu n’est pas une facture entière.', 'The file read back is not a whole invoice.')];
};
