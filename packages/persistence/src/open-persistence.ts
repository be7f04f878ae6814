import type { DirectoryEditions } from '@parvis/application/directory/directory-editions';
import type { DirectorySearch } from '@parvis/application/directory/directory-search';
import type { InvoiceLists } from '@parvis/application/invoice/invoice-list';
import type { Work } from '@parvis/application/ports/work';
import type { DataSource } from 'typeorm';
import { makeDataSource } from './data-source.js';
import { TypeOrmDirectoryEditions } from './directory/directory-editions.js';
import { TypeOrmDirectorySearch } from './directory/directory-search.js';
import { TypeOrmInvoiceLists } from './invoice-lists.js';
import { startJobSender } from './job-sender.js';
import { ReferenceData } from './reference-data.js';
import { makeSettingsCipher } from './settings-cipher.js';
import { makeSightGuard, noSightGuard, type SightOptions } from './sight-guard.js';
import { TypeOrmWork } from './type-orm-work.js';

export interface PersistenceOptions {
  /** A database that `migrate` has brought up to date. */
  readonly url: string;
  /** Seals the secrets of accounting connections: 32 characters at least, the same in every process. */
  readonly secretKey: string;
  /** Connections at most; 10 by default. */
  readonly poolSize?: number;
  readonly applicationName?: string;
  readonly onProblem?: (problem: unknown) => void;
  /** For the gateway: rows are shown as far as the sight of whoever asks reaches. Absent: as the platform sees them. */
  readonly sight?: SightOptions;
}

export interface Persistence {
  readonly work: Work;
  readonly lists: InvoiceLists;
  readonly directorySearch: DirectorySearch;
  readonly directoryEditions: DirectoryEditions;
  readonly referenceData: ReferenceData;
  readonly dataSource: DataSource;
  close(): Promise<void>;
}

/** Every store of ours on one pool of connections. */
export const openPersistence = async (options: PersistenceOptions): Promise<Persistence> => {
  const { secretKey, sight, onProblem = () => undefined } = options;
  const guard = sight ? makeSightGuard(sight) : noSightGuard;
  const cipher = makeSettingsCipher(secretKey);
  const dataSource = await makeDataSource({ ...options, ...sight }).initialize();
  const jobs = await startJobSender(dataSource, onProblem).catch(async (failure) => {
    await dataSource.destroy();
    throw failure;
  });
  return {
    work: new TypeOrmWork(dataSource, jobs, cipher, guard),
    lists: new TypeOrmInvoiceLists(dataSource, guard),
    directorySearch: new TypeOrmDirectorySearch(dataSource),
    directoryEditions: new TypeOrmDirectoryEditions(dataSource),
    referenceData: new ReferenceData(dataSource, cipher),
    dataSource,
    close: async () => {
      await jobs.close();
      await dataSource.destroy();
    },
  };
};
