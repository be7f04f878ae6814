import type { Status } from '@parvis/domain/life-cycle/transitions';
import type { StoredInvoice } from './invoice-store.js';

/** A list row holds no invoice content: what decides stands in columns. */
export type InvoiceRow = Omit<StoredInvoice, 'content' | 'warnings'>;

export interface InvoiceListFilter {
  /** Exactly one side: the supplier's own invoices, or those a public entity received. */
  readonly scope: { readonly suppliers: readonly string[] } | { readonly recipients: readonly string[] };
  readonly statuses?: readonly Status[];
  /** Part of the number, the other side's name, or the engagement number. */
  readonly text?: string;
  readonly serviceCode?: string;
  readonly depositedFrom?: Date;
  readonly depositedBefore?: Date;
}

export type InvoiceOrder = 'newestFirst' | 'oldestFirst' | 'dueFirst' | 'largestFirst';

export interface InvoicePage {
  readonly rows: readonly InvoiceRow[];
  /** Opaque; pass it to get what follows. Undefined at the end. */
  readonly next: string | undefined;
}

/** Reading lists, beside the unit of work. */
export interface InvoiceLists {
  page(
    filter: InvoiceListFilter,
    order: InvoiceOrder,
    window: { readonly limit: number; readonly after?: string },
  ): Promise<InvoicePage>;
  /** How many invoices stand in each status, and the sum due for each, in the currency most of them use. */
  countByStatus(
    filter: InvoiceListFilter,
  ): Promise<readonly { readonly status: Status; readonly count: number }[]>;
}
