import type { CalendarDate } from '../invoice/invoice.js';
import type { DirectoryEntry } from './directory-entry.js';
import { type Receiver, receivesAt } from './receives-at.js';

/** As the public sees it on that day of Paris: `active` says whether it takes invoices in, its validity counted. */
export const standingOn = <Shown extends Receiver>(shown: Shown, day: CalendarDate): Shown => ({
  ...shown,
  active: receivesAt(shown, day),
});

/** The same of an entity and each of its services. */
export const entryStandingOn = (entry: DirectoryEntry, day: CalendarDate): DirectoryEntry => ({
  ...standingOn(entry, day),
  services: entry.services.map((service) => standingOn(service, day)),
});
