import type { DirectoryService, PublicEntityKind } from '@parvis/domain/directory/directory-entry';
import type { DirectoryListing } from '@parvis/domain/directory/directory-listing';
import type { DirectoryQuestion } from '@parvis/domain/directory/directory-question';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';

/** How many results of one question can be reached, page after page; more are only told to be more. */
export const MOST_RESULTS = 1000;

/** A question and what narrows it. Filters alone list every entity they leave. */
export interface AskedOfDirectory {
  readonly question: DirectoryQuestion;
  /** Services are offered and counted that take invoices in on this day of Paris. */
  readonly day: CalendarDate;
  /** Number of the department. */
  readonly department?: string;
  /** As `searchWords` writes it. */
  readonly town?: string;
  readonly kind?: PublicEntityKind;
}

/** Why an entity stands in the list; the order is that of the list. */
export const foundBy = ['identifier', 'name', 'beginning', 'words', 'place', 'need', 'likeness'] as const;

export type FoundBy = (typeof foundBy)[number];

export interface FoundEntity {
  readonly entity: DirectoryListing;
  readonly by: FoundBy;
  /** Those that answer the need asked for, three at most. */
  readonly services: readonly DirectoryService[];
}

export interface DirectoryPage {
  readonly rows: readonly FoundEntity[];
  /** For each row, what `after` takes to go on behind it. */
  readonly cursors: readonly string[];
  readonly next: string | undefined;
  /** `MOST_RESULTS` at most. */
  readonly total: number;
  readonly hasMoreThanTotal: boolean;
}

export interface AskedOfServices {
  readonly structureId: string;
  /** Plain words; a service bears all of them or words that begin so. None: every service. */
  readonly words: readonly string[];
  /** Also those that take no invoices in on the day. */
  readonly withClosed: boolean;
  readonly day: CalendarDate;
}

export interface ServicePage {
  readonly rows: readonly DirectoryService[];
  readonly cursors: readonly string[];
  readonly next: string | undefined;
  /** `MOST_RESULTS` at most. */
  readonly total: number;
  readonly hasMoreThanTotal: boolean;
}

/** Reads beside the units of work: a search changes nothing and may be a moment old. */
export interface DirectorySearch {
  /** Best first; active entities before closed ones. Throws a RangeError for a cursor that no page gave. */
  page(
    asked: AskedOfDirectory,
    window: { readonly limit: number; readonly after?: string },
  ): Promise<DirectoryPage>;
  /** The services of one entity, in its own order. */
  services(
    asked: AskedOfServices,
    window: { readonly limit: number; readonly after?: string },
  ): Promise<ServicePage>;
}
