import { useQuery } from '@apollo/client/react';
import { ColumnChart } from '@parvis/ui/charts/column-chart';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import { ConnectionFiguresDocument, type ConnectionHoursFragment } from '../../../gql/graphql.js';
import { HourStrip } from '../hour-strip.js';
import { duration, hourIn } from '../hour-words.js';
import { useWords } from '../words.js';
import classes from './connection.module.css';

/** How much went through, how much failed and how long it took, hour by hour. */
export function DeliveryFigures({ connectionId }: { readonly connectionId: string }): ReactNode {
  const { data, error, refetch } = useQuery(ConnectionFiguresDocument, {
    variables: { id: connectionId },
    pollInterval: 60_000,
    fetchPolicy: 'cache-and-network',
  });
  const hours = data?.accountingConnection?.deliveryHours;
  if (!hours)
    return error ? <Broken error={error} onRetry={() => void refetch()} /> : <PageLoading shape="block" />;
  // Two empty pictures would only push the list away.
  if (hours.every(({ delivered, failed, waiting }) => delivered + failed + waiting === 0)) return null;
  return (
    <div className={classes.figures}>
      <div className="pv-panel">
        <HourStrip hours={hours} />
      </div>
      <div className="pv-panel">
        <DelayChart hours={hours} />
      </div>
    </div>
  );
}

function DelayChart({ hours }: { readonly hours: ConnectionHoursFragment['deliveryHours'] }): ReactNode {
  const say = useWords();
  const language = useLanguage();
  return (
    <ColumnChart
      title={say('delay')}
      labelHead={say('hour')}
      series={[
        { key: 'median', label: say('median'), meaning: say('medianMeaning'), tone: 'info' },
        { key: 'p95', label: say('p95'), meaning: say('p95Meaning'), tone: 'neutral' },
      ]}
      columns={hours.map(({ hour, medianSeconds, p95Seconds }) => ({
        key: hour,
        label: hourIn(hour, language),
        values: [medianSeconds ?? null, p95Seconds ?? null],
      }))}
      format={(seconds) => duration(seconds, language)}
    />
  );
}
