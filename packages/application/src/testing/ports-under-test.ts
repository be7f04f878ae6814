import type { Membership } from '@parvis/domain/access/actor';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import type { AccountingConnection } from '../accounting/delivery-ledger.js';
import type { SupplierStructure } from '../directory/directory.js';
import type { DirectorySearch } from '../directory/directory-search.js';
import type { DocumentStore } from '../documents/document-store.js';
import type { InvoiceLists } from '../invoice/invoice-list.js';
import type { Account } from '../people/account-store.js';
import type { Job } from '../ports/job-queue.js';
import type { Work } from '../ports/work.js';

/** One set of adapters, empty at first, as the port suite drives it. */
export interface PortsUnderTest {
  readonly work: Work;
  readonly lists: InvoiceLists;
  readonly directorySearch: DirectorySearch;
  readonly documents: DocumentStore;
  /** Every job whose unit of work was committed, in the order of adding. */
  jobsAdded(): Promise<readonly Job[]>;
  /** Puts in place what no use case creates yet. Identifiers are UUIDs. */
  seed(world: SeededWorld): Promise<void>;
  close(): Promise<void>;
}

export interface SeededWorld {
  readonly recipients?: readonly DirectoryEntry[];
  readonly suppliers?: readonly SupplierStructure[];
  readonly people?: readonly SeededPerson[];
  readonly connections?: readonly AccountingConnection[];
}

export interface SeededPerson extends Account {
  readonly memberships: readonly Membership[];
}
