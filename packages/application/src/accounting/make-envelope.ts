import type { StructureIdentifier } from '@parvis/domain/directory/structure-identifier';
import { calendarDay } from '@parvis/domain/time/paris';
import type { DocumentStore, InvoiceDocument } from '../documents/document-store.js';
import type { RenderReadable } from '../invoice/render-readable.js';
import type { Sha256 } from '../ports/platform.js';
import type { EnvelopeFile, EnvelopeSupplier, InvoiceEnvelope } from './accounting-connector.js';
import type { ClaimedDelivery } from './claim-delivery.js';

export interface EnvelopePorts {
  readonly documents: DocumentStore;
  readonly renderReadable: RenderReadable;
  readonly sha256: Sha256;
}

/** Everything the accounting system receives of one invoice. Throws when bytes that must be there are not. */
export const makeEnvelope = async (
  ports: EnvelopePorts,
  { invoice, documents, parties }: Pick<ClaimedDelivery, 'invoice' | 'documents' | 'parties'>,
): Promise<InvoiceEnvelope> => {
  const { serviceCode, engagementNumber, paymentDueDate } = invoice;
  const originals = documents.filter(({ kind }) => kind === 'original');
  const added = documents.filter(({ kind }) => kind !== 'original');
  return {
    invoice: invoice.content,
    supplier: supplierOf(parties.supplier, invoice.supplierName),
    recipient: { siret: parties.recipientSiret, name: invoice.recipientName },
    ...(serviceCode === undefined ? {} : { serviceCode }),
    ...(engagementNumber === undefined ? {} : { engagementNumber }),
    ...(paymentDueDate === undefined ? {} : { paymentDueDate }),
    receivedOn: calendarDay(invoice.madeAvailableAt ?? invoice.depositedAt),
    files: [
      ...(await filesOf(ports, originals)),
      await readableCopy(ports, invoice),
      ...(await filesOf(ports, added)),
    ],
  };
};

const supplierOf = (identifier: StructureIdentifier, name: string): EnvelopeSupplier =>
  identifier.type === 'SIRET' ? { siret: identifier.value, name } : { otherIdentifier: identifier, name };

const filesOf = ({ documents }: EnvelopePorts, wanted: readonly InvoiceDocument[]): Promise<EnvelopeFile[]> =>
  Promise.all(
    wanted.map(async ({ id, fileName, mediaType, sha256 }) => {
      const bytes = await documents.get(sha256);
      if (!bytes) throw new Error(`the bytes of document ${id} are missing from the document store`);
      return { fileName, mediaType, sha256, bytes };
    }),
  );

const readableCopy = async (
  { renderReadable, sha256 }: EnvelopePorts,
  { content }: ClaimedDelivery['invoice'],
): Promise<EnvelopeFile> => {
  const copy = await renderReadable(content);
  return { ...copy, sha256: sha256(copy.bytes) };
};
