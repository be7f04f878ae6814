import type { PortsUnderTest, SeededWorld } from '../testing/ports-under-test.js';
import { MemoryDirectorySearch } from './memory-directory-search.js';
import { MemoryDocuments } from './memory-documents.js';
import { MemoryInvoiceLists } from './memory-invoice-lists.js';
import { keyOf, MemoryTables } from './memory-tables.js';
import { MemoryWork } from './memory-work.js';

export interface MemoryPorts extends PortsUnderTest {
  readonly work: MemoryWork;
  readonly tables: MemoryTables;
}

/** Every port in memory, empty. */
export const makeMemoryPorts = (): MemoryPorts => {
  const tables = new MemoryTables();
  const work = new MemoryWork(tables);
  return {
    tables,
    work,
    lists: new MemoryInvoiceLists(tables, work),
    directorySearch: new MemoryDirectorySearch(tables),
    documents: new MemoryDocuments(),
    jobsAdded: async () => [...tables.jobs.values()].map(({ job }) => job),
    seed: async (world) => seed(tables, world),
    close: async () => undefined,
  };
};

const seed = (tables: MemoryTables, world: SeededWorld): void => {
  for (const recipient of world.recipients ?? []) tables.recipients.set(recipient.structureId, recipient);
  for (const supplier of world.suppliers ?? []) tables.suppliers.set(supplier.structureId, supplier);
  for (const connection of world.connections ?? [])
    tables.connections.set(keyOf(connection.recipientId, connection.id), connection);
  for (const { memberships, ...account } of world.people ?? []) {
    const { userId, name, email } = account;
    tables.accounts.set(userId, account);
    tables.people.set(userId, { kind: 'person', userId, name, email, memberships });
  }
};
