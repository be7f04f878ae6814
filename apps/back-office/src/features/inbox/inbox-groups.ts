import type { InboxRowFragment } from '../../gql/graphql.js';

/** What waits for the finance team, most pressing first. Each invoice stands in exactly one group. */
export const groupNames = ['late', 'soon', 'answered', 'new', 'inHand', 'waitingForSupplier'] as const;

export type GroupName = (typeof groupNames)[number];

export interface InboxGroup {
  readonly name: GroupName;
  readonly invoices: readonly InboxRowFragment[];
}

/** Days left of the legal limit from which an invoice counts as pressing. */
const SOON_DAYS = 10;

export const groupOf = ({ status, clock }: Pick<InboxRowFragment, 'status' | 'clock'>): GroupName => {
  if (status === 'SUSPENDED') return 'waitingForSupplier';
  if (clock?.late) return 'late';
  if (clock?.running && clock.days - clock.elapsedDays <= SOON_DAYS) return 'soon';
  if (status === 'COMPLETED') return 'answered';
  return status === 'MADE_AVAILABLE' ? 'new' : 'inHand';
};

/** Only the groups that hold something, in the order above; within one, the order of the list is kept. */
export const groupInbox = (invoices: readonly InboxRowFragment[]): InboxGroup[] =>
  groupNames
    .map((name) => ({ name, invoices: invoices.filter((invoice) => groupOf(invoice) === name) }))
    .filter((group) => group.invoices.length > 0);
