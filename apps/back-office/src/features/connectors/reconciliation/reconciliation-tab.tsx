import { useApolloClient, useQuery } from '@apollo/client/react';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useViewerCan } from '@parvis/web-kit/session/viewer-can';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { type ReactNode, useEffect, useState } from 'react';
import {
  ConnectionDocument,
  ConnectionReconciliationsDocument,
  type ConnectionReconciliationsQuery,
} from '../../../gql/graphql.js';
import classes from './reconciliation.module.css';
import { ReportCard } from './report-card.js';
import { ReportHistory } from './report-history.js';
import { stateOf } from './report-state.js';
import { RunningNotice } from './running-notice.js';
import { StartButton } from './start-button.js';
import { useWords } from './words.js';

const WHILE_RUNNING_IN_MS = 1_500;

/** Whether the books hold what was sent: each invoice, once, at its amount. */
export function ReconciliationTab({ connectionId }: { readonly connectionId: string }): ReactNode {
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const { data, previousData, error, refetch, startPolling, stopPolling } = useQuery(
    ConnectionReconciliationsDocument,
    { variables: { id: connectionId, language }, fetchPolicy: 'cache-and-network' },
  );
  const connection = (data ?? previousData)?.accountingConnection;
  const newest = connection?.reconciliations[0];
  const isRunning = newest !== undefined && stateOf(newest) === 'running';
  useEffect(() => {
    if (!isRunning) return undefined;
    startPolling(WHILE_RUNNING_IN_MS);
    return stopPolling;
  }, [isRunning, startPolling, stopPolling]);
  const client = useApolloClient();
  const finishedAt = newest?.finishedAt;
  // A comparison finds deliveries that need somebody: the sentence above must not go on saying that all is well.
  useEffect(() => {
    if (finishedAt) void client.refetchQueries({ include: [ConnectionDocument] }).catch(() => undefined);
  }, [client, finishedAt]);
  if (connection) return <Comparisons connection={connection} reload={() => void refetch()} />;
  return error ? <Broken error={error} onRetry={() => void refetch()} /> : <PageLoading shape="detail" />;
}

type Connection = NonNullable<ConnectionReconciliationsQuery['accountingConnection']>;

interface ComparisonsProps {
  readonly connection: Connection;
  readonly reload: () => void;
}

function Comparisons({ connection, reload }: ComparisonsProps): ReactNode {
  const say = useWords();
  const mayOperate = useViewerCan('CONNECTOR_OPERATE', connection.structure.id);
  const [chosen, setChosen] = useState<string>();
  const { reconciliations } = connection;
  const [newest] = reconciliations;
  const isRunning = newest !== undefined && stateOf(newest) === 'running';
  const finished = reconciliations.filter((report) => stateOf(report) !== 'running');
  const shown = finished.find(({ id }) => id === chosen) ?? finished[0];
  return (
    <div className={classes.tab}>
      <section className={`pv-panel ${classes.intro}`} aria-label={say('tab')}>
        <p>{say('intro')}</p>
        <p className={classes.quiet}>{say(connection.live ? 'nightly' : 'notNightly')}</p>
        {!mayOperate && <p className={classes.quiet}>{say('reader')}</p>}
        {mayOperate && !isRunning && (
          <StartButton
            connectionId={connection.id}
            onStarted={() => {
              setChosen(undefined);
              reload();
            }}
          />
        )}
      </section>
      {isRunning && <RunningNotice startedAt={newest.startedAt} />}
      {shown && <ReportCard key={shown.id} report={shown} connectionId={connection.id} />}
      {!shown && !isRunning && <EmptyState title={say('emptyTitle')} why={say('emptyText')} />}
      {finished.length > 1 && <ReportHistory reports={finished} shownId={shown?.id} onChoose={setChosen} />}
    </div>
  );
}
