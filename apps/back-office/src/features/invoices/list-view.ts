import type { InvoiceFilter, InvoiceOrder, InvoiceStatus } from '../../gql/graphql.js';

/** What a finance team asks of the list, as the address bar holds it: a view can be sent to a colleague. */
export interface ListView {
  readonly tab?: Tab;
  /** Number, supplier or engagement looked for. */
  readonly q?: string;
  readonly sort?: Sort;
}

export const statusesOf = {
  toDecide: ['MADE_AVAILABLE', 'TAKEN_IN_CHARGE', 'COMPLETED'],
  suspended: ['SUSPENDED', 'TO_REROUTE'],
  accounting: ['SERVICE_CONFIRMED', 'PAYMENT_ORDERED', 'HANDED_TO_ACCOUNTANT', 'BOOKED'],
  paid: ['IN_PAYMENT'],
  refused: ['REFUSED'],
} as const satisfies Record<string, readonly InvoiceStatus[]>;

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

/** Reads the address bar; what it does not know, it leaves out rather than fail. */
export const readListView = (search: Record<string, unknown>): ListView => {
  const tab = tabs.find((name) => name === search.tab);
  const sort = sorts.find((name) => name === search.sort);
  const q = typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q).trim() : '';
  return { ...(tab && { tab }), ...(q !== '' && { q }), ...(sort && sort !== 'newest' && { sort }) };
};

/** The same question, asked of the gateway. */
export const asQuery = ({
  tab,
  q,
  sort = 'newest',
}: ListView): { readonly filter: InvoiceFilter; readonly order: InvoiceOrder } => ({
  filter: { ...(tab && { statuses: [...statusesOf[tab]] }), ...(q && { text: q }) },
  order: orders[sort],
});

/** How many invoices each tab holds. */
export const countIn = (
  tab: Tab | 'all',
  counts: readonly { readonly status: InvoiceStatus; readonly count: number }[],
): number => {
  const held: readonly InvoiceStatus[] | undefined = tab === 'all' ? undefined : statusesOf[tab];
  return counts
    .filter(({ status }) => held?.includes(status) ?? true)
    .reduce((sum, { count }) => sum + count, 0);
};
