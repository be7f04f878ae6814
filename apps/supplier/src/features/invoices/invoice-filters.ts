import type { InvoiceOrder, InvoiceStatus } from '../../gql/graphql.js';
import { statusesOf } from '../../statuses.js';

/** What a supplier asks of the list, as the address bar holds it: a view can be sent to a colleague. */
export interface InvoiceFilters {
  readonly tab?: Tab;
  /** Number, recipient, SIRET or engagement looked for. */
  readonly q?: string;
  readonly sort?: Sort;
}

export type Tab = keyof typeof statusesOf;
export const tabs = Object.keys(statusesOf) as readonly Tab[];

const orders = {
  newest: 'NEWEST_FIRST',
  oldest: 'OLDEST_FIRST',
  due: 'DUE_FIRST',
  largest: 'LARGEST_FIRST',
} as const satisfies Record<string, InvoiceOrder>;

export type Sort = keyof typeof orders;
export const sorts = Object.keys(orders) as readonly Sort[];

/** The column and direction that each order shows as in the head of the table. */
export const columnOf: Record<
  Sort,
  { readonly key: string; readonly direction: 'ascending' | 'descending' }
> = {
  newest: { key: 'deposited', direction: 'descending' },
  oldest: { key: 'deposited', direction: 'ascending' },
  due: { key: 'deadline', direction: 'ascending' },
  largest: { key: 'amount', direction: 'descending' },
};

/** The order asked for by pressing a head; deadlines and amounts are only sorted the way that helps. */
export const sortOf = (key: string, direction: 'ascending' | 'descending'): Sort => {
  const exact = sorts.find((sort) => columnOf[sort].key === key && columnOf[sort].direction === direction);
  return exact ?? sorts.find((sort) => columnOf[sort].key === key) ?? 'newest';
};

/** Reads the address bar; what it does not know, it leaves out rather than fail. */
export const readFilters = (search: Record<string, unknown>): InvoiceFilters => {
  const tab = tabs.find((name) => name === search.tab);
  const sort = sorts.find((name) => name === search.sort);
  const q = typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q).trim() : '';
  return {
    ...(tab && { tab }),
    ...(q !== '' && { q }),
    ...(sort && sort !== 'newest' && { sort }),
  };
};

/** The same question, asked of the gateway. */
export const asQuery = ({ tab, q, sort = 'newest' }: InvoiceFilters) => ({
  filter: { ...(tab && { statuses: [...statusesOf[tab]] }), ...(q && { text: q }) },
  order: orders[sort],
});

interface StatusCount {
  readonly status: InvoiceStatus;
  readonly count: number;
}

/** How many invoices each tab holds. Drafts are nobody's yet and count nowhere. */
export const countByTab = (counts: readonly StatusCount[]): Record<Tab | 'all', number> => {
  const holding = (statuses: readonly InvoiceStatus[]) =>
    counts.reduce((sum, { status, count }) => (statuses.includes(status) ? sum + count : sum), 0);
  return {
    all: counts.reduce((sum, { status, count }) => (status === 'DRAFT' ? sum : sum + count), 0),
    waiting: holding(statusesOf.waiting),
    running: holding(statusesOf.running),
    paid: holding(statusesOf.paid),
    refused: holding(statusesOf.refused),
  };
};
