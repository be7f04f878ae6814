import { useDisplay } from '@parvis/web-kit/display/use-display';
import type { ReactNode } from 'react';
import type { ReconciliationReportFragment } from '../../../gql/graphql.js';
import classes from './reconciliation.module.css';
import { countOf, gapsOf, stateOf } from './report-state.js';
import { useWords } from './words.js';

interface ReportHistoryProps {
  readonly reports: readonly ReconciliationReportFragment[];
  readonly shownId: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** The comparisons before: each can be looked at again. */
export function ReportHistory({ reports, shownId, onChoose }: ReportHistoryProps): ReactNode {
  const say = useWords();
  const { instant } = useDisplay();
  return (
    <section aria-labelledby="reconciliation-history">
      <h2 id="reconciliation-history" className={classes.heading}>
        {say('history')}
      </h2>
      <ul className={classes.history}>
        {reports.map((report) => (
          <li key={report.id}>
            <button
              type="button"
              aria-label={say('seeOne', { when: instant(report.startedAt) })}
              aria-pressed={report.id === shownId}
              onClick={() => onChoose(report.id)}
            >
              <span>{instant(report.startedAt)}</span>
              <Outcome report={report} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outcome({ report }: { readonly report: ReconciliationReportFragment }): ReactNode {
  const say = useWords();
  const same = countOf(report, 'SAME');
  const gaps = gapsOf(report);
  if (stateOf(report) !== 'done') return <span>{say('stopped')}</span>;
  if (gaps > 0) return <span>{say('gaps', { count: gaps, total: gaps + same })}</span>;
  return <span>{same > 0 ? say('allSame', { count: same }) : say('nothing')}</span>;
}
