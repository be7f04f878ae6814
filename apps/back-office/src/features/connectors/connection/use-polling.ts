import { useEffect, useRef } from 'react';
import type { ConnectionCardFragment } from '../../../gql/graphql.js';
import { countIn } from './deliveries-view.js';

interface Polled {
  readonly startPolling: (everyMs: number) => void;
  readonly stopPolling: () => void;
}

type Moving = Pick<ConnectionCardFragment, 'counts' | 'active'>;

const SELDOM_MS = 15_000;
const OFTEN_MS = 3_000;

/** Asks again by itself; more often while something is on its way. */
export const usePolling = (
  { startPolling, stopPolling }: Polled,
  connection: Moving | null | undefined,
): void => {
  const isMoving = connection?.active === true && countIn(connection.counts, 'waiting') > 0;
  useEffect(() => {
    startPolling(isMoving ? OFTEN_MS : SELDOM_MS);
    return stopPolling;
  }, [startPolling, stopPolling, isMoving]);
};

/** Asks again at once when the connection was paused or resumed, or something over it came to another state. */
export const useRefetchOnMove = (refetch: () => Promise<unknown>, { counts, active }: Moving): void => {
  const where = JSON.stringify([active, counts.map(({ state, count }) => [state, count])]);
  const seen = useRef(where);
  useEffect(() => {
    if (seen.current === where) return;
    seen.current = where;
    void refetch().catch(() => undefined);
  }, [refetch, where]);
};
