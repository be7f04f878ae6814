import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { Clock, MarkPoint, Sha256 } from '../ports/platform.js';
import type { Work } from '../ports/work.js';

export interface RouteInvoicePorts {
  readonly work: Work;
  readonly now: Clock;
  readonly sha256: Sha256;
  readonly mark: MarkPoint;
}

export type RouteInvoice = (ref: InvoiceRef) => Promise<void>;

/** Brings a deposited invoice to its recipient. Run again, it does nothing. */
export const makeRouteInvoice =
  (_ports: RouteInvoicePorts): RouteInvoice =>
  async () => {
    throw new Error('to be written');
  };
