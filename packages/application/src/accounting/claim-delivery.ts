import { identifierOf, type StructureIdentifier } from '@parvis/domain/directory/structure-identifier';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { InvoiceDocument } from '../documents/document-store.js';
import type { StoredInvoice } from '../invoice/invoice-store.js';
import type { Stores } from '../ports/work.js';
import type { AccountingConnection, Delivery, DeliveryState } from './delivery-ledger.js';

/** A delivery that this process alone may now send, with what it sends. */
export interface ClaimedDelivery {
  readonly kind: 'claimed';
  readonly delivery: Delivery;
  readonly invoice: StoredInvoice;
  readonly documents: readonly InvoiceDocument[];
  readonly connection: AccountingConnection;
  readonly parties: { readonly supplier: StructureIdentifier; readonly recipientSiret: string };
}

/** Nothing to send now. */
export interface SettledDelivery {
  readonly kind: 'settled';
  readonly state: DeliveryState;
}

export interface Claim {
  readonly ref: InvoiceRef;
  readonly connectionId: string;
  readonly leaseSeconds: number;
  readonly now: Date;
}

const SECOND_IN_MS = 1000;

/** Takes the lease and writes « sending », so that a try that dies leaves its trace. */
export const claimDelivery = async (
  stores: Stores,
  { ref, connectionId, leaseSeconds, now }: Claim,
): Promise<ClaimedDelivery | SettledDelivery> => {
  const { invoices, deliveries, connections, jobs } = stores;
  await invoices.findForChange(ref);
  const waiting = await deliveries.find(ref, connectionId);
  if (!waiting) throw new Error(`no delivery of invoice ${ref.invoiceId} over connection ${connectionId}`);
  if (waiting.state !== 'waiting' && waiting.state !== 'sending')
    return { kind: 'settled', state: waiting.state };
  const connection = await connections.find(ref.recipientId, connectionId);
  // Paused: it waits where it stands, and whoever resumes the connection wakes it.
  if (!connection?.active) return { kind: 'settled', state: waiting.state };
  const until = new Date(now.getTime() + leaseSeconds * SECOND_IN_MS);
  if (!(await deliveries.lease(ref, connectionId, until, now))) {
    // Whoever holds the lease may be dead: somebody looks again once it has expired.
    await jobs.add({ kind: 'deliverInvoice', ref, connectionId }, { startAfterSeconds: leaseSeconds });
    return { kind: 'settled', state: waiting.state };
  }
  const { nextAttemptAt, ...current } = waiting;
  const delivery: Delivery = {
    ...current,
    state: 'sending',
    attempts: waiting.attempts + 1,
    lastAttemptAt: now,
  };
  await deliveries.save(delivery);
  return { kind: 'claimed', delivery, connection, ...(await whatToSend(stores, ref)) };
};

/** An invoice with its documents and parties, from which its envelope is made. */
export const whatToSend = async (
  { invoices, directory }: Stores,
  ref: InvoiceRef,
): Promise<Pick<ClaimedDelivery, 'invoice' | 'documents' | 'parties'>> => {
  const invoice = await invoices.find(ref);
  const supplier = invoice && (await directory.findSupplierById(invoice.supplierId));
  const recipient = await directory.findRecipientById(ref.recipientId);
  if (!invoice || !supplier || !recipient)
    throw new Error(`invoice ${ref.invoiceId} or one of its parties is missing`);
  return {
    invoice,
    documents: await invoices.documentsOf(ref),
    parties: { supplier: identifierOf(supplier), recipientSiret: recipient.siret },
  };
};
