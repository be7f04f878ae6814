import { ProgressStrip } from '@parvis/ui/charts/progress-strip';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import type { ConnectionHoursFragment } from '../../gql/graphql.js';
import classes from './connectors.module.css';
import { hourIn } from './hour-words.js';
import { useWords } from './words.js';

/** What went through, hour by hour. */
export function HourStrip({
  hours,
}: {
  readonly hours: ConnectionHoursFragment['deliveryHours'];
}): ReactNode {
  const say = useWords();
  const language = useLanguage();
  // An empty picture says less than the sentence above it.
  if (hours.every(({ delivered, failed, waiting }) => delivered + failed + waiting === 0))
    return <p className={classes.quiet}>{say('quietHours', { hours: hours.length })}</p>;
  return (
    <ProgressStrip
      title={say('lastHours', { hours: hours.length })}
      slots={hours.map(({ hour, delivered, failed, waiting }) => ({
        key: hour,
        label: hourIn(hour, language),
        delivered,
        failed,
        waiting,
      }))}
    />
  );
}
