import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { AskingStore } from './asking-store.js';

/** How often one may ask. */
export interface AskingLimit {
  /** Of what is asked, and by whom: "sign-up of alice@…". */
  readonly subject: string;
  readonly maximum: number;
  readonly windowInMs: number;
}

export interface TooManyAskings {
  readonly code: 'too-many-tries';
  readonly retryAt: Date;
}

/** No limit looks further back: housekeeping forgets what is older. */
export const LONGEST_ASKING_WINDOW_IN_MS = 24 * 3_600_000;

/**
 * Counts an asking against each limit, or says from when on it will be heard. What is refused does not count: whoever
 * waits until the moment named is heard then.
 */
export const throttleAsking = async (
  askings: AskingStore,
  limits: readonly AskingLimit[],
  now: Date,
): Promise<Result<undefined, TooManyAskings>> => {
  const retries: Date[] = [];
  for (const { subject, maximum, windowInMs } of limits) {
    const earlier = await askings.since(subject, new Date(now.getTime() - windowInMs));
    const oldest = earlier.at(-maximum);
    if (oldest) retries.push(new Date(oldest.getTime() + windowInMs + 1));
  }
  if (retries.length > 0) {
    return refuse({ code: 'too-many-tries', retryAt: new Date(Math.max(...retries.map(Number))) });
  }
  for (const { subject } of limits) await askings.add(subject, now);
  return accept(undefined);
};
