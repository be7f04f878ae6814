import { StackedBar } from '@parvis/ui/charts/stacked-bar';
import { Notice } from '@parvis/ui/display/notice';
import type { Tone } from '@parvis/ui/display/tone';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import type { ReactNode } from 'react';
import type { ReconciliationFinding, ReconciliationReportFragment } from '../../../gql/graphql.js';
import { DiscrepancyList } from './discrepancy-list.js';
import classes from './reconciliation.module.css';
import { countOf, discrepant, gapsOf, stateOf } from './report-state.js';
import { useWords } from './words.js';

const tones: Readonly<Record<ReconciliationFinding, Tone | undefined>> = {
  SAME: 'success',
  ONLY_HERE: 'warning',
  ONLY_THERE: 'info',
  DIFFERENT_AMOUNT: 'danger',
  TWICE: undefined,
  CANCELLED_THERE: 'neutral',
};

interface ReportCardProps {
  readonly report: ReconciliationReportFragment;
  readonly connectionId: string;
}

/** One comparison: its sentence, its picture, and what there is to do about it. */
export function ReportCard({ report, connectionId }: ReportCardProps): ReactNode {
  const say = useWords();
  const { ago, instant } = useDisplay();
  const state = stateOf(report);
  if (state === 'interrupted')
    return (
      <Notice tone="warning" title={say('interrupted', { ago: ago(report.startedAt) })}>
        {say('interruptedText')}
      </Notice>
    );
  if (state === 'stopped')
    return (
      <Notice tone="warning" title={say('stopped')}>
        <p>{report.problem}</p>
        <p>{say('comparedAt', { when: instant(report.startedAt) })}</p>
      </Notice>
    );
  return <Concluded report={report} connectionId={connectionId} />;
}

function Concluded({ report, connectionId }: ReportCardProps): ReactNode {
  const say = useWords();
  const { instant } = useDisplay();
  const sentence = useSentence(report);
  const gaps = gapsOf(report);
  const total = gaps + countOf(report, 'SAME');
  return (
    <section className={classes.report} aria-labelledby={`report-${report.id}`}>
      <div>
        <div role="status">
          <h2 id={`report-${report.id}`}>{sentence}</h2>
        </div>
        <p className={classes.quiet}>{say('comparedAt', { when: instant(report.startedAt) })}</p>
      </div>
      {total > 0 && (
        <div className="pv-panel">
          <StackedBar
            title={say('picture')}
            labelHead={say('finding')}
            valueHead={say('invoices')}
            parts={(['SAME', ...discrepant] as const).map((finding) => ({
              key: finding,
              label: say(`title_${finding}`),
              value: countOf(report, finding),
              tone: tones[finding],
            }))}
          />
        </div>
      )}
      {gaps > 0 && <DiscrepancyList report={report} connectionId={connectionId} />}
    </section>
  );
}

const useSentence = (report: ReconciliationReportFragment): string => {
  const say = useWords();
  const same = countOf(report, 'SAME');
  const gaps = gapsOf(report);
  if (gaps > 0) return say('gaps', { count: gaps, total: gaps + same });
  return same > 0 ? say('allSame', { count: same }) : say('nothing');
};
