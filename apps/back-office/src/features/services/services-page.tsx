import { useQuery } from '@apollo/client/react';
import { asksForEngagement } from '@parvis/domain/directory/demand';
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
import { ServicesDocument, type ServicesQuery } from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import beside from '../../settings-view/beside-form.module.css';
import { useSettled } from '../../settings-view/use-settled.js';
import { SettingsTabs } from '../directory/settings-tabs.js';
import { AddService } from './add-service.js';
import { useServiceColumns } from './service-columns.js';
import { type ServiceState, type ServicesView, states } from './services-view.js';
import { useWords } from './words.js';

const route = getRouteApi('/inside/annuaire/services');

/** The services of the entity: found, added, opened one by one. */
export function ServicesPage(): ReactNode {
  const say = useWords();
  const structureId = useCurrentMembership('PUBLIC_ENTITY')?.structure.id;
  const mayRead = useViewerCan('SETTINGS_READ', structureId);
  if (structureId && mayRead) return <Services key={structureId} structureId={structureId} />;
  return (
    <>
      <PageHeader title={say('title')} />
      <SettingsTabs />
      <NoRight right={say('noRight')} whoCanGive={say('noRightWho')} />
    </>
  );
}

function Services({ structureId }: { readonly structureId: string }): ReactNode {
  const say = useWords();
  const mayChange = useViewerCan('SETTINGS_CHANGE', structureId);
  const [adding, setAdding] = useState(false);
  const { view, search, show } = useView();
  const { data, previousData, error, refetch, fetchMore } = useQuery(ServicesDocument, {
    variables: asked(structureId, view),
    fetchPolicy: 'cache-and-network',
  });
  const settings = (data ?? previousData)?.settings;
  const reload = (): void => void refetch();
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        mainAct={mayChange && !adding && <Button onClick={() => setAdding(true)}>{say('add')}</Button>}
      />
      <SettingsTabs />
      {!mayChange && (
        <div className={beside.notice}>
          <ReadOnlyNotice>{say('readOnly')}</ReadOnlyNotice>
        </div>
      )}
      {adding && (
        <AddService
          structureId={structureId}
          entityAsks={settings ? asksForEngagement(settings.requirements) : false}
          onAdded={refetch}
          onClose={() => setAdding(false)}
        />
      )}
      <FilterBar
        label={say('states')}
        current={view.state ?? 'all'}
        onChange={(key) => show({ ...view, state: key === 'all' ? undefined : (key as ServiceState) })}
        choices={(['all', ...states] as const).map((key) => ({
          key,
          label: say(key),
          count: countOf(key, settings?.services),
        }))}
        search={search}
      >
        <ExchangeMenu kind="services" structureId={structureId} mayImport={mayChange} />
      </FilterBar>
      <Table
        settings={settings}
        isNarrowed={Boolean(view.q || view.state)}
        broken={error && !settings ? <Broken error={error} onRetry={reload} /> : undefined}
        onClear={() => show({})}
        onAdd={mayChange && !adding ? () => setAdding(true) : undefined}
        onMore={(after) =>
          void fetchMore({
            variables: { after },
            updateQuery: (shown, { fetchMoreResult }) => joined(shown, fetchMoreResult),
          })
        }
      />
    </>
  );
}

type ServicesShown = ServicesQuery['settings']['services'];

const countOf = (key: 'all' | ServiceState, services: ServicesShown | undefined): number | undefined => {
  if (!services) return undefined;
  const { openCount, closedCount } = services;
  return { all: openCount + closedCount, open: openCount, closed: closedCount }[key];
};

const asked = (structureId: string, { q, state }: ServicesView) => ({
  structureId,
  ...(q && { search: q }),
  ...(state && { active: state === 'open' }),
});

const joined = (shown: ServicesQuery, next: ServicesQuery): ServicesQuery => ({
  settings: {
    ...next.settings,
    services: {
      ...next.settings.services,
      edges: [...shown.settings.services.edges, ...next.settings.services.edges],
    },
  },
});

/** The address bar holds the view; the search follows what is typed at a pause. */
const useView = () => {
  const say = useWords();
  const navigate = route.useNavigate();
  const inAddress: ServicesView = route.useSearch();
  const [text, setText] = useState(inAddress.q ?? '');
  const q = useSettled(text, 250);
  const show = ({
    q: wanted,
    state,
  }: {
    readonly q?: string;
    readonly state?: ServiceState | undefined;
  }): void => {
    if (wanted === undefined) setText('');
    void navigate({ search: { ...(wanted && { q: wanted }), ...(state && { state }) }, replace: true });
  };
  const { q: _, ...rest } = inAddress;
  const view: ServicesView = { ...rest, ...(q && { q }) };
  return {
    view,
    search: { label: say('search'), value: text, onChange: setText },
    show,
  };
};

interface TableProps {
  readonly settings: ServicesQuery['settings'] | undefined;
  readonly isNarrowed: boolean;
  readonly broken: ReactNode;
  readonly onClear: () => void;
  readonly onAdd: (() => void) | undefined;
  readonly onMore: (after: string | null | undefined) => void;
}

function Table({ settings, isNarrowed, broken, onClear, onAdd, onMore }: TableProps): ReactNode {
  const say = useWords();
  const columns = useServiceColumns(settings ? asksForEngagement(settings.requirements) : false);
  const page = settings?.services.pageInfo;
  return (
    <DataTable
      caption={say('title')}
      columns={columns}
      rows={(settings?.services.edges ?? []).map(({ node }) => node)}
      rowKey={({ code }) => code}
      rowLabel={({ name }) => name}
      rowHref={({ code }) => paths.service(code)}
      loading={!settings && !broken}
      broken={broken}
      empty={
        isNarrowed ? (
          <EmptyState
            title={say('noMatchTitle')}
            why={say('noMatchText')}
            firstStep={<Button onClick={onClear}>{say('clear')}</Button>}
          />
        ) : (
          <EmptyState
            title={say('emptyTitle')}
            why={say('emptyText')}
            firstStep={onAdd && <Button onClick={onAdd}>{say('add')}</Button>}
          />
        )
      }
      onLoadMore={page?.hasNextPage ? () => onMore(page.endCursor) : undefined}
    />
  );
}
