import { useMutation } from '@apollo/client/react';
import { Notice } from '@parvis/ui/display/notice';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import type { ReactNode } from 'react';
import { CheckConnectionDocument, type ConnectionCardFragment } from '../../gql/graphql.js';
import { useMayAct } from '../../rows/may-act.js';
import { healthOf } from './connection-health.js';
import classes from './connectors.module.css';
import { useWords } from './words.js';

/** One sentence of health for one accounting system, and a live check. */
export function ConnectionHealthCard({
  connection,
}: {
  readonly connection: ConnectionCardFragment;
}): ReactNode {
  const say = useWords();
  const { ago } = useDisplay();
  const mayAct = useMayAct();
  const [check, { data, loading, error }] = useMutation(CheckConnectionDocument, {
    variables: { id: connection.id },
  });
  const health = healthOf(connection);
  const answer = data?.checkAccountingConnection;
  return (
    <section className={classes.card} aria-label={connection.name}>
      <div className={classes.head}>
        <div>
          <h2>{connection.name}</h2>
          <p className={classes.quiet}>
            {connection.structure.name} ·{' '}
            {say(
              `when_${connection.deliverWhen === 'MADE_AVAILABLE' ? 'MADE_AVAILABLE' : 'SERVICE_CONFIRMED'}`,
            )}
          </p>
        </div>
        {mayAct && (
          <SubmitButton sending={loading} onClick={() => void check().catch(() => undefined)}>
            {say('check')}
          </SubmitButton>
        )}
      </div>
      <Notice tone={health.tone}>
        {health.sentence === 'problem'
          ? say('health_problem', { problem: connection.lastProblem ?? '' })
          : say(`health_${health.sentence}`, { count: health.count })}{' '}
        {connection.lastPulledAt ? say('lastRead', { ago: ago(connection.lastPulledAt) }) : say('neverRead')}
      </Notice>
      {(answer || error) && (
        <Notice tone={answer?.fine ? 'success' : 'danger'} live>
          {answer
            ? answer.fine
              ? say('checkFine', { version: answer.version ?? '' })
              : answer.message
            : say('checkFailed')}
        </Notice>
      )}
    </section>
  );
}
