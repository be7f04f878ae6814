export interface Pace {
  /** Questions a second, in the long run. */
  readonly perSecond: number;
  /** Questions under way at the same time. */
  readonly atOnce: number;
}

/** Waits for its turn, asks, and gives the turn on. */
export type Gate = <Answer>(ask: () => Promise<Answer>) => Promise<Answer>;

/** No more than `atOnce` at the same time and `perSecond` in the long run; first come, first served. */
export const makeGate = ({ perSecond, atOnce }: Pace, now: () => number = () => performance.now()): Gate => {
  const gapMs = 1000 / perSecond;
  const waiting: (() => void)[] = [];
  let underWay = 0;
  let nextStart = 0;

  const turn = async (): Promise<void> => {
    if (underWay >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    underWay += 1;
    const start = Math.max(now(), nextStart);
    nextStart = start + gapMs;
    const waitMs = start - now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  };

  return async (ask) => {
    await turn();
    try {
      return await ask();
    } finally {
      underWay -= 1;
      waiting.shift()?.();
    }
  };
};
