import type { InvoiceDocument } from '@parvis/application/documents/document-store';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { InvoiceDocumentEntity } from '../entities/invoice-document.entity.js';

export const toDocument = ({
  recipientId: _recipientId,
  invoiceId: _invoiceId,
  sequence: _sequence,
  position: _position,
  documentId,
  ...document
}: InvoiceDocumentEntity): InvoiceDocument => ({ id: documentId, ...document });

/** `sequence`: of the event that adds the document; `position`: its place among those the event adds. */
export const toDocumentEntity = (
  { recipientId, invoiceId }: InvoiceRef,
  sequence: number,
  { id, ...document }: InvoiceDocument,
  position: number,
): InvoiceDocumentEntity => ({ recipientId, invoiceId, documentId: id, sequence, position, ...document });
