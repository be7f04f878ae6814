import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useActName } from '@parvis/web-kit/people/act-names';
import { useCurrentMembership } from '@parvis/web-kit/session/current-structure';
import type { ReactNode } from 'react';
import { SettingsHistoryDocument, type SettingsHistoryQuery } from '../../gql/graphql.js';
import { actWords, useChangeWords } from './change-words.js';
import classes from './settings.module.css';
import { SettingsTabs } from './settings-tabs.js';
import { useWords } from './words.js';

/** Who changed what the entity demands, from what to what. */
export function SettingsHistoryPage(): ReactNode {
  const say = useWords();
  const structureId = useCurrentMembership('PUBLIC_ENTITY')?.structure.id;
  return (
    <>
      <PageHeader title={say('historyTitle')} subtitle={say('historySubtitle')} />
      <SettingsTabs />
      {structureId && <History key={structureId} structureId={structureId} />}
    </>
  );
}

function History({ structureId }: { readonly structureId: string }): ReactNode {
  const say = useWords();
  const { data, error, refetch, fetchMore } = useQuery(SettingsHistoryDocument, {
    variables: { structureId },
    fetchPolicy: 'cache-and-network',
  });
  const history = data?.settings.history;
  if (!history)
    return error ? <Broken error={error} onRetry={() => void refetch()} /> : <PageLoading shape="list" />;
  if (history.changes.length === 0)
    return <EmptyState title={say('historyNone')} why={say('historyNoneText')} />;
  const more = (): void =>
    void fetchMore({
      variables: { after: history.pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult }) => joined(shown, fetchMoreResult),
    });
  return (
    <div className="pv-panel">
      <ol className={classes.history}>
        {history.changes.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ol>
      {history.pageInfo.hasNextPage && (
        <Button variant="default" onClick={more}>
          {say('historyMore')}
        </Button>
      )}
    </div>
  );
}

const joined = (shown: SettingsHistoryQuery, next: SettingsHistoryQuery): SettingsHistoryQuery => ({
  settings: {
    ...next.settings,
    history: {
      ...next.settings.history,
      changes: [...shown.settings.history.changes, ...next.settings.history.changes],
    },
  },
});

type ChangeShown = SettingsHistoryQuery['settings']['history']['changes'][number];

function Change({
  change: { act, at, byName, serviceCode, connectionName, changes },
}: {
  readonly change: ChangeShown;
}): ReactNode {
  const say = useWords();
  const { instant, labelled } = useDisplay();
  const nameOf = useActName();
  const words = useChangeWords();
  return (
    <li>
      <p className={classes.historyLine}>
        <strong>
          {connectionName === null
            ? say(actWords(act), { code: serviceCode ?? '' })
            : labelled(nameOf(act), connectionName)}
        </strong>
      </p>
      <p className={classes.historyBy}>{say('historyBy', { name: byName, at: instant(at) })}</p>
      {act !== 'service.closed' && act !== 'service.reopened' && (
        <ul>
          {changes.map(({ field, before, after }) => (
            <li key={field}>
              {words.field(field)} :{' '}
              <Before said={act === 'service.added' ? undefined : words.value(field, before)} />
              {words.value(field, after) ?? say('valueNone')}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Before({ said }: { readonly said: string | undefined }): ReactNode {
  if (said === undefined) return null;
  return (
    <>
      <del>{said}</del> →{' '}
    </>
  );
}
