import type { Actor } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import type { InvoiceRow } from './invoice-list.js';

export type InvoiceSide = 'supplier' | 'buyer';

type Parties = Pick<InvoiceRow, 'ref' | 'supplierId'>;

/** The side on which this actor may read the invoice; undefined when it is not theirs to see. */
export const readableSide = (actor: Actor, { ref, supplierId }: Parties): InvoiceSide | undefined => {
  if (may(actor, 'receivedInvoice:read', ref.recipientId)) return 'buyer';
  return may(actor, 'issuedInvoice:read', supplierId) ? 'supplier' : undefined;
};
