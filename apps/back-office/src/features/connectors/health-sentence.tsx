import { ToneIcon } from '@parvis/ui/display/tone-icon';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import type { ReactNode } from 'react';
import type { ConnectionCardFragment } from '../../gql/graphql.js';
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
        {health.sentence === 'problem'
          ? say('health_problem', { problem: connection.lastProblem ?? '' })
          : say(`health_${health.sentence}`, { count: health.count })}{' '}
        <span className={classes.quiet}>
          {connection.lastPulledAt
            ? say('lastRead', { ago: ago(connection.lastPulledAt) })
            : say('neverRead')}
        </span>
      </span>
    </p>
  );
}
