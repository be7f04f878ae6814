import type { InvoiceRow } from '@parvis/application/invoice/invoice-list';
import type { InvoiceView } from '@parvis/application/invoice/view-invoice';
import { formatInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import type { Loaders } from '../loaders.js';
import { InvoiceObject } from './invoice.object.js';

/** An invoice known by its row: whatever else is asked of it is read as this person may see it, all rows at once. */
export const presentRow = (row: InvoiceRow, loaders: Pick<Loaders, 'view'>): InvoiceObject =>
  new InvoiceObject(row, async () => {
    const view = await loaders.view.load(formatInvoiceRef(row.ref));
    // The row came from the same rights a moment ago; losing them in between is a failure, not an answer.
    if (!view) throw new Error('an invoice just shown can no longer be read');
    return view;
  });

/** An invoice already read in full. */
export const presentView = (view: InvoiceView): InvoiceObject =>
  new InvoiceObject(view.invoice, async () => view);
