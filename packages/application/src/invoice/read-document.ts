import type { Actor } from '@parvis/domain/access/actor';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { DocumentStore, InvoiceDocument } from '../documents/document-store.js';
import type { Stores, Work } from '../ports/work.js';
import { readableSide } from './invoice-access.js';

export interface ReadDocumentPorts {
  readonly work: Work;
  readonly documents: DocumentStore;
}

export interface ReadDocumentCommand {
  readonly ref: InvoiceRef;
  /** A document's identifier, or `original`. */
  readonly documentId: string;
}

export interface DocumentRead {
  readonly document: InvoiceDocument;
  readonly bytes: Uint8Array;
}

export type ReadDocumentRefusal =
  | { readonly code: 'invoice-not-found' }
  | { readonly code: 'document-not-found' };

export type ReadDocument = (
  command: ReadDocumentCommand,
  actor: Actor,
) => Promise<Result<DocumentRead, ReadDocumentRefusal>>;

/** A document's bytes, for whoever may read its invoice. Bytes that are gone are a failure: originals are evidence. */
export const makeReadDocument =
  ({ work, documents }: ReadDocumentPorts): ReadDocument =>
  async (command, actor) => {
    const found = await work.run(({ invoices }) => findDocument(invoices, command, actor));
    if (!found.ok) return found;
    const bytes = await documents.get(found.value.sha256);
    if (!bytes)
      throw new Error(`the bytes of document ${found.value.id} are missing from the document store`);
    return accept({ document: found.value, bytes });
  };

const findDocument = async (
  invoices: Stores['invoices'],
  { ref, documentId }: ReadDocumentCommand,
  actor: Actor,
): Promise<Result<InvoiceDocument, ReadDocumentRefusal>> => {
  const invoice = await invoices.find(ref);
  if (!invoice || !readableSide(actor, invoice)) return refuse({ code: 'invoice-not-found' });
  const document = (await invoices.documentsOf(ref)).find(({ id, kind }) =>
    documentId === 'original' ? kind === 'original' : id === documentId,
  );
  return document ? accept(document) : refuse({ code: 'document-not-found' });
};
