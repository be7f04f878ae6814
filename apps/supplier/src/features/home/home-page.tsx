import { useQuery, useSubscription } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { Notice } from '@parvis/ui/display/notice';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useCurrentMembership } from '@parvis/web-kit/session/current-structure';
import { useSession } from '@parvis/web-kit/session/session';
import type { ReactNode } from 'react';
import {
  SupplierHomeChangedDocument,
  SupplierHomeDocument,
  type SupplierHomeQuery,
} from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import { statusesOf } from '../../statuses.js';
import classes from './home.module.css';
import { HomeGroup } from './home-group.js';
import { lateOrNear, recentlyChanged } from './home-lists.js';
import { DaysLeft, Since } from './home-notes.js';
import { useWords } from './words.js';

const wanted = {
  waiting: [...statusesOf.waiting],
  refused: [...statusesOf.refused],
  running: [...statusesOf.running],
};

export function HomePage(): ReactNode {
  const say = useWords();
  const structureId = useCurrentMembership('SUPPLIER')?.structure.id ?? null;
  const { data, error, refetch } = useQuery(SupplierHomeDocument, { variables: { ...wanted, structureId } });
  useSubscription(SupplierHomeChangedDocument, { onData: () => void refetch() });
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
      <Clients />
      {data ? (
        <Lists data={data} />
      ) : error ? (
        <Broken error={error} onRetry={() => void refetch()} />
      ) : (
        <PageLoading />
      )}
    </>
  );
}

/** Whoever acts for others finds them from here. */
function Clients(): ReactNode {
  const say = useWords();
  const { memberships } = useSession().viewer;
  const clients = memberships.filter(({ mandateHolderName }) => mandateHolderName !== null);
  if (clients.length === 0) return null;
  return (
    <Notice
      tone="info"
      title={say('clients', { count: clients.length })}
      actions={
        <Button variant="default" size="compact-sm" href={paths.mandates}>
          {say('seeClients')}
        </Button>
      }
    >
      {say('clientsText')}
    </Notice>
  );
}

/** What waits for me, what is late, what changed: in this order. */
function Lists({ data }: { readonly data: SupplierHomeQuery }): ReactNode {
  const say = useWords();
  const nodes = (edges: SupplierHomeQuery['recent']['edges']) => edges.map(({ node }) => node);
  const [waiting, refused] = [nodes(data.waiting.edges), nodes(data.refused.edges)];
  const late = lateOrNear(nodes(data.running.edges));
  const recent = recentlyChanged(nodes(data.recent.edges), new Date());
  if (data.recent.edges.length === 0) return <EmptyState title={say('emptyTitle')} why={say('emptyText')} />;
  return (
    <div className={classes.groups}>
      <HomeGroup
        title={say('waitingTitle')}
        explanation={waiting.length > 0 ? say('waitingText') : undefined}
        nothing={say('nothingWaits')}
        invoices={waiting}
        note={(invoice) => <Since invoice={invoice} />}
        act={say('complete')}
        pressing
      />
      {refused.length > 0 && (
        <HomeGroup
          title={say('refusedTitle')}
          invoices={refused}
          note={(invoice) => <Since invoice={invoice} />}
          act={say('seeReason')}
          more={data.refused.pageInfo.hasNextPage ? paths.invoicesIn('refused') : undefined}
          moreLabel={say('allRefused')}
        />
      )}
      <HomeGroup
        title={say('lateTitle')}
        nothing={say('nothingLate')}
        invoices={late}
        note={(invoice) => <DaysLeft invoice={invoice} />}
      />
      <HomeGroup
        title={say('recentTitle')}
        nothing={say('nothingRecent')}
        invoices={recent}
        note={(invoice) => <Since invoice={invoice} />}
        more={paths.invoices}
        moreLabel={say('allInvoices')}
      />
    </div>
  );
}
