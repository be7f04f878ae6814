import { paymentTermDays } from '@parvis/domain/directory/directory-entry';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import type { LifeCycleEvent } from '@parvis/domain/life-cycle/event';
import { chainEvent, type EventContent } from '@parvis/domain/life-cycle/history';
import { legalClock } from '@parvis/domain/life-cycle/legal-clock';
import { openDeliveries } from '../accounting/open-deliveries.js';
import type { InvoiceDocument } from '../documents/document-store.js';
import type { Sha256 } from '../ports/platform.js';
import type { Stores } from '../ports/work.js';
import type { StoredInvoice } from './invoice-store.js';

export interface TransitionApplied {
  readonly invoice: StoredInvoice;
  readonly event: LifeCycleEvent;
}

/** An act that has been decided, before it takes its place in the history. */
export type DecidedAct = Omit<EventContent, 'sequence' | 'from' | 'documentIds'>;

/**
 * Adds an act to the invoice's history with everything that follows from it: the invoice as it then stands, its legal
 * limit to pay, and the deliveries its new status calls for.
 */
export const recordEvent = async (
  stores: Stores,
  sha256: Sha256,
  before: StoredInvoice,
  act: DecidedAct & { readonly documents: readonly InvoiceDocument[] },
): Promise<TransitionApplied> => {
  const { documents, ...decided } = act;
  const event = chainEvent(
    {
      ...decided,
      sequence: before.sequence + 1,
      from: before.status,
      documentIds: documents.map(({ id }) => id),
    },
    before.lastEventHash,
    sha256,
  );
  const invoice = { ...standing(before, event), ...(await legalLimit(stores, before, event)) };
  await stores.invoices.append(invoice, event, documents);
  if (event.moves) await stores.asPlatform(() => openDeliveries(stores, invoice, event.recordedAt));
  return { invoice, event };
};

const standing = (before: StoredInvoice, event: LifeCycleEvent): StoredInvoice => {
  const counted = { ...before, sequence: event.sequence, lastEventHash: event.hash };
  if (!event.moves) return counted;
  const moved = { ...counted, status: event.to, statusSince: event.occurredAt };
  const isArrival = event.to === 'madeAvailable' && before.madeAvailableAt === undefined;
  return isArrival ? { ...moved, madeAvailableAt: event.occurredAt } : moved;
};

const legalLimit = async (
  { invoices, directory }: Stores,
  { ref, typeCode }: StoredInvoice,
  event: LifeCycleEvent,
): Promise<Pick<StoredInvoice, 'paymentDueDate'>> => {
  // Nothing is to be paid on a credit note.
  if (isCreditNote(typeCode)) return {};
  const recipient = await directory.findRecipientById(ref.recipientId);
  if (!recipient) return {};
  const history = [...(await invoices.eventsOf(ref)), event];
  const clock = legalClock(history, paymentTermDays(recipient.kind), event.recordedAt);
  return clock ? { paymentDueDate: clock.dueOn } : {};
};
