import { useEffect } from 'react';
import type { ConnectionCardFragment } from '../../../gql/graphql.js';
import { countIn } from './deliveries-view.js';

interface Polled {
  readonly startPolling: (everyMs: number) => void;
  readonly stopPolling: () => void;
}

const SELDOM_MS = 15_000;
const OFTEN_MS = 3_000;

/** Asks again by itself; more often while something is on its way. */
export const usePolling = (
  { startPolling, stopPolling }: Polled,
  connection: Pick<ConnectionCardFragment, 'counts' | 'active'> | null | undefined,
): void => {
  const isMoving = connection?.active === true && countIn(connection.counts, 'waiting') > 0;
  useEffect(() => {
    startPolling(isMoving ? OFTEN_MS : SELDOM_MS);
    return stopPolling;
  }, [startPolling, stopPolling, isMoving]);
};
