import type { Engagement, EngagementSettings, EngagementState } from '@parvis/domain/directory/engagement';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';

/** Engagements of public entities, each under its number. */
export interface EngagementStore {
  /** The usual ones where nobody chose. */
  settings(recipientId: string): Promise<EngagementSettings>;
  changeSettings(recipientId: string, settings: EngagementSettings, at: Date): Promise<void>;
  /** Whether the recipient has told us of at least one. */
  any(recipientId: string): Promise<boolean>;
  find(recipientId: string, number: string): Promise<Engagement | undefined>;
  /** Those that exist, in no order. */
  findMany(recipientId: string, numbers: readonly string[]): Promise<Engagement[]>;
  /** Those not closed that were made with whoever bears one of these keys (`supplierKey`), by number. */
  openOfSupplier(recipientId: string, supplierKeys: readonly string[], limit: number): Promise<Engagement[]>;
  /** By number. Throws a RangeError for a cursor that no page gave. */
  page(filter: EngagementFilter, window: EngagementWindow): Promise<EngagementPage>;
  count(filter: EngagementFilter): Promise<number>;
  /** Adds, or replaces under the same number; all of them in one go. */
  put(engagements: readonly Engagement[]): Promise<void>;
  /** One unit of work at a time changes the engagements of a recipient in bulk. */
  lock(recipientId: string): Promise<void>;
}

export interface EngagementFilter {
  readonly recipientId: string;
  /** Only of these services; engagements of no service are then left out too. */
  readonly services?: readonly string[];
  /** Part of the number, the label, the name or the identifier of the supplier, whatever accents and capitals. */
  readonly search?: string;
  readonly serviceCode?: string;
  /** Where they stand on `day`. */
  readonly state?: EngagementState;
  readonly day: CalendarDate;
}

export interface EngagementWindow {
  readonly limit: number;
  readonly after?: string;
}

export interface EngagementPage {
  readonly engagements: readonly Engagement[];
  readonly next: string | undefined;
  /** For each engagement: pass it to get what follows. */
  readonly cursors: readonly string[];
}

/** What a search looks at, in small letters without accents. */
export const searchedText = ({
  number,
  label,
  supplierIdentifier = '',
  supplierName = '',
}: Pick<Engagement, 'number' | 'label' | 'supplierIdentifier' | 'supplierName'>): string =>
  plainText(`${number} ${label} ${supplierName} ${supplierIdentifier.replaceAll(/\s/g, '')}`);

export const plainText = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
