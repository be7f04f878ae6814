import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { FilterBar } from '@parvis/ui/filters/filter-bar';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { NoRight } from '@parvis/ui/states/no-right';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { ReadOnlyNotice } from '@parvis/ui/states/read-only-notice';
import { DataTable } from '@parvis/ui/table/data-table';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useCurrentMembership, type ViewerMembership } from '@parvis/web-kit/session/current-structure';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { MandateSidesDocument, MandatesDocument } from '../../gql/graphql.js';
import { OrganisationTabs } from '../organisation/organisation-tabs.js';
import { GiveMandateDialog } from './give-mandate-dialog.js';
import { useMandateColumns } from './mandate-columns.js';
import classes from './mandates.module.css';
import { RevokeDialog, type Revoked } from './revoke-dialog.js';
import { useWords } from './words.js';

/** Who acts in the name of the structure, and for whom its people act. */
export function MandatesPage(): ReactNode {
  const say = useWords();
  const membership = useCurrentMembership('SUPPLIER');
  if (!membership?.rights.includes('MANDATE_READ'))
    return (
      <>
        <PageHeader title={say('title')} />
        <OrganisationTabs />
        <NoRight right={say('noRight')} whoCanGive={say('whoCanGive')} />
      </>
    );
  return <Mandates key={membership.structure.id} membership={membership} />;
}

type Standpoint = 'CLIENT' | 'HOLDER';

function Mandates({ membership }: { readonly membership: ViewerMembership }): ReactNode {
  const say = useWords();
  const { structure, rights } = membership;
  const mayGive = rights.includes('MANDATE_GIVE');
  const [chosen, setChosen] = useState<Standpoint>();
  const first = useFirstStandpoint(structure.id);
  const standpoint = chosen ?? first;
  const [giving, setGiving] = useState(false);
  const [search, setSearch] = useState('');
  const giveButton = mayGive && (
    <Button size="md" onClick={() => setGiving(true)}>
      {say('give')}
    </Button>
  );
  if (!standpoint) return <PageLoading shape="list" />;
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle', { structure: structure.name })}
        mainAct={standpoint === 'CLIENT' && giveButton}
      />
      <OrganisationTabs />
      <div className={classes.page}>
        {!mayGive && <ReadOnlyNotice>{say('readOnly')}</ReadOnlyNotice>}
        <FilterBar
          label={say('show')}
          choices={[
            { key: 'CLIENT', label: say('given') },
            { key: 'HOLDER', label: say('held') },
          ]}
          current={standpoint}
          onChange={(key) => setChosen(key === 'HOLDER' ? 'HOLDER' : 'CLIENT')}
          search={{ label: say('search'), value: search, onChange: setSearch }}
        />
        <MandateTable
          key={standpoint}
          membership={membership}
          standpoint={standpoint}
          search={search}
          giving={giving}
          onGiven={() => setGiving(false)}
        />
      </div>
    </>
  );
}

/** Its clients first, for a structure that has some and has given no mandate itself. Undefined until that is known. */
const useFirstStandpoint = (structureId: string): Standpoint | undefined => {
  const { data, error } = useQuery(MandateSidesDocument, { variables: { structureId } });
  if (error) return 'CLIENT';
  if (!data) return undefined;
  return data.given.edges.length === 0 && data.held.edges.length > 0 ? 'HOLDER' : 'CLIENT';
};

interface MandateTableProps {
  readonly membership: ViewerMembership;
  readonly standpoint: Standpoint;
  readonly search: string;
  readonly giving: boolean;
  readonly onGiven: () => void;
}

function MandateTable({ membership, standpoint, search, giving, onGiven }: MandateTableProps): ReactNode {
  const say = useWords();
  const isClient = standpoint === 'CLIENT';
  const sought = useDeferredValue(search.trim());
  const [revoking, setRevoking] = useState<Revoked>();
  const variables = {
    structureId: membership.structure.id,
    standpoint,
    search: sought || null,
    // A holder sees whom it works for; a client also what is over.
    states: isClient ? null : (['OFFERED', 'ACCEPTED'] as const).slice(),
  };
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(MandatesDocument, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const page = (data ?? previousData)?.mandates;
  const columns = useMandateColumns({
    membership,
    isClient,
    onRevoke: setRevoking,
    onChanged: () => void refetch(),
  });
  const more = (): void => {
    void fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult }) => ({
        mandates: {
          ...fetchMoreResult.mandates,
          edges: [...before.mandates.edges, ...fetchMoreResult.mandates.edges],
        },
      }),
    });
  };
  return (
    <>
      <DataTable
        caption={say('caption')}
        columns={columns}
        rows={page?.edges.map(({ node }) => node) ?? []}
        rowKey={({ id }) => id}
        rowLabel={({ clientName, holderName }) => (isClient ? holderName : clientName)}
        loading={loading && !page}
        broken={error && !page ? <Broken error={error} onRetry={() => void refetch()} /> : undefined}
        empty={
          <EmptyState
            title={say(isClient ? 'givenEmpty' : 'heldEmpty')}
            why={say(isClient ? 'givenEmptyWhy' : 'heldEmptyWhy')}
          />
        }
        onLoadMore={page?.pageInfo.hasNextPage ? more : undefined}
      />
      {giving && (
        <GiveMandateDialog
          clientId={membership.structure.id}
          onClose={onGiven}
          onGiven={() => {
            onGiven();
            void refetch();
          }}
        />
      )}
      {revoking && (
        <RevokeDialog
          revoked={revoking}
          onClose={() => setRevoking(undefined)}
          onDone={() => {
            setRevoking(undefined);
            void refetch();
          }}
        />
      )}
    </>
  );
}
