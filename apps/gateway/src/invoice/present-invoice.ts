import type { InvoiceRow } from '@parvis/application/invoice/invoice-list';
import type { InvoiceView, ViewInvoice } from '@parvis/application/invoice/view-invoice';
import type { Actor } from '@parvis/domain/access/actor';
import { InvoiceObject } from './invoice.object.js';

/** An invoice known by its row: whatever else is asked of it is read as this actor may see it. */
export const presentRow = (row: InvoiceRow, viewInvoice: ViewInvoice, actor: Actor): InvoiceObject =>
  new InvoiceObject(row, async () => {
    const view = await viewInvoice(row.ref, actor);
    // The row came from the same rights a moment ago; losing them in between is a failure, not an answer.
    if (!view.ok) throw new Error('an invoice just shown can no longer be read');
    return view.value;
  });

/** An invoice already read in full. */
export const presentView = (view: InvoiceView): InvoiceObject =>
  new InvoiceObject(view.invoice, async () => view);
