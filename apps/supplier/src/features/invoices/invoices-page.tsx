import { Button } from '@parvis/ui/acts/button';
import { FilterBar } from '@parvis/ui/filters/filter-bar';
import { SelectField } from '@parvis/ui/form/select-field';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { DataTable } from '@parvis/ui/table/data-table';
import { Broken } from '@parvis/web-kit/errors/broken';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../paths.js';
import { useTypedSearch } from '../../typing/use-typed-search.js';
import { useInvoiceColumns } from './invoice-columns.js';
import { columnOf, type InvoiceFilters, readFilters, sortOf, sorts, tabs } from './invoice-filters.js';
import classes from './invoices.module.css';
import { useInvoices } from './use-invoices.js';
import { useWords } from './words.js';

const route = getRouteApi('/inside/factures');

export function InvoicesPage(): ReactNode {
  const say = useWords();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInvoices(filters);
  const columns = useInvoiceColumns();
  const show = (change: InvoiceFilters) =>
    void navigate({ search: readFilters({ ...filters, ...change }), replace: true });
  const [typed, type] = useTypedSearch(filters.q ?? '', (q) => show({ q }));
  const filtered = filters.tab !== undefined || filters.q !== undefined;

  return (
    <>
      <PageHeader
        title={say('title')}
        mainAct={
          <Button href={paths.deposit} size="md">
            {say('deposit')}
          </Button>
        }
      />
      <FilterBar
        label={say('tabs')}
        choices={(['all', ...tabs] as const).map((tab) => ({
          key: tab,
          label: say(`tab_${tab}`),
          count: list.counts?.[tab],
          tone: tab === 'waiting' ? 'warning' : undefined,
        }))}
        current={filters.tab ?? 'all'}
        onChange={(tab) => void navigate({ search: readFilters({ ...filters, tab }) })}
        search={{ label: say('searchHint'), value: typed, onChange: type }}
      >
        <div className={classes.sort}>
          <SelectField
            id="sort"
            label={say('sort')}
            labelHidden
            value={filters.sort ?? 'newest'}
            prompt={false}
            choices={sorts.map((sort) => ({ value: sort, label: say(`sort_${sort}`) }))}
            onChange={(sort) => void navigate({ search: readFilters({ ...filters, sort }) })}
          />
        </div>
      </FilterBar>
      <DataTable
        caption={say('title')}
        columns={columns}
        rows={list.rows}
        rowKey={({ id }) => id}
        rowLabel={({ number, recipient }) => `${number}, ${recipient.name}`}
        rowHref={({ id }) => paths.invoice(id)}
        sort={columnOf[filters.sort ?? 'newest']}
        onSort={({ key, direction }) =>
          void navigate({ search: readFilters({ ...filters, sort: sortOf(key, direction) }) })
        }
        loading={list.loading}
        loadingMore={list.loadingMore}
        onLoadMore={list.loadMore}
        total={list.total}
        broken={list.error && <Broken error={list.error} onRetry={list.retry} />}
        empty={filtered ? <NoMatch /> : <NoInvoice />}
      />
    </>
  );
}

function NoInvoice(): ReactNode {
  const say = useWords();
  const act = <Button href={paths.deposit}>{say('deposit')}</Button>;
  return <EmptyState title={say('emptyTitle')} why={say('emptyText')} firstStep={act} />;
}

function NoMatch(): ReactNode {
  const say = useWords();
  const act = (
    <Button href={paths.invoices} variant="default">
      {say('clear')}
    </Button>
  );
  return <EmptyState title={say('noMatchTitle')} why={say('noMatchText')} firstStep={act} />;
}
