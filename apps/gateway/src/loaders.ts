import type { ShownConnection } from '@parvis/application/accounting/shown-connection';
import type { SupplierStructure } from '@parvis/application/directory/directory';
import { readableSide } from '@parvis/application/invoice/invoice-access';
import type { StoredInvoice } from '@parvis/application/invoice/invoice-store';
import type { InvoiceView } from '@parvis/application/invoice/view-invoice';
import type { Work } from '@parvis/application/ports/work';
import type { Principal } from '@parvis/domain/access/actor';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { type InvoiceRef, parseInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { BatchLoader } from './batch-loader.js';
import type { UseCases } from './use-cases.js';

/** What lists would otherwise read once a row. Made anew for each request, for its principal. */
export interface Loaders {
  /** Public entities, by structure. */
  readonly recipient: BatchLoader<string, DirectoryEntry>;
  /** Suppliers, by structure. */
  readonly supplier: BatchLoader<string, SupplierStructure>;
  /** Invoices the principal may read, by their public identifier. */
  readonly invoice: BatchLoader<string, StoredInvoice>;
  /** The same with their history and documents, by their public identifier; never older than the question. */
  readonly view: BatchLoader<string, InvoiceView>;
  /** Accounting connections the principal may see, by identifier. */
  readonly connection: BatchLoader<string, ShownConnection>;
}

export type MakeLoaders = (principal: Principal | undefined) => Loaders;

interface LoaderParts extends Pick<UseCases, 'listConnections' | 'viewInvoices'> {
  readonly work: Work;
}

export const loaderMaker =
  ({ work, listConnections, viewInvoices }: LoaderParts): MakeLoaders =>
  (principal) => ({
    recipient: new BatchLoader((ids) => work.run(({ directory }) => directory.findRecipientsById(ids))),
    supplier: new BatchLoader((ids) => work.run(({ directory }) => directory.findSuppliersById(ids))),
    invoice: new BatchLoader((ids) =>
      work.run(async ({ invoices }) => {
        const found = await invoices.findEach(refsOf(ids));
        return found.map((invoice) =>
          principal && invoice && readableSide(principal, invoice) ? invoice : undefined,
        );
      }),
    ),
    view: new BatchLoader(
      async (ids) => (principal ? viewInvoices(refsOf(ids), principal) : ids.map(() => undefined)),
      'forgets',
    ),
    connection: new BatchLoader(async (ids) => {
      const shown = principal ? await listConnections(principal) : [];
      return ids.map((id) => shown.find((connection) => connection.id === id));
    }),
  });

/** Identifiers come from rows of ours: one that is none is a bug. */
const refsOf = (ids: readonly string[]): InvoiceRef[] =>
  ids.map((id) => {
    const ref = parseInvoiceRef(id);
    if (!ref) throw new TypeError(`not the identifier of an invoice: ${id}`);
    return ref;
  });
