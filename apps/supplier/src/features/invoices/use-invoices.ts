import { useQuery, useSubscription } from '@apollo/client/react';
import { useCurrentMembership } from '@parvis/web-kit/session/current-structure';
import { useEffect, useRef } from 'react';
import {
  SupplierInvoiceCountsDocument,
  SupplierInvoicesChangedDocument,
  SupplierInvoicesDocument,
} from '../../gql/graphql.js';
import { asQuery, countByTab, type InvoiceFilters } from './invoice-filters.js';

const PAGE = 25;
/** The most the gateway gives at once. */
const MOST = 100;
/** A burst of changes asks for the list once. */
const QUIET_MS = 400;

/** The list behind the filters, page by page, kept true by what the gateway announces. */
export const useInvoices = (filters: InvoiceFilters) => {
  const structureId = useCurrentMembership('SUPPLIER')?.structure.id ?? null;
  const { filter, order } = asQuery(filters);
  const variables = { filter: { ...filter, structureId }, order };
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(SupplierInvoicesDocument, {
    variables: { ...variables, first: PAGE },
    notifyOnNetworkStatusChange: true,
  });
  const text = variables.filter.text;
  const counts = useQuery(SupplierInvoiceCountsDocument, {
    variables: { filter: { structureId, ...(text && { text }) } },
    fetchPolicy: 'no-cache',
  });
  const shown = (data ?? previousData)?.invoices;
  const rows = shown?.edges.map(({ node }) => node) ?? [];

  const askAgain = useQuietly(() => {
    void refetch({ ...variables, first: Math.min(MOST, Math.max(PAGE, rows.length)) });
    void counts.refetch();
  });
  useSubscription(SupplierInvoicesChangedDocument, { onData: askAgain });

  const byTab = counts.data && countByTab(counts.data.invoices.countByStatus);
  return {
    rows,
    counts: byTab,
    total: byTab?.[filters.tab ?? 'all'],
    loading: loading && !shown,
    loadingMore: loading && shown !== undefined,
    error: shown ? undefined : error,
    retry: () => void refetch().catch(() => undefined),
    loadMore: shown?.pageInfo.hasNextPage
      ? () => void fetchMore({ variables: { after: shown.pageInfo.endCursor } })
      : undefined,
  };
};

const useQuietly = (act: () => void): (() => void) => {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), QUIET_MS);
  };
};
