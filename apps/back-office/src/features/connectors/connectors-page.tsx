import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { ReadOnlyNotice } from '@parvis/ui/states/read-only-notice';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useCurrentMembership } from '@parvis/web-kit/session/current-structure';
import { useViewerCan } from '@parvis/web-kit/session/viewer-can';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { IconPlugConnected } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ConnectionsDocument, type ConnectionsQuery } from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import { ConnectionHealthCard } from './connection-health-card.js';
import classes from './connectors.module.css';
import { environments } from './environments.js';
import { useWords } from './words.js';

/** Each accounting system beside the others, by environment: how it is, what went through, what waits. */
export function ConnectorsPage(): ReactNode {
  const say = useWords();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const structureId = useCurrentMembership('PUBLIC_ENTITY')?.structure.id;
  const mayOperate = useViewerCan('CONNECTOR_OPERATE', structureId);
  const { data, previousData, error, refetch } = useQuery(ConnectionsDocument, {
    variables: { language },
    pollInterval: 15_000,
    fetchPolicy: 'cache-and-network',
  });
  const connections = (data ?? previousData)?.accountingConnections.filter(
    ({ structure }) => structure.id === structureId,
  );
  const connect = mayOperate && <Button href={paths.connectorKinds}>{say('connect')}</Button>;
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        mainAct={connections && connections.length > 0 && connect}
      />
      {!mayOperate && (
        <div className={classes.notice}>
          <ReadOnlyNotice>{say('readOnly')}</ReadOnlyNotice>
        </div>
      )}
      {!connections &&
        (error ? <Broken error={error} onRetry={() => void refetch()} /> : <PageLoading shape="detail" />)}
      {connections?.length === 0 && <NoConnection connect={connect} />}
      {connections && connections.length > 0 && <ByEnvironment connections={connections} />}
    </>
  );
}

function NoConnection({ connect }: { readonly connect: ReactNode }): ReactNode {
  const say = useWords();
  return (
    <EmptyState
      icon={<IconPlugConnected size={24} stroke={1.6} />}
      title={say('noneTitle')}
      why={say('noneText')}
      firstStep={connect || <p>{say('noneReader')}</p>}
    />
  );
}

function ByEnvironment({
  connections,
}: {
  readonly connections: ConnectionsQuery['accountingConnections'];
}): ReactNode {
  const say = useWords();
  const held = environments
    .map((environment) => ({
      environment,
      own: connections.filter((connection) => connection.environment === environment),
    }))
    .filter(({ own }) => own.length > 0);
  return (
    <div className={classes.environments}>
      {held.map(({ environment, own }) => (
        <section key={environment} aria-label={say(`environment_${environment}`)}>
          <h2 className={classes.environment}>{say(`environment_${environment}`)}</h2>
          <ul className={classes.cards}>
            {own.map((connection) => (
              <ConnectionHealthCard key={connection.id} connection={connection} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
