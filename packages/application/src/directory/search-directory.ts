import { findDepartment } from '@parvis/domain/directory/departments';
import type { PublicEntityKind } from '@parvis/domain/directory/directory-entry';
import { readDirectoryQuestion } from '@parvis/domain/directory/directory-question';
import { searchWords } from '@parvis/domain/directory/search-words';
import { standingOn } from '@parvis/domain/directory/standing-on';
import { calendarDay } from '@parvis/domain/time/paris';
import type { Clock } from '../ports/platform.js';
import type { AskedOfDirectory, DirectoryPage, DirectorySearch } from './directory-search.js';

export interface SearchDirectoryPorts {
  readonly directorySearch: DirectorySearch;
  readonly now: Clock;
}

export interface SearchDirectoryCommand {
  /** A SIRET or SIREN, words of name, town and department, or a need: « cantine valmont ». */
  readonly text: string;
  /** Number or name. */
  readonly department?: string;
  readonly town?: string;
  readonly kind?: PublicEntityKind;
  /** 1 to 50; 20 by default. */
  readonly limit?: number;
  /** The `next` of the page before. */
  readonly after?: string;
}

export type SearchDirectory = (command: SearchDirectoryCommand) => Promise<DirectoryPage>;

/** A longer text is no question; the rest of it is not looked at. */
const LONGEST_TEXT = 200;

const nothing: DirectoryPage = { rows: [], cursors: [], next: undefined, total: 0, hasMoreThanTotal: false };

/**
 * A page of public entities, best first, open to everyone. Throws a RangeError for a cursor that no page gave. A
 * department that does not exist has no entity.
 */
export const makeSearchDirectory =
  ({ directorySearch, now }: SearchDirectoryPorts): SearchDirectory =>
  async ({ limit = 20, after, ...command }) => {
    const narrowed = understood(command);
    if (!narrowed) return nothing;
    const day = calendarDay(now());
    const asked = { ...narrowed, day };
    const bounded = Math.min(Math.max(limit, 1), 50);
    const window = after === undefined ? { limit: bounded } : { limit: bounded, after };
    const page = await directorySearch.page(asked, window);
    return { ...page, rows: page.rows.map((row) => ({ ...row, entity: standingOn(row.entity, day) })) };
  };

const understood = ({
  text,
  department,
  town,
  kind,
}: SearchDirectoryCommand): Omit<AskedOfDirectory, 'day'> | undefined => {
  const number = department === undefined ? undefined : findDepartment(department);
  if (department !== undefined && number === undefined) return undefined;
  const plainTown = searchWords(town?.slice(0, LONGEST_TEXT) ?? '');
  return {
    question: readDirectoryQuestion(text.slice(0, LONGEST_TEXT)),
    ...(number === undefined ? {} : { department: number }),
    ...(plainTown === '' ? {} : { town: plainTown }),
    ...(kind === undefined ? {} : { kind }),
  };
};
