import type { DirectoryEntry, DirectoryService } from './directory-entry.js';

/** A public entity in a list: an entity may have ten thousand services, so a few facts stand for them. */
export interface DirectoryListing extends Omit<DirectoryEntry, 'services'> {
  /** Services that take invoices; counted up to 1,000. */
  readonly openServices: number;
  /** One for each way in which services differ from their entity: what the sentence on what to write looks at. */
  readonly services: readonly Pick<DirectoryService, 'active' | 'engagementNumberRequired'>[];
}
