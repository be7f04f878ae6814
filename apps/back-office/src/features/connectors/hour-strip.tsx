import { ProgressStrip } from '@parvis/ui/charts/progress-strip';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import type { ConnectionHoursFragment } from '../../gql/graphql.js';
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
