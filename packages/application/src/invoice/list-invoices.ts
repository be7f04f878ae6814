import type { Actor } from '@parvis/domain/access/actor';
import { accept, type Result } from '@parvis/domain/result/result';
import type { ActRefusal } from '../refusals.js';
import type { InvoiceLists, InvoiceOrder, InvoicePage } from './invoice-list.js';
import { filterFor, type InvoiceSelection } from './invoice-selection.js';

export type { InvoiceSelection } from './invoice-selection.js';

export interface ListInvoicesPorts {
  readonly lists: InvoiceLists;
}

export interface ListInvoicesCommand extends InvoiceSelection {
  /** `newestFirst` by default. */
  readonly order?: InvoiceOrder;
  /** 1 to 100; 25 by default. */
  readonly limit?: number;
  /** The `next` of the page before. */
  readonly after?: string;
}

export type ListInvoices = (
  command: ListInvoicesCommand,
  actor: Actor,
) => Promise<Result<InvoicePage, ActRefusal>>;

/** A page of the invoices that the actor may read on one side. */
export const makeListInvoices =
  ({ lists }: ListInvoicesPorts): ListInvoices =>
  async ({ order = 'newestFirst', limit = 25, after, ...selection }, actor) => {
    const filter = filterFor(selection, actor);
    if (!filter.ok) return filter;
    const bounded = Math.min(Math.max(limit, 1), 100);
    const window = after === undefined ? { limit: bounded } : { limit: bounded, after };
    return accept(await lists.page(filter.value, order, window));
  };
