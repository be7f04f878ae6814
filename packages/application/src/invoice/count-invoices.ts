import type { Actor } from '@parvis/domain/access/actor';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import type { Result } from '@parvis/domain/result/result';
import type { ActRefusal } from '../refusals.js';
import type { InvoiceSelection, ListInvoicesPorts } from './list-invoices.js';

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
  (_ports: ListInvoicesPorts): CountInvoices =>
  async () => {
    throw new Error('to be written');
  };
