import { plainWords } from '@parvis/domain/directory/plain-words';
import type { DirectorySearch, ServicePage } from './directory-search.js';

export interface ListServicesPorts {
  readonly directorySearch: DirectorySearch;
}

export interface ListServicesCommand {
  readonly structureId: string;
  /** Words of code, name and description. */
  readonly text?: string;
  /** Closed ones too. */
  readonly withClosed?: boolean;
  /** 1 to 100; 25 by default. */
  readonly limit?: number;
  readonly after?: string;
}

export type ListServices = (command: ListServicesCommand) => Promise<ServicePage>;

/** A page of an entity's services in its own order; open to everyone. Throws a RangeError for a cursor of no page. */
export const makeListServices =
  ({ directorySearch }: ListServicesPorts): ListServices =>
  async ({ structureId, text = '', withClosed = false, limit = 25, after }) => {
    const words = plainWords(text.slice(0, 200))
      .split(' ')
      .filter((word) => word !== '')
      .slice(0, 8);
    const bounded = Math.min(Math.max(limit, 1), 100);
    return directorySearch.services(
      { structureId, words, withClosed },
      after === undefined ? { limit: bounded } : { limit: bounded, after },
    );
  };
