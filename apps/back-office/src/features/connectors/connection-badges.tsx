import { StatusChip } from '@parvis/ui/display/status-chip';
import { IconPlayerPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ConnectionCardFragment } from '../../gql/graphql.js';
import { healthOf } from './connection-health.js';
import classes from './connectors.module.css';
import { useWords } from './words.js';

/** Whether invoices leave by themselves over it, now. */
export function ConnectionBadges({
  connection,
}: {
  readonly connection: Pick<ConnectionCardFragment, 'active' | 'live' | 'counts' | 'lastProblem'>;
}): ReactNode {
  const say = useWords();
  const { active, live } = connection;
  const { tone } = healthOf(connection);
  // Green beside what is wrong would say the contrary of it.
  const isUntroubled = tone !== 'danger' && tone !== 'warning';
  return (
    <span className={classes.badges}>
      {!active ? (
        <StatusChip tone="warning" icon={<IconPlayerPause size={15} stroke={2} aria-hidden />}>
          {say('paused')}
        </StatusChip>
      ) : (
        <StatusChip tone={live && isUntroubled ? 'success' : 'neutral'}>
          {say(live ? 'isLive' : 'isNotLive')}
        </StatusChip>
      )}
    </span>
  );
}
