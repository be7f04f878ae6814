import { AsyncLocalStorage } from 'node:async_hooks';

/** Whoever asked has been told that it took too long: nothing more is done for them. */
export class TookTooLong extends Error {
  constructor(cause?: unknown) {
    super('the answer took too long and was broken off', { cause });
  }
}

const deadlines = new AsyncLocalStorage<number>();

/** Runs an act, and all it waits for, with this much time for all of it. */
export const within = <Answer>(milliseconds: number, act: () => Answer): Answer =>
  deadlines.run(performance.now() + milliseconds, act);

/** Milliseconds; undefined where nobody waits. Throws once the time is over. */
export const timeLeft = (): number | undefined => {
  const deadline = deadlines.getStore();
  if (deadline === undefined) return undefined;
  const left = deadline - performance.now();
  if (left <= 0) throw new TookTooLong();
  return left;
};
