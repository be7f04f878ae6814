import { StatusChip } from '@parvis/ui/display/status-chip';
import { IconPlayerPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ConnectionCardFragment } from '../../gql/graphql.js';
import classes from './connectors.module.css';
import { useWords } from './words.js';

/** Whether invoices leave by themselves over it, now. */
export function ConnectionBadges({
  connection: { active, live },
}: {
  readonly connection: Pick<ConnectionCardFragment, 'active' | 'live'>;
}): ReactNode {
  const say = useWords();
  return (
    <span className={classes.badges}>
      {!active && (
        <StatusChip tone="warning" icon={<IconPlayerPause size={15} stroke={2} aria-hidden />}>
          {say('paused')}
        </StatusChip>
      )}
      <StatusChip tone={live ? 'success' : 'neutral'}>{say(live ? 'isLive' : 'isNotLive')}</StatusChip>
    </span>
  );
}
