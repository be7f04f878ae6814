import type { Random } from '../ports/platform.js';

/** Seconds before the next try, by the number of tries made; the last one repeats. */
const delaysInSeconds = [1, 5, 30, 120, 600, 3600] as const;

const HOURS_OF_TRYING = 72;

/** Three days of trying, then the delivery is parked until a person takes it up again. */
export const MAXIMUM_ATTEMPTS = delaysInSeconds.length + HOURS_OF_TRYING;

/** No stranger makes us wait longer than a day. */
const LONGEST_WAIT_IN_SECONDS = 86_400;

/**
 * Whole seconds to wait after `attempts` tries, at least as long as the other side asked for; up to a fifth is added, so
 * that what failed together does not come back together.
 */
export const retryDelaySeconds = (attempts: number, random: Random, askedForSeconds = 0): number => {
  const index = Math.min(Math.max(attempts, 1), delaysInSeconds.length) - 1;
  const planned = delaysInSeconds[index] ?? 3600;
  const wanted = Math.min(Math.max(planned, askedForSeconds), LONGEST_WAIT_IN_SECONDS);
  return Math.ceil(wanted * (1 + random() / 5));
};
