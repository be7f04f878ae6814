import type { Reach } from '@parvis/domain/access/rights';
import type { Status } from '@parvis/domain/life-cycle/transitions';
import type { StoredInvoice } from './invoice-store.js';

/** A list row holds no invoice content: what decides stands in columns. */
export type InvoiceRow = Omit<StoredInvoice, 'content' | 'warnings'>;

export interface InvoiceListFilter {
  /**
   * Exactly one side: the suppliers' own invoices, or those that public entities received, where a reach narrowed to
   * services leaves out the invoices of other services and of none.
   */
  readonly scope: { readonly suppliers: readonly string[] } | { readonly recipients: readonly Reach[] };
  readonly statuses?: readonly Status[];
  /** Part of the number, the other side's name, or the engagement number; capitals do not matter. */
  readonly text?: string;
  readonly serviceCode?: string;
  /** Included. */
  readonly depositedFrom?: Date;
  /** Excluded. */
  readonly depositedBefore?: Date;
}

/**
 * By deposit; by legal limit to pay, the nearest first and those without a limit last; by amount with VAT (BT-112).
 * Ties are broken by the invoice's identifier, so that pages never overlap.
 */
export type InvoiceOrder = 'newestFirst' | 'oldestFirst' | 'dueFirst' | 'largestFirst';

export interface InvoicePage {
  readonly rows: readonly InvoiceRow[];
  /** Opaque; pass it to get what follows. Undefined at the end. */
  readonly next: string | undefined;
  /** For each row: pass it to get what follows that row. */
  readonly cursors: readonly string[];
}

/** Reading lists, beside the unit of work. */
export interface InvoiceLists {
  page(
    filter: InvoiceListFilter,
    order: InvoiceOrder,
    window: { readonly limit: number; readonly after?: string },
  ): Promise<InvoicePage>;
  /** How many of these invoices stand in each status; a status without any is left out. */
  countByStatus(
    filter: InvoiceListFilter,
  ): Promise<readonly { readonly status: Status; readonly count: number }[]>;
}
