import { useQuery } from '@apollo/client/react';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { Broken } from '@parvis/web-kit/errors/broken';
import { type ReactNode, useState } from 'react';
import { ConnectionExchangesDocument } from '../../../gql/graphql.js';
import { useWords } from '../words.js';
import classes from './connection.module.css';
import { Exchanges } from './exchanges.js';

/** What was said about no invoice: check-ups, and readings of statuses. Asked for when it is opened. */
export function OtherExchanges({ connectionId }: { readonly connectionId: string }): ReactNode {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={`pv-panel ${classes.unfolding}`}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{say('otherExchanges')}</summary>
      {isOpen && <Loaded connectionId={connectionId} />}
    </details>
  );
}

function Loaded({ connectionId }: { readonly connectionId: string }): ReactNode {
  const say = useWords();
  const { data, error, refetch } = useQuery(ConnectionExchangesDocument, {
    variables: { id: connectionId },
    fetchPolicy: 'network-only',
  });
  if (!data)
    return error ? <Broken error={error} onRetry={() => void refetch()} /> : <PageLoading shape="list" />;
  const edges = data.accountingConnection?.exchanges?.edges ?? [];
  return <Exchanges exchanges={edges.map(({ node }) => node)} fileName={`${say('exchangesFile')}.json`} />;
}
