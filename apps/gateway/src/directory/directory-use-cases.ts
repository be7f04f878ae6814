import { type AdviseService, makeAdviseService } from '@parvis/application/directory/advise-service';
import type { DirectoryEditions, EditionFiles } from '@parvis/application/directory/directory-editions';
import type { DirectorySearch } from '@parvis/application/directory/directory-search';
import {
  type FindDirectoryEntry,
  makeFindDirectoryEntry,
} from '@parvis/application/directory/find-directory-entry';
import { type ListServices, makeListServices } from '@parvis/application/directory/list-services';
import { makeSearchDirectory, type SearchDirectory } from '@parvis/application/directory/search-directory';
import type { Clock } from '@parvis/application/ports/platform';
import type { Work } from '@parvis/application/ports/work';

export interface DirectoryUseCases {
  readonly searchDirectory: SearchDirectory;
  readonly findDirectoryEntry: FindDirectoryEntry;
  readonly listServices: ListServices;
  readonly adviseService: AdviseService;
  /** The whole directory as files, made by the worker. */
  readonly editions: Pick<DirectoryEditions, 'latest' | 'find' | 'newest'>;
  readonly editionFiles: Pick<EditionFiles, 'read'>;
}

export interface DirectoryPorts extends Pick<DirectoryUseCases, 'editions' | 'editionFiles'> {
  readonly work: Work;
  readonly directorySearch: DirectorySearch;
  readonly now: Clock;
}

/** What the gateway can be asked about the directory. */
export const makeDirectoryUseCases = (ports: DirectoryPorts): DirectoryUseCases => ({
  searchDirectory: makeSearchDirectory(ports),
  findDirectoryEntry: makeFindDirectoryEntry(ports),
  listServices: makeListServices(ports),
  adviseService: makeAdviseService(ports),
  editions: ports.editions,
  editionFiles: ports.editionFiles,
});
