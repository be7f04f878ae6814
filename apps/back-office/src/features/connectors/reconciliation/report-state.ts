import type { ReconciliationFinding, ReconciliationReportFragment } from '../../../gql/graphql.js';

export type ReportState = 'running' | 'interrupted' | 'stopped' | 'done';

/** Whoever has not come back by then has died on the way. */
const LONGEST_RUN_IN_MS = 2 * 3_600_000;

export const stateOf = (
  { startedAt, finishedAt, problem }: ReconciliationReportFragment,
  now: Date = new Date(),
): ReportState => {
  if (finishedAt) return problem ? 'stopped' : 'done';
  return now.getTime() - new Date(startedAt).getTime() < LONGEST_RUN_IN_MS ? 'running' : 'interrupted';
};

export const discrepant = [
  'ONLY_HERE',
  'ONLY_THERE',
  'DIFFERENT_AMOUNT',
  'TWICE',
  'CANCELLED_THERE',
] as const satisfies readonly ReconciliationFinding[];

export const countOf = (
  { counts }: Pick<ReconciliationReportFragment, 'counts'>,
  finding: ReconciliationFinding,
): number => counts.find((counted) => counted.finding === finding)?.count ?? 0;

/** Invoices that are not the same on both sides. */
export const gapsOf = (report: Pick<ReconciliationReportFragment, 'counts'>): number =>
  discrepant.reduce((sum, finding) => sum + countOf(report, finding), 0);
