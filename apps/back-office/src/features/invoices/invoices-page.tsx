import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { FilterBar } from '@parvis/ui/filters/filter-bar';
import { SelectField } from '@parvis/ui/form/select-field';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { DataTable } from '@parvis/ui/table/data-table';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useCurrentMembership } from '@parvis/web-kit/session/current-structure';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { ReceivedInvoicesDocument } from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import { useInvoiceColumns } from '../../rows/invoice-columns.js';
import { asQuery, countIn, type ListView, type Sort, sorts, type Tab, tabs } from './list-view.js';
import { useWords } from './words.js';

const route = getRouteApi('/inside/factures');

/** Every invoice received, narrowed by what the address bar says. */
export function InvoicesPage(): ReactNode {
  const say = useWords();
  const view = route.useSearch();
  const navigate = route.useNavigate();
  const structureId = useCurrentMembership('PUBLIC_ENTITY')?.structure.id ?? null;
  const { filter, order } = asQuery(view);
  const show = (next: ListView): void => void navigate({ search: next, replace: true });
  const { data, previousData, error, refetch, fetchMore } = useQuery(ReceivedInvoicesDocument, {
    variables: { filter: { ...filter, structureId }, order },
    notifyOnNetworkStatusChange: true,
  });
  const shown = data ?? previousData;
  const counts = shown?.invoices.countByStatus ?? [];
  const { hasNextPage, endCursor } = shown?.invoices.pageInfo ?? {};
  const columns = useInvoiceColumns();
  const isNarrowed = Boolean(view.q || view.tab);

  return (
    <>
      <PageHeader title={say('title')} />
      <FilterBar
        label={say('tabs')}
        current={view.tab ?? 'all'}
        onChange={(key) => {
          const { tab: _left, ...rest } = view;
          show(key === 'all' ? rest : { ...rest, tab: key as Tab });
        }}
        choices={(['all', ...tabs] as const).map((tab) => ({
          key: tab,
          label: say(`tab_${tab}`),
          count: view.tab && view.tab !== tab ? undefined : countIn(tab, counts),
        }))}
        search={useSearchField(view, show, say('search'))}
      >
        <SelectField
          id="sort"
          label={say('sort')}
          value={view.sort ?? 'newest'}
          onChange={(sort) => show({ ...view, sort: sort as Sort })}
          choices={sorts.map((sort) => ({ value: sort, label: say(`sort_${sort}`) }))}
        />
      </FilterBar>
      <DataTable
        caption={say('title')}
        columns={columns}
        rows={(shown?.invoices.edges ?? []).map(({ node }) => node)}
        rowKey={({ id }) => id}
        rowLabel={({ number, supplier }) => `${number}, ${supplier.name}`}
        rowHref={({ id }) => paths.invoice(id)}
        loading={!shown && !error}
        broken={error && !shown ? <Broken error={error} onRetry={() => void refetch()} /> : undefined}
        empty={
          <EmptyState
            title={say(isNarrowed ? 'noMatchTitle' : 'emptyTitle')}
            why={say(isNarrowed ? 'noMatchText' : 'emptyText')}
            firstStep={isNarrowed && <Button onClick={() => show({})}>{say('clear')}</Button>}
          />
        }
        total={countIn(view.tab ?? 'all', counts)}
        onLoadMore={hasNextPage ? () => void fetchMore({ variables: { after: endCursor } }) : undefined}
      />
    </>
  );
}

/** Types at the person's pace; the address, and so the question, follows when they pause. */
const useSearchField = (view: ListView, show: (next: ListView) => void, label: string) => {
  const [text, setText] = useState(view.q ?? '');
  const settled = useDeferredValue(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      const { q: _left, ...rest } = view;
      if (settled !== (view.q ?? '')) show(settled ? { ...rest, q: settled } : rest);
    }, 250);
    return () => clearTimeout(timer);
  });
  return { label, value: text, onChange: setText };
};
