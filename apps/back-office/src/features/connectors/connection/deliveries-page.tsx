import { useQuery } from '@apollo/client/react';
import { FilterBar } from '@parvis/ui/filters/filter-bar';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ConnectionDeliveriesDocument, type ConnectionDeliveriesQuery } from '../../../gql/graphql.js';
import { paths } from '../../../paths.js';
import { useSettled } from '../../../settings-view/use-settled.js';
import { useWords } from '../words.js';
import classes from './connection.module.css';
import { ConnectionShell, type ShownConnection } from './connection-shell.js';
import {
  countIn,
  type DeliveriesView,
  groups,
  readDeliveriesView,
  retryable,
  statesOf,
  writeDeliveriesView,
} from './deliveries-view.js';
import { DeliveryActs } from './delivery-acts.js';
import { DeliveryDetail } from './delivery-detail.js';
import { DeliveryFigures } from './delivery-figures.js';
import { DeliveryTable } from './delivery-table.js';
import { pauseAct } from './pause-button.js';
import { usePolling, useRefetchOnMove } from './use-polling.js';

const route = getRouteApi('/inside/connecteurs/$id');

/** What is waiting, delivered, refused or parked over one connection, why, and what mends it. */
export function DeliveriesPage(): ReactNode {
  const { id } = route.useParams();
  return (
    <ConnectionShell key={id} id={id} tab="deliveries" acts={pauseAct}>
      {(shown) => <Deliveries {...shown} />}
    </ConnectionShell>
  );
}

function Deliveries({ connection, mayOperate, reload }: ShownConnection): ReactNode {
  const say = useWords();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const { view, sought, show, search } = useView(connection.id);
  const states = statesOf[view.etat];
  const { data, previousData, error, refetch, fetchMore, startPolling, stopPolling } = useQuery(
    ConnectionDeliveriesDocument,
    {
      variables: {
        structureId: connection.structure.id,
        connectionId: connection.id,
        language,
        ...(states && { states: [...states] }),
        ...(sought && { search: sought }),
      },
      fetchPolicy: 'cache-and-network',
    },
  );
  usePolling({ startPolling, stopPolling }, connection);
  useRefetchOnMove(refetch, connection);
  const page = (data ?? previousData)?.deliveries;
  const reloadAll = (): void => {
    reload();
    void refetch();
  };
  const onMore = (): void =>
    void fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult }) => joined(shown, fetchMoreResult),
    });
  return (
    <div className={classes.page}>
      <DeliveryFigures connectionId={connection.id} />
      <FilterBar
        label={say('deliveries')}
        current={view.etat}
        onChange={(key) => show({ etat: groups.find((group) => group === key) ?? 'all' })}
        choices={groups.map((group) => ({
          key: group,
          label: say(`filter_${group}`),
          count: countIn(connection.counts, group),
          tone:
            group === 'stuck' || group === 'attention' || group === 'refused' || group === 'parked'
              ? 'danger'
              : undefined,
        }))}
        search={search}
      />
      {mayOperate && (
        <DeliveryActs connection={connection} states={retryable[view.etat]} onDone={reloadAll} />
      )}
      {!page &&
        (error ? <Broken error={error} onRetry={() => void refetch()} /> : <PageLoading shape="list" />)}
      {page && (
        <DeliveryTable
          deliveries={page.edges.map(({ node }) => node)}
          total={view.q ? undefined : countIn(connection.counts, view.etat)}
          isNarrowed={view.q !== '' || view.etat !== 'all'}
          hrefOf={({ invoice }) =>
            paths.connector(connection.id) + writeDeliveriesView({ ...view, facture: invoice.id })
          }
          onRetried={reloadAll}
          mayOperate={mayOperate}
          onMore={page.pageInfo.hasNextPage ? onMore : undefined}
        />
      )}
      {view.facture && (
        <DeliveryDetail
          invoiceId={view.facture}
          connectionId={connection.id}
          onClose={() => show({ facture: undefined })}
        />
      )}
    </div>
  );
}

const joined = (
  shown: ConnectionDeliveriesQuery,
  next: ConnectionDeliveriesQuery,
): ConnectionDeliveriesQuery => ({
  deliveries: { ...next.deliveries, edges: [...shown.deliveries.edges, ...next.deliveries.edges] },
});

/** The address bar holds the view; the list follows what is typed at a pause. */
const useView = (connectionId: string) => {
  const say = useWords();
  const { history } = useRouter();
  const inAddress = readDeliveriesView(route.useSearch());
  const [text, setText] = useState(inAddress.q);
  const view = { ...inAddress, q: text.trim() };
  const show = (wanted: { [Key in keyof DeliveriesView]?: DeliveriesView[Key] | undefined }): void => {
    const { facture, ...next } = { ...view, ...wanted };
    const shown = { etat: next.etat ?? 'all', q: next.q ?? '', ...(facture && { facture }) };
    history.replace(paths.connector(connectionId) + writeDeliveriesView(shown));
  };
  const onChange = (typed: string): void => {
    setText(typed);
    show({ q: typed.trim() });
  };
  const sought = useSettled(view.q, 250);
  return { view, sought, show, search: { label: say('searchDeliveries'), value: text, onChange } };
};
