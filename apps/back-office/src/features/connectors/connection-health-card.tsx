import { ToneIcon } from '@parvis/ui/display/tone-icon';
import { Link } from '@parvis/ui/link/link';
import type { ReactNode } from 'react';
import type { ConnectionsQuery } from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import { countIn, groups } from './connection/deliveries-view.js';
import { ConnectionBadges } from './connection-badges.js';
import classes from './connectors.module.css';
import { HealthSentence } from './health-sentence.js';
import { HourStrip } from './hour-strip.js';
import { useWords } from './words.js';

/** One accounting system at a glance; each figure leads to its deliveries. */
export function ConnectionHealthCard({
  connection,
}: {
  readonly connection: ConnectionsQuery['accountingConnections'][number];
}): ReactNode {
  const say = useWords();
  const { id, name, kind, system, counts, deliverWhen } = connection;
  return (
    <li className={classes.card}>
      <div>
        <div className={classes.head}>
          <h3>
            <Link href={paths.connector(id)}>{name}</Link>
          </h3>
          <ConnectionBadges connection={connection} />
        </div>
        <p className={classes.quiet}>
          {kind?.label ?? system} ·{' '}
          {say(deliverWhen === 'MADE_AVAILABLE' ? 'when_MADE_AVAILABLE' : 'when_SERVICE_CONFIRMED')}
        </p>
      </div>
      <HealthSentence connection={connection} />
      <HourStrip hours={connection.deliveryHours} />
      <ul className={classes.counts} aria-label={say('deliveries')}>
        {groups
          .filter((group) => group !== 'all' && group !== 'stuck')
          .map((group) => {
            const count = countIn(counts, group);
            return (
              <li key={group}>
                <Link href={paths.connectorDeliveries(id, group)} data-empty={count === 0 || undefined}>
                  {count > 0 && (group === 'refused' || group === 'attention') && (
                    <ToneIcon tone="danger" size={15} />
                  )}
                  <strong>{count}</strong> {say(`group_${group}`, { count })}
                </Link>
              </li>
            );
          })}
      </ul>
    </li>
  );
}
