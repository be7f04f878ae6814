import type { ConnectionCardFragment, DeliveryState } from '../../gql/graphql.js';

interface Health {
  readonly tone: 'success' | 'info' | 'warning' | 'danger';
  readonly sentence: 'fine' | 'waiting' | 'stuck' | 'problem';
  /** How many invoices the sentence speaks of. */
  readonly count: number;
}

/** What matters most about a connection: a system that does not answer, then what waits for a person, then the queue. */
export const healthOf = ({
  counts,
  lastProblem,
}: Pick<ConnectionCardFragment, 'counts' | 'lastProblem'>): Health => {
  const held = (...states: DeliveryState[]): number =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  if (lastProblem) return { tone: 'danger', sentence: 'problem', count: 0 };
  const stuck = held('NEEDS_ATTENTION', 'REFUSED', 'PARKED');
  if (stuck > 0) return { tone: 'warning', sentence: 'stuck', count: stuck };
  const waiting = held('WAITING', 'SENDING');
  return waiting > 0
    ? { tone: 'info', sentence: 'waiting', count: waiting }
    : { tone: 'success', sentence: 'fine', count: 0 };
};
