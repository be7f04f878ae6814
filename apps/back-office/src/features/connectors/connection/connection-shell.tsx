import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { SectionTabs } from '@parvis/ui/frame/section-tabs';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { ReadOnlyNotice } from '@parvis/ui/states/read-only-notice';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useViewerCan } from '@parvis/web-kit/session/viewer-can';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import { type ConnectionCardFragment, ConnectionDocument } from '../../../gql/graphql.js';
import { paths } from '../../../paths.js';
import { ConnectionBadges } from '../connection-badges.js';
import shared from '../connectors.module.css';
import { HealthSentence } from '../health-sentence.js';
import { useWords } from '../words.js';
import { countIn } from './deliveries-view.js';
import { usePolling } from './use-polling.js';

export type ConnectionTab = 'deliveries' | 'reconciliation' | 'trial' | 'settings';

interface ConnectionShellProps {
  readonly id: string;
  readonly tab: ConnectionTab;
  readonly acts?: (shown: ShownConnection) => ReactNode;
  readonly children: (shown: ShownConnection) => ReactNode;
}

export interface ShownConnection {
  readonly connection: ConnectionCardFragment;
  readonly mayOperate: boolean;
  readonly reload: () => void;
}

/** What stands above every page about one connection: its name, how it is, the other pages. */
export function ConnectionShell({ id, tab, acts, children }: ConnectionShellProps): ReactNode {
  const say = useWords();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const { data, previousData, error, refetch, startPolling, stopPolling } = useQuery(ConnectionDocument, {
    variables: { id, language },
    fetchPolicy: 'cache-and-network',
  });
  const connection = (data ?? previousData)?.accountingConnection;
  usePolling({ startPolling, stopPolling }, connection);
  if (connection) {
    return (
      <Shown
        key={id}
        tab={tab}
        acts={acts}
        content={children}
        connection={connection}
        reload={() => void refetch()}
      />
    );
  }
  if (error) return <Broken wholePage error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageLoading shape="detail" />;
  return (
    <EmptyState
      wholePage
      title={say('goneTitle')}
      why={say('goneText')}
      firstStep={<Button href={paths.connectors}>{say('seeConnections')}</Button>}
    />
  );
}

interface ShownProps {
  readonly tab: ConnectionTab;
  readonly acts: ConnectionShellProps['acts'];
  readonly content: ConnectionShellProps['children'];
  readonly connection: ConnectionCardFragment;
  readonly reload: () => void;
}

function Shown({ tab, acts, content, connection, reload }: ShownProps): ReactNode {
  const say = useWords();
  const { id, name, kind, system, environment, structure, counts } = connection;
  const mayOperate = useViewerCan('CONNECTOR_OPERATE', structure.id);
  const shown = { connection, mayOperate, reload };
  const act = mayOperate && acts?.(shown);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: say('title'), href: paths.connectors }]}
        title={name}
        subtitle={`${kind?.label ?? system} · ${say(`environment_${environment}`)}`}
        badge={<ConnectionBadges connection={connection} />}
        // Going on is what one comes for; pausing is not.
        mainAct={!connection.active && act}
        otherAct={connection.active && act}
      />
      <SectionTabs
        label={say('tabs', { name })}
        tabs={[
          {
            href: paths.connector(id),
            label: say('deliveries'),
            current: tab === 'deliveries',
            count: countIn(counts, 'stuck'),
          },
          {
            href: paths.connectorReconciliation(id),
            label: say('reconciliation'),
            current: tab === 'reconciliation',
          },
          { href: paths.connectorTrial(id), label: say('trial'), current: tab === 'trial' },
          { href: paths.connectorSettings(id), label: say('settings'), current: tab === 'settings' },
        ]}
      />
      {!mayOperate && (
        <div className={shared.notice}>
          <ReadOnlyNotice>{say('readOnly')}</ReadOnlyNotice>
        </div>
      )}
      <div className={shared.shellHealth}>
        <HealthSentence connection={connection} />
      </div>
      {content(shown)}
    </>
  );
}
