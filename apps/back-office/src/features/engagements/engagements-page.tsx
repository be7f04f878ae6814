import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { FilterBar } from '@parvis/ui/filters/filter-bar';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { NoRight } from '@parvis/ui/states/no-right';
import { ReadOnlyNotice } from '@parvis/ui/states/read-only-notice';
import { DataTable } from '@parvis/ui/table/data-table';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useCurrentMembership } from '@parvis/web-kit/session/current-structure';
import { useViewerCan } from '@parvis/web-kit/session/viewer-can';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ExchangeMenu } from '../../exchange/exchange-menu.js';
import { EngagementsDocument, type EngagementsQuery } from '../../gql/graphql.js';
import { useSettled } from '../../settings-view/use-settled.js';
import { SettingsTabs } from '../directory/settings-tabs.js';
import { AddEngagement } from './add-engagement.js';
import { EngagementCheckPanel } from './engagement-check.js';
import { useEngagementColumns } from './engagement-columns.js';
import classes from './engagements.module.css';
import { apiState, type EngagementsView, states, type ViewState } from './engagements-view.js';
import { FetchFromAccounting } from './fetch-from-accounting.js';
import { useWords } from './words.js';

const route = getRouteApi('/inside/annuaire/engagements');

/** What the entity has set aside, order by order, and what deposited invoices are told of it. */
export function EngagementsPage(): ReactNode {
  const say = useWords();
  const structureId = useCurrentMembership('PUBLIC_ENTITY')?.structure.id;
  const mayRead = useViewerCan('ENGAGEMENT_READ', structureId);
  if (structureId && mayRead) return <Engagements key={structureId} structureId={structureId} />;
  return (
    <>
      <PageHeader title={say('title')} />
      <SettingsTabs />
      <NoRight right={say('noRight')} whoCanGive={say('noRightWho')} />
    </>
  );
}

function Engagements({ structureId }: { readonly structureId: string }): ReactNode {
  const say = useWords();
  const mayManage = useViewerCan('ENGAGEMENT_MANAGE', structureId);
  const [adding, setAdding] = useState(false);
  const { view, search, show } = useView();
  const { data, previousData, error, refetch, fetchMore } = useQuery(EngagementsDocument, {
    variables: {
      structureId,
      ...(view.q && { search: view.q }),
      ...(view.state && { state: apiState[view.state] }),
    },
    fetchPolicy: 'cache-and-network',
  });
  const page = (data ?? previousData)?.engagements;
  const reload = (): void => void refetch();
  const columns = useEngagementColumns({ structureId, mayManage, onChanged: reload });
  const isNarrowed = Boolean(view.q || view.state);
  const { hasNextPage, endCursor } = page?.pageInfo ?? {};
  const onMore = (): void =>
    void fetchMore({
      variables: { after: endCursor },
      updateQuery: (shown, { fetchMoreResult }) => joined(shown, fetchMoreResult),
    });
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        mainAct={mayManage && !adding && <Button onClick={() => setAdding(true)}>{say('add')}</Button>}
      />
      <SettingsTabs />
      {!mayManage && (
        <div className={classes.notice}>
          <ReadOnlyNotice>{say('readOnly')}</ReadOnlyNotice>
        </div>
      )}
      <EngagementCheckPanel structureId={structureId} />
      {adding && (
        <AddEngagement structureId={structureId} onAdded={reload} onClose={() => setAdding(false)} />
      )}
      <FilterBar
        label={say('states')}
        current={view.state ?? 'all'}
        onChange={(key) => show({ ...view, state: key === 'all' ? undefined : (key as ViewState) })}
        choices={(['all', ...states] as const).map((key) => ({
          key,
          label: say(key),
          count: key === (view.state ?? 'all') ? page?.totalCount : undefined,
        }))}
        search={search}
      >
        <FetchFromAccounting structureId={structureId} onAsked={reload} />
        <ExchangeMenu kind="engagements" structureId={structureId} mayImport={mayManage} />
      </FilterBar>
      <DataTable
        caption={say('title')}
        columns={columns}
        rows={(page?.edges ?? []).map(({ node }) => node)}
        rowKey={({ id }) => id}
        rowLabel={({ number, supplierName }) => [number, supplierName].filter(Boolean).join(', ')}
        loading={!page && !error}
        broken={error && !page ? <Broken error={error} onRetry={reload} /> : undefined}
        empty={
          <EmptyState
            title={say(isNarrowed ? 'noMatchTitle' : 'emptyTitle')}
            why={say(isNarrowed ? 'noMatchText' : 'emptyText')}
            firstStep={isNarrowed && <Button onClick={() => show({})}>{say('clear')}</Button>}
          />
        }
        total={page?.totalCount}
        onLoadMore={hasNextPage ? onMore : undefined}
      />
    </>
  );
}

const joined = (shown: EngagementsQuery, next: EngagementsQuery): EngagementsQuery => ({
  engagements: {
    ...next.engagements,
    edges: [...shown.engagements.edges, ...next.engagements.edges],
  },
});

/** The address bar holds the view; the search follows what is typed at a pause. */
const useView = (): {
  readonly view: EngagementsView;
  readonly search: {
    readonly label: string;
    readonly value: string;
    readonly onChange: (text: string) => void;
  };
  readonly show: (wanted: {
    readonly q?: string | undefined;
    readonly state?: ViewState | undefined;
  }) => void;
} => {
  const say = useWords();
  const navigate = route.useNavigate();
  const inAddress: EngagementsView = route.useSearch();
  const [text, setText] = useState(inAddress.q ?? '');
  const q = useSettled(text, 250);
  const show = (wanted: {
    readonly q?: string | undefined;
    readonly state?: ViewState | undefined;
  }): void => {
    if (wanted.q === undefined) setText('');
    void navigate({
      search: { ...(wanted.q && { q: wanted.q }), ...(wanted.state && { state: wanted.state }) },
      replace: true,
    });
  };
  const { q: _, ...rest } = inAddress;
  return {
    view: q ? { ...rest, q } : rest,
    search: { label: say('search'), value: text, onChange: setText },
    show,
  };
};
