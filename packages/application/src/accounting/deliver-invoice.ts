import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { DocumentStore } from '../documents/document-store.js';
import type { RenderReadable } from '../invoice/render-readable.js';
import type { LogProblem } from '../ports/operations-log.js';
import type { Clock, MarkPoint, Random, Sha256 } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { DeliveryState } from './delivery-ledger.js';
import type { OpenConnector } from './open-connector.js';

export interface DeliverInvoicePorts {
  readonly work: Work;
  readonly documents: DocumentStore;
  readonly renderReadable: RenderReadable;
  readonly openConnector: OpenConnector;
  readonly now: Clock;
  readonly sha256: Sha256;
  readonly random: Random;
  readonly mark: MarkPoint;
  readonly log: LogProblem;
}

export interface DeliverInvoiceCommand {
  readonly ref: InvoiceRef;
  readonly connectionId: string;
}

export type DeliverInvoice = (command: DeliverInvoiceCommand) => Promise<DeliveryState>;

/** Brings one invoice into an entity's books, exactly once whatever dies in between. */
export const makeDeliverInvoice =
  (_ports: DeliverInvoicePorts): DeliverInvoice =>
  async () => {
    throw new Error('to be written');
  };
