import { ToneIcon } from '@parvis/ui/display/tone-icon';
import { Link } from '@parvis/ui/link/link';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import type { ReactNode } from 'react';
import type { ConnectionCardFragment } from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import { countIn } from './connection/deliveries-view.js';
import { healthOf } from './connection-health.js';
import classes from './connectors.module.css';
import { useWords } from './words.js';

/** How a connection is, in one sentence. */
export function HealthSentence({ connection }: { readonly connection: ConnectionCardFragment }): ReactNode {
  const say = useWords();
  const { ago } = useDisplay();
  const health = healthOf(connection);
  return (
    <p className={classes.health} data-tone={health.tone}>
      <ToneIcon tone={health.tone} size={18} />
      <span>
        {health.sentence === 'stopped' ? (
          <Stopped connection={connection} waiting={health.count} />
        ) : health.sentence === 'problem' ? (
          say('health_problem', { problem: connection.lastProblem ?? '' })
        ) : health.sentence === 'paused' && health.count === 0 ? (
          say('health_pausedEmpty')
        ) : (
          say(`health_${health.sentence}`, { count: health.count })
        )}{' '}
        <Stuck connection={connection} isSaid={health.sentence === 'stuck'} />
        <span className={classes.quiet}>
          {connection.lastPulledAt
            ? say('lastRead', { ago: ago(connection.lastPulledAt) })
            : say('neverRead')}
        </span>
      </span>
    </p>
  );
}

/** Leads to what waits for a person, whatever else there is to say. */
function Stuck({
  connection: { id, counts },
  isSaid,
}: {
  readonly connection: ConnectionCardFragment;
  /** How many they are stands there already. */
  readonly isSaid: boolean;
}): ReactNode {
  const say = useWords();
  const count = countIn(counts, 'stuck');
  if (count === 0) return null;
  return (
    <>
      {!isSaid && say('health_stuck', { count })}{' '}
      <Link className="pv-link" href={paths.connectorDeliveries(id, 'stuck')}>
        {say('health_see', { count })}
      </Link>
      .{' '}
    </>
  );
}

/** The system refused our account: what it answered, and how to go on. */
function Stopped({
  connection: { id, lastProblem, pausedAt },
  waiting,
}: {
  readonly connection: ConnectionCardFragment;
  readonly waiting: number;
}): ReactNode {
  const say = useWords();
  const { ago } = useDisplay();
  const problem = lastProblem ?? '';
  return (
    <>
      {pausedAt ? say('health_stopped', { ago: ago(pausedAt), problem }) : problem}{' '}
      {waiting > 0 && say('health_stoppedWaiting', { count: waiting })} {say('health_stoppedMend')}{' '}
      <Link className="pv-link" href={paths.connectorSettings(id)}>
        {say('openSettings')}
      </Link>
      .
    </>
  );
}
