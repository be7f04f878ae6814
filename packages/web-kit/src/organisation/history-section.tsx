import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { type ReactNode, useState } from 'react';
import { useDisplay } from '../display/use-display.js';
import { Broken } from '../errors/broken.js';
import { OrganisationHistoryDocument, type OrganisationHistoryQuery } from '../gql/graphql.js';
import classes from './organisation.module.css';
import { useOrganisationWords } from './words.js';

type Page = OrganisationHistoryQuery['organisation']['history'];
type Change = Page['changes'][number];

/** What became of the structure, newest first; older pages when asked for. */
export function HistorySection({ structureId }: { readonly structureId: string }): ReactNode {
  const say = useOrganisationWords();
  const { data, error, refetch, fetchMore } = useQuery(OrganisationHistoryDocument, {
    variables: { structureId },
    fetchPolicy: 'cache-and-network',
  });
  const [older, setOlder] = useState<readonly Page[]>([]);
  const first = data?.organisation.history;
  const last = older.at(-1) ?? first;
  // Read again after an act, the first page overlaps those behind it.
  const changes = [
    ...new Map(
      [first, ...older].flatMap((page) => page?.changes ?? []).map((change) => [change.id, change]),
    ).values(),
  ];
  const readOlder = async (): Promise<void> => {
    const after = last?.pageInfo.endCursor;
    if (!after) return;
    const more = await fetchMore({ variables: { after }, updateQuery: (kept) => kept });
    const page = more.data?.organisation.history;
    if (page) setOlder([...older, page]);
  };
  return (
    <section className="pv-panel">
      <h2 className="pv-panel-title">{say('history')}</h2>
      {error && !data && <Broken error={error} onRetry={() => void refetch().catch(() => undefined)} />}
      {first && changes.length === 0 && <p className={classes.faint}>{say('historyEmpty')}</p>}
      <ol className={classes.rows}>
        {changes.map((change) => (
          <li key={change.id} className={classes.row}>
            <ChangeFacts change={change} />
          </li>
        ))}
      </ol>
      {last?.pageInfo.hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" onClick={() => void readOlder().catch(() => undefined)}>
            {say('historyMore')}
          </Button>
        </div>
      )}
    </section>
  );
}

function ChangeFacts({ change }: { readonly change: Change }): ReactNode {
  const say = useOrganisationWords();
  const { instant, siret } = useDisplay();
  const { act, at, byName, subject, reason, changes } = change;
  const shown = (value: string): string => (value === '' ? say('nothing') : siret(value));
  return (
    <div className={classes.what}>
      <strong>{say(`act_${act}` as Parameters<typeof say>[0], { subject })}</strong>
      <span className={classes.faint}>
        {instant(at)}, {say('by', { name: byName })}
      </span>
      {reason && <span>{say('because', { reason })}</span>}
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map(({ field, before, after }) => (
            <li key={field}>
              {say('valueChange', {
                field: say(`field_${field}` as Parameters<typeof say>[0]),
                before: shown(before),
                after: shown(after),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
