import type { Actor, Side } from '@parvis/domain/access/actor';
import type { Result } from '@parvis/domain/result/result';
import type { ActRefusal } from '../refusals.js';
import type { InvoiceListFilter, InvoiceLists, InvoiceOrder, InvoicePage } from './invoice-list.js';

export interface ListInvoicesPorts {
  readonly lists: InvoiceLists;
}

export interface InvoiceSelection extends Omit<InvoiceListFilter, 'scope'> {
  readonly side: Side;
  /** One of the actor's structures; all of them when left out. */
  readonly structureId?: string;
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

export const makeListInvoices =
  (_ports: ListInvoicesPorts): ListInvoices =>
  async () => {
    throw new Error('to be written');
  };
