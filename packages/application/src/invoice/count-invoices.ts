import type { Actor } from '@parvis/domain/access/actor';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import { accept, type Result } from '@parvis/domain/result/result';
import type { ActRefusal } from '../refusals.js';
import { filterFor, type InvoiceSelection } from './invoice-selection.js';
import type { ListInvoicesPorts } from './list-invoices.js';

export interface StatusCount {
  readonly status: Status;
  readonly count: number;
}

export type CountInvoices = (
  selection: InvoiceSelection,
  actor: Actor,
) => Promise<Result<readonly StatusCount[], ActRefusal>>;

/** How many of the selected invoices stand in each status. */
export const makeCountInvoices =
  ({ lists }: ListInvoicesPorts): CountInvoices =>
  async (selection, actor) => {
    const filter = filterFor(selection, actor);
    return filter.ok ? accept(await lists.countByStatus(filter.value)) : filter;
  };
