import { useQuery } from '@apollo/client/react';
import { CopyText } from '@parvis/ui/display/copy-text';
import { FilterSearch } from '@parvis/ui/filters/filter-search';
import { EmptyState } from '@parvis/ui/states/empty-state';
import type { Column } from '@parvis/ui/table/column';
import { DataTable } from '@parvis/ui/table/data-table';
import { Broken } from '@parvis/web-kit/errors/broken';
import { type ReactNode, useState } from 'react';
import { EntryServicesDocument, type ListedServiceFragment } from '../../gql/graphql.js';
import { useTypedSearch } from '../../typing/use-typed-search.js';
import classes from './directory.module.css';
import { useWords } from './words.js';

const PAGE = 25;

/** The services that take invoices, page by page: an entity may have ten thousand. */
export function ServiceList({ siret }: { readonly siret: string }): ReactNode {
  const say = useWords();
  const [search, setSearch] = useState('');
  const [typed, type] = useTypedSearch(search, (text) => setSearch(text.trim()));
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(EntryServicesDocument, {
    variables: { siret, search, first: PAGE },
    notifyOnNetworkStatusChange: true,
  });
  const shown = (data ?? previousData)?.directoryEntry?.services;
  return (
    <section className={classes.section} aria-labelledby="services-title">
      <h2 id="services-title">{say('services')}</h2>
      <div className={classes.search}>
        <FilterSearch label={say('searchServices')} value={typed} onChange={type} />
      </div>
      <DataTable
        caption={say('services')}
        columns={useServiceColumns()}
        rows={shown?.nodes ?? []}
        rowKey={({ code }) => code}
        rowLabel={({ name }) => name}
        loading={loading && !shown}
        loadingMore={loading && shown !== undefined}
        onLoadMore={
          shown?.pageInfo.hasNextPage
            ? () => void fetchMore({ variables: { after: shown.pageInfo.endCursor } })
            : undefined
        }
        total={shown?.totalCount}
        moreThanTotal={shown?.hasMoreThanTotal}
        broken={error && !shown && <Broken error={error} onRetry={() => void refetch()} />}
        empty={<EmptyState title={say('noServiceTitle')} why={say('noServiceText')} />}
      />
    </section>
  );
}

const useServiceColumns = (): readonly Column<ListedServiceFragment>[] => {
  const say = useWords();
  return [
    {
      key: 'name',
      header: say('service'),
      cardRole: 'title',
      cell: ({ name, description }) => (
        <span className={classes.who}>
          <span>{name}</span>
          {description && <span className={classes.about}>{description}</span>}
        </span>
      ),
    },
    {
      key: 'code',
      header: say('code'),
      cardRole: 'detail',
      nowrap: true,
      cell: ({ code }) => <CopyText value={code} label={say('code')} />,
    },
    {
      key: 'engagement',
      header: say('engagement'),
      cardRole: 'detail',
      cell: ({ engagementNumberRequired }) =>
        say(engagementNumberRequired ? 'engagementRequired' : 'engagementFree'),
    },
  ];
};
