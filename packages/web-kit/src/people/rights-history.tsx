import { useQuery } from '@apollo/client/react';
import { DateText } from '@parvis/ui/display/date-text';
import { EmptyState } from '@parvis/ui/states/empty-state';
import type { Column } from '@parvis/ui/table/column';
import { DataTable } from '@parvis/ui/table/data-table';
import type { ReactNode } from 'react';
import { useDisplay } from '../display/use-display.js';
import { Broken } from '../errors/broken.js';
import { RightsHistoryDocument, type RightsHistoryQuery } from '../gql/graphql.js';
import { useActName } from './act-names.js';
import { usePeopleWords } from './words.js';

type Entry = RightsHistoryQuery['accessTraces']['edges'][number]['node'];

/** Who gave what to whom, when and why. */
export function RightsHistory({ structureId }: { readonly structureId: string }): ReactNode {
  const say = usePeopleWords();
  const nameOf = useActName();
  const { labelled } = useDisplay();
  const { data, error, loading, refetch, fetchMore } = useQuery(RightsHistoryDocument, {
    variables: { structureId },
    fetchPolicy: 'cache-and-network',
  });
  const page = data?.accessTraces;
  const columns: readonly Column<Entry>[] = [
    {
      key: 'what',
      header: say('what'),
      cardRole: 'title',
      cell: ({ act, subject }) => labelled(nameOf(act), subject),
    },
    { key: 'by', header: say('by'), cardRole: 'detail', cell: ({ byName }) => byName },
    { key: 'reason', header: say('reason'), cardRole: 'detail', cell: ({ reason }) => reason ?? '' },
    {
      key: 'when',
      header: say('when'),
      cardRole: 'deadline',
      nowrap: true,
      cell: ({ at }) => <DateText value={at} />,
    },
  ];
  const more = (): void => {
    void fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult }) => ({
        accessTraces: {
          ...fetchMoreResult.accessTraces,
          edges: [...before.accessTraces.edges, ...fetchMoreResult.accessTraces.edges],
        },
      }),
    });
  };
  return (
    <DataTable
      caption={say('historyCaption')}
      columns={columns}
      rows={page?.edges.map(({ node }) => node) ?? []}
      rowKey={({ id }) => id}
      rowLabel={({ subject }) => subject}
      loading={loading && !page}
      broken={error && !page ? <Broken error={error} onRetry={() => void refetch()} /> : undefined}
      empty={<EmptyState title={say('historyEmpty')} why={say('historyEmptyWhy')} />}
      onLoadMore={page?.pageInfo.hasNextPage ? more : undefined}
    />
  );
}
