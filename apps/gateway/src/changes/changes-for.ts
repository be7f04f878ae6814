import type { InvoiceView } from '@parvis/application/invoice/view-invoice';
import type { Person, Side } from '@parvis/domain/access/actor';
import { type Right, structuresWhere } from '@parvis/domain/access/rights';
import type { LifeCycleEvent } from '@parvis/domain/life-cycle/event';
import type { UseCases } from '../use-cases.js';
import type { ChangeFeed, ChangeNotice } from './change-feed.js';

/** A change as its reader may see it. */
export interface ReadableChange {
  readonly view: InvoiceView;
  readonly event: LifeCycleEvent;
}

export interface ChangesAsked {
  readonly side: Side;
  /** One invoice only. */
  readonly invoiceId?: string;
  /** Whose session it is, asked anew for each change: a session that ended reads nothing more. */
  readonly whoReads: () => Promise<Person | undefined>;
}

const rightToRead: Record<Side, Right> = {
  supplier: 'issuedInvoice:read',
  publicEntity: 'receivedInvoice:read',
};

const structureOf = ({ ref, supplierId }: ChangeNotice, side: Side): string =>
  side === 'supplier' ? supplierId : ref.recipientId;

/** Changes of the invoices this reader may see on one side, each read again with the reader's own rights. */
export async function* changesFor(
  { side, invoiceId, whoReads }: ChangesAsked,
  feed: ChangeFeed,
  viewInvoice: UseCases['viewInvoice'],
): AsyncGenerator<ReadableChange, void> {
  const isTheirs = (person: Person, notice: ChangeNotice): boolean =>
    structuresWhere(person, rightToRead[side]).includes(structureOf(notice, side));
  const atFirst = await whoReads();
  if (!atFirst) return;
  const notices = feed.read(
    (notice) => (invoiceId === undefined || notice.ref.invoiceId === invoiceId) && isTheirs(atFirst, notice),
  );
  for await (const notice of notices) {
    const person = await whoReads();
    if (!person) return;
    const view = isTheirs(person, notice) ? await viewInvoice(notice.ref, person) : undefined;
    const event = view?.ok && view.value.events.find(({ sequence }) => sequence === notice.sequence);
    if (view?.ok && event) yield { view: view.value, event };
  }
}
