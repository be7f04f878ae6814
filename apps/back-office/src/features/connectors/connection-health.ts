import type { ConnectionCardFragment, DeliveryState } from '../../gql/graphql.js';

interface Health {
  readonly tone: 'success' | 'info' | 'warning' | 'danger' | 'neutral';
  readonly sentence: 'fine' | 'nothing' | 'waiting' | 'stuck' | 'problem' | 'paused' | 'stopped';
  /** How many invoices the sentence speaks of. */
  readonly count: number;
}

/**
 * What matters most about a connection: that its account is refused or that somebody paused it, a system that does not
 * answer, what waits for a person, then the queue.
 */
export const healthOf = ({
  counts,
  lastProblem,
  active,
}: Pick<ConnectionCardFragment, 'counts' | 'lastProblem' | 'active'>): Health => {
  const held = (...states: DeliveryState[]): number =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  const waiting = held('WAITING', 'SENDING');
  if (!active && lastProblem) return { tone: 'danger', sentence: 'stopped', count: waiting };
  if (!active) return { tone: 'warning', sentence: 'paused', count: waiting };
  if (lastProblem) return { tone: 'danger', sentence: 'problem', count: 0 };
  const stuck = held('NEEDS_ATTENTION', 'REFUSED', 'PARKED');
  if (stuck > 0) return { tone: 'warning', sentence: 'stuck', count: stuck };
  if (waiting > 0) return { tone: 'info', sentence: 'waiting', count: waiting };
  return held('DELIVERED') > 0
    ? { tone: 'success', sentence: 'fine', count: 0 }
    : { tone: 'neutral', sentence: 'nothing', count: 0 };
};
