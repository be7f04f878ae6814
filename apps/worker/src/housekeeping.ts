import type { ClearExpired } from '@parvis/application/housekeeping/clear-expired';

const HOUR_IN_MS = 3_600_000;

/** Clears what has expired, now and every hour. A failure is told and made good an hour later. */
export const startHousekeeping = (
  clearExpired: ClearExpired,
  onProblem: (problem: unknown) => void,
): { stop(): Promise<void> } => {
  let underWay = Promise.resolve();
  const clear = (): void => {
    underWay = clearExpired().then(() => undefined, onProblem);
  };
  const timer = setInterval(clear, HOUR_IN_MS);
  clear();
  return {
    stop: () => {
      clearInterval(timer);
      return underWay;
    },
  };
};
