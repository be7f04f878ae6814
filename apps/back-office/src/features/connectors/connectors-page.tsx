import { useQuery } from '@apollo/client/react';
import { FilterBar } from '@parvis/ui/filters/filter-bar';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useCurrentMembership } from '@parvis/web-kit/session/current-structure';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { type ReactNode, useState } from 'react';
import { ConnectionDeliveriesDocument, type DeliveryState } from '../../gql/graphql.js';
import { ReaderNotice } from '../../rows/reader-notice.js';
import { ConnectionHealthCard } from './connection-health-card.js';
import { DeliveryTable } from './delivery-table.js';
import { useWords } from './words.js';

const statesOf = {
  all: undefined,
  stuck: ['NEEDS_ATTENTION', 'REFUSED', 'PARKED'],
  waiting: ['WAITING', 'SENDING'],
  delivered: ['DELIVERED'],
} as const satisfies Record<string, readonly DeliveryState[] | undefined>;

type Filter = keyof typeof statesOf;
const filters = Object.keys(statesOf) as readonly Filter[];

/** What passes between the platform and each accounting system, and what waits for a person. */
export function ConnectorsPage(): ReactNode {
  const say = useWords();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [filter, setFilter] = useState<Filter>('all');
  const states = statesOf[filter];
  const { data, previousData, error, refetch } = useQuery(ConnectionDeliveriesDocument, {
    variables: { language, ...(states && { states: [...states] }) },
    pollInterval: 15_000,
  });
  const structureId = useCurrentMembership('PUBLIC_ENTITY')?.structure.id;
  const connections = (data ?? previousData)?.accountingConnections.filter(
    ({ structure }) => structure.id === structureId,
  );
  const countOf = (name: Filter): number => {
    const held: readonly DeliveryState[] | undefined = statesOf[name];
    return (connections ?? [])
      .flatMap(({ counts }) => counts)
      .filter(({ state }) => held?.includes(state) ?? true)
      .reduce((sum, { count }) => sum + count, 0);
  };

  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <ReaderNotice>{say('readOnly')}</ReaderNotice>
      {!connections &&
        (error ? <Broken error={error} onRetry={() => void refetch()} /> : <PageLoading shape="detail" />)}
      {connections?.length === 0 && <EmptyState title={say('noneTitle')} why={say('noneText')} />}
      {connections?.map((connection) => (
        <ConnectionHealthCard key={connection.id} connection={connection} />
      ))}
      {connections && connections.length > 0 && (
        <>
          <h2>{say('deliveries')}</h2>
          <FilterBar
            label={say('deliveries')}
            current={filter}
            onChange={(key) => setFilter(key as Filter)}
            choices={filters.map((name) => ({
              key: name,
              label: say(`filter_${name}`),
              count: countOf(name),
              tone: name === 'stuck' && countOf(name) > 0 ? ('danger' as const) : undefined,
            }))}
          />
          <DeliveryTable
            deliveries={connections.flatMap(({ deliveries }) => deliveries.edges.map(({ node }) => node))}
            total={countOf(filter)}
            onRetried={() => void refetch()}
          />
        </>
      )}
    </>
  );
}
