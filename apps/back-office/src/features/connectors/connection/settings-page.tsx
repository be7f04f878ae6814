import { useQuery } from '@apollo/client/react';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ConnectionSettingsDocument } from '../../../gql/graphql.js';
import { CheckUp } from './check-up.js';
import classes from './connection.module.css';
import { ConnectionShell, type ShownConnection } from './connection-shell.js';
import { NewsAddress } from './news-address.js';
import { OtherExchanges } from './other-exchanges.js';
import { pauseAct } from './pause-button.js';
import { RemoveConnection } from './remove-connection.js';
import { SettingsForm } from './settings-form.js';
import { StatusWords } from './status-words.js';

const route = getRouteApi('/inside/connecteurs/$id/reglages');

/** How one connection is set up, and what the words of the other system do to our invoices. */
export function ConnectionSettingsPage(): ReactNode {
  const { id } = route.useParams();
  return (
    <ConnectionShell key={id} id={id} tab="settings" acts={pauseAct}>
      {(shown) => <Loaded {...shown} />}
    </ConnectionShell>
  );
}

function Loaded({ connection: { id }, mayOperate, reload }: ShownConnection): ReactNode {
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const { data, previousData, error, refetch } = useQuery(ConnectionSettingsDocument, {
    variables: { id, language },
    fetchPolicy: 'cache-and-network',
  });
  const connection = (data ?? previousData)?.accountingConnection;
  if (!connection)
    return error ? <Broken error={error} onRetry={() => void refetch()} /> : <PageLoading shape="detail" />;
  const onSaved = (): void => {
    reload();
    void refetch();
  };
  return (
    <>
      <SettingsForm connection={connection} mayOperate={mayOperate} onSaved={onSaved} />
      <div className={classes.further}>
        {mayOperate && <CheckUp connectionId={id} />}
        <NewsAddress connection={connection} />
        {connection.kind && <StatusWords words={connection.kind.statusWords} />}
        {mayOperate && <OtherExchanges connectionId={id} />}
        {mayOperate && <RemoveConnection connection={connection} />}
      </div>
    </>
  );
}
