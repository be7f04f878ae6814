import type { ShownConnection } from '@parvis/application/accounting/list-connections';
import type { SupplierStructure } from '@parvis/application/directory/directory';
import { readableSide } from '@parvis/application/invoice/invoice-access';
import type { StoredInvoice } from '@parvis/application/invoice/invoice-store';
import type { Work } from '@parvis/application/ports/work';
import type { Person } from '@parvis/domain/access/actor';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { parseInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { BatchLoader } from './batch-loader.js';
import type { UseCases } from './use-cases.js';

/** What lists would otherwise read once a row. Made anew for each request, for its person. */
export interface Loaders {
  /** Public entities, by structure. */
  readonly recipient: BatchLoader<string, DirectoryEntry>;
  /** Suppliers, by structure. */
  readonly supplier: BatchLoader<string, SupplierStructure>;
  /** Invoices the person may read, by their public identifier. */
  readonly invoice: BatchLoader<string, StoredInvoice>;
  /** Accounting connections the person may see, by identifier. */
  readonly connection: BatchLoader<string, ShownConnection>;
}

export type MakeLoaders = (person: Person | undefined) => Loaders;

export const loaderMaker =
  ({ work, listConnections }: { readonly work: Work } & Pick<UseCases, 'listConnections'>): MakeLoaders =>
  (person) => ({
    recipient: new BatchLoader((ids) =>
      work.run(({ directory }) => inTurn(ids, (id) => directory.findRecipientById(id))),
    ),
    supplier: new BatchLoader((ids) =>
      work.run(({ directory }) => inTurn(ids, (id) => directory.findSupplierById(id))),
    ),
    invoice: new BatchLoader((ids) =>
      work.run(({ invoices }) =>
        inTurn(ids, async (id) => {
          const ref = parseInvoiceRef(id);
          const invoice = ref && (await invoices.find(ref));
          return person && invoice && readableSide(person, invoice) ? invoice : undefined;
        }),
      ),
    ),
    connection: new BatchLoader(async (ids) => {
      const shown = person ? await listConnections(person) : [];
      return ids.map((id) => shown.find((connection) => connection.id === id));
    }),
  });

/** One connection serves a unit of work: its queries wait for each other anyway. */
const inTurn = async <Key, Value>(
  keys: readonly Key[],
  read: (key: Key) => Promise<Value>,
): Promise<Value[]> => {
  const values: Value[] = [];
  for (const key of keys) values.push(await read(key));
  return values;
};
