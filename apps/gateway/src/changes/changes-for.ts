import { seeing, sightOf } from '@parvis/application/access/sight';
import type { InvoiceView } from '@parvis/application/invoice/view-invoice';
import type { Principal, Side } from '@parvis/domain/access/actor';
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
}

interface Reading extends Pick<UseCases, 'viewInvoice'> {
  readonly feed: ChangeFeed;
  /** Who asked to follow. */
  readonly principal: Principal;
  /** The same principal, asked anew for each change: a session that ended reads nothing more. */
  readonly whoReads: () => Promise<Principal | undefined>;
}

const rightToRead: Record<Side, Right> = {
  supplier: 'issuedInvoice:read',
  publicEntity: 'receivedInvoice:read',
};

/**
 * Changes of the invoices this reader may see on one side, each read again with the reader's own rights. Not a generator:
 * one that waits for its next change cannot be told to stop, and would follow for ever.
 */
export const changesFor = (
  asked: ChangesAsked,
  { feed, principal, whoReads, viewInvoice }: Reading,
): AsyncIterableIterator<ReadableChange> => {
  const notices = feed.read((notice) => concerns(asked, principal, notice));
  const end = async (): Promise<IteratorReturnResult<undefined>> => {
    await notices.return?.();
    return { done: true, value: undefined };
  };
  const next = async (): Promise<IteratorResult<ReadableChange, undefined>> => {
    const notice = await notices.next();
    if (notice.done) return end();
    const reader = await whoReads();
    if (!reader) return end();
    const change =
      concerns(asked, reader, notice.value) &&
      (await seeing(sightOf(reader), () => read(notice.value, reader, viewInvoice)));
    return change ? { done: false, value: change } : next();
  };
  return {
    next,
    return: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};

const concerns = ({ side, invoiceId }: ChangesAsked, principal: Principal, notice: ChangeNotice): boolean => {
  const structureId = side === 'supplier' ? notice.supplierId : notice.ref.recipientId;
  const isAsked = invoiceId === undefined || notice.ref.invoiceId === invoiceId;
  return isAsked && structuresWhere(principal, rightToRead[side]).includes(structureId);
};

const read = async (
  { ref, sequence }: ChangeNotice,
  principal: Principal,
  viewInvoice: UseCases['viewInvoice'],
): Promise<ReadableChange | undefined> => {
  const view = await viewInvoice(ref, principal);
  const event = view.ok ? view.value.events.find((candidate) => candidate.sequence === sequence) : undefined;
  return view.ok && event ? { view: view.value, event } : undefined;
};
