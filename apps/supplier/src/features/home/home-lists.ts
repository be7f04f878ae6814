import type { HomeInvoiceFragment } from '../../gql/graphql.js';

/** From here on a deadline is near enough to be told without being asked. */
const NEAR_DAYS = 5;
const RECENT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Days left to pay; negative when late; undefined while no clock runs. */
export const daysLeft = ({ clock }: Pick<HomeInvoiceFragment, 'clock'>): number | undefined =>
  clock?.running ? clock.days - clock.elapsedDays : undefined;

/** Late ones first, then those about to be. */
export const lateOrNear = <Row extends Pick<HomeInvoiceFragment, 'clock'>>(rows: readonly Row[]): Row[] =>
  rows
    .filter((row) => (daysLeft(row) ?? Number.POSITIVE_INFINITY) <= NEAR_DAYS)
    .toSorted((one, other) => (daysLeft(one) ?? 0) - (daysLeft(other) ?? 0));

/** What moved of late, latest first. What was only deposited is known to whoever deposited it. */
export const recentlyChanged = <Row extends Pick<HomeInvoiceFragment, 'status' | 'statusSince'>>(
  rows: readonly Row[],
  now: Date,
  most = 8,
): Row[] =>
  rows
    .filter(({ status }) => status !== 'DEPOSITED' && status !== 'IN_ROUTING')
    .filter(({ statusSince }) => now.getTime() - Date.parse(statusSince) < RECENT_DAYS * DAY_MS)
    .toSorted((one, other) => Date.parse(other.statusSince) - Date.parse(one.statusSince))
    .slice(0, most);
