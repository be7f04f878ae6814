import { plainWords } from '@parvis/domain/directory/plain-words';
import { standingOn } from '@parvis/domain/directory/standing-on';
import { calendarDay } from '@parvis/domain/time/paris';
import type { Clock } from '../ports/platform.js';
import type { DirectorySearch, ServicePage } from './directory-search.js';

export interface ListServicesPorts {
  readonly directorySearch: DirectorySearch;
  readonly now: Clock;
}

export interface ListServicesCommand {
  readonly structureId: string;
  /** Words of code, name and description. */
  readonly text?: string;
  /** Closed ones and those out of their validity too. */
  readonly withClosed?: boolean;
  /** 1 to 100; 25 by default. */
  readonly limit?: number;
  readonly after?: string;
}

export type ListServices = (command: ListServicesCommand) => Promise<ServicePage>;

/** A page of an entity's services in its own order, as they stand today; open to everyone. Throws a RangeError for a cursor of no page. */
export const makeListServices =
  ({ directorySearch, now }: ListServicesPorts): ListServices =>
  async ({ structureId, text = '', withClosed = false, limit = 25, after }) => {
    const words = plainWords(text.slice(0, 200))
      .split(' ')
      .filter((word) => word !== '')
      .slice(0, 8);
    const bounded = Math.min(Math.max(limit, 1), 100);
    const day = calendarDay(now());
    const page = await directorySearch.services(
      { structureId, words, withClosed, day },
      after === undefined ? { limit: bounded } : { limit: bounded, after },
    );
    return { ...page, rows: page.rows.map((service) => standingOn(service, day)) };
  };
