import { describe, expect, it } from 'vitest';
import type { ReconciliationReportFragment } from '../../../gql/graphql.js';
import { countOf, gapsOf, stateOf } from './report-state.js';

const now = new Date('2026-03-02T12:00:00Z');
const report = (change: Partial<ReconciliationReportFragment>): ReconciliationReportFragment =>
  ({
    id: '1',
    startedAt: '2026-03-02T11:59:00Z',
    finishedAt: null,
    problem: null,
    counts: [
      { finding: 'SAME', count: 40 },
      { finding: 'TWICE', count: 2 },
      { finding: 'ONLY_HERE', count: 1 },
    ],
    ...change,
  }) as ReconciliationReportFragment;

describe('a comparison', () => {
  it('runs until it is finished, and is given up after two hours', () => {
    expect(stateOf(report({}), now)).toBe('running');
    expect(stateOf(report({ startedAt: '2026-03-02T09:59:00Z' }), now)).toBe('interrupted');
    expect(stateOf(report({ finishedAt: '2026-03-02T11:59:30Z' }), now)).toBe('done');
  });

  it('concludes nothing where the books could not be read', () => {
    const stopped = report({ finishedAt: '2026-03-02T11:59:30Z', problem: 'Injoignable' });
    expect(stateOf(stopped, now)).toBe('stopped');
  });

  it('counts as gaps whatever is not the same', () => {
    expect(gapsOf(report({}))).toBe(3);
    expect(countOf(report({}), 'CANCELLED_THERE')).toBe(0);
  });
});
