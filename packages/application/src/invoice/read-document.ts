import type { Actor } from '@parvis/domain/access/actor';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { Result } from '@parvis/domain/result/result';
import type { DocumentStore, InvoiceDocument } from '../documents/document-store.js';
import type { Work } from '../ports/work.js';

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

/** A document's bytes, for whoever may read its invoice. */
export const makeReadDocument =
  (_ports: ReadDocumentPorts): ReadDocument =>
  async () => {
    throw new Error('to be written');
  };
