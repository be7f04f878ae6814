import type { Actor } from '@parvis/domain/access/actor';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { LifeCycleEvent } from '@parvis/domain/life-cycle/event';
import type { Result } from '@parvis/domain/result/result';
import type { DocumentStore } from '../documents/document-store.js';
import type { IncomingFile } from '../documents/incoming-file.js';
import type { Clock, MarkPoint, NewId, Sha256 } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import type { DepositChannel, StoredInvoice } from './invoice-store.js';
import type { Judgement } from './judge-invoice.js';
import type { ReadInvoice } from './read-invoice.js';

export interface DepositInvoicePorts {
  readonly work: Work;
  readonly documents: DocumentStore;
  readonly readInvoice: ReadInvoice;
  readonly now: Clock;
  readonly newId: NewId;
  readonly sha256: Sha256;
  readonly mark: MarkPoint;
}

export interface DepositInvoiceCommand {
  /** May be left out by a person who deposits for one supplier. */
  readonly supplierId?: string;
  readonly file: IncomingFile;
  readonly attachmentUploadIds?: readonly string[];
  /** The same key with the same file answers the first receipt again. */
  readonly idempotencyKey?: string;
  readonly channel: DepositChannel;
}

/** Given only once invoice, original, first event and job are durable. */
export interface Receipt {
  readonly ref: InvoiceRef;
  readonly invoice: StoredInvoice;
  readonly firstEvent: LifeCycleEvent;
  readonly documentSha256: string;
  /** True when this very deposit had been made before under the same key. */
  readonly repeated: boolean;
}

export type DepositRefusal =
  | { readonly code: 'invoice-faulty'; readonly judgement: Judgement }
  | { readonly code: 'number-already-used'; readonly first: InvoiceRef }
  | { readonly code: 'idempotency-key-reused' }
  | ActRefusal;

export type DepositInvoice = (
  command: DepositInvoiceCommand,
  actor: Actor,
) => Promise<Result<Receipt, DepositRefusal>>;

export const makeDepositInvoice =
  (_ports: DepositInvoicePorts): DepositInvoice =>
  async () => {
    throw new Error('to be written');
  };
