import type { Actor } from '@parvis/domain/access/actor';
import { may, type Subject } from '@parvis/domain/access/rights';
import type { InvoiceRow } from './invoice-list.js';

export type InvoiceSide = 'supplier' | 'buyer';

type Parties = Pick<InvoiceRow, 'ref' | 'supplierId' | 'serviceCode'>;

/** The side on which this actor may read the invoice; undefined when it is not theirs to see. */
export const readableSide = (actor: Actor, parties: Parties): InvoiceSide | undefined => {
  if (may(actor, 'receivedInvoice:read', parties.ref.recipientId, subjectOf(parties))) return 'buyer';
  return may(actor, 'issuedInvoice:read', parties.supplierId) ? 'supplier' : undefined;
};

/** What rights ask of an invoice. */
export const subjectOf = ({ serviceCode }: Pick<InvoiceRow, 'serviceCode'>): Subject => ({
  serviceCode: serviceCode ?? null,
});

/** Whether what was delivered of it to accounting systems is theirs to see: it names connections, and their troubles. */
export const seesDeliveries = (actor: Actor, side: InvoiceSide, { recipientId }: Parties['ref']): boolean =>
  side === 'buyer' && may(actor, 'connector:read', recipientId);
