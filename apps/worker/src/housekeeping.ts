/** Work that is due from time to time. Each can be done by any number of processes at once without harm. */
export interface Chore {
  /** For whoever reads of its failure. */
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

const HOUR_IN_MS = 3_600_000;

/** Does every chore now and every hour, one after the other. A failure is told and made good an hour later. */
export const startHousekeeping = (
  chores: readonly Chore[],
  onProblem: (problem: unknown, chore: string) => void,
): { stop(): Promise<void> } => {
  let stopping = false;
  let underWay = Promise.resolve();
  const doAll = async (): Promise<void> => {
    for (const { name, run } of chores) {
      if (stopping) return;
      await run().catch((problem: unknown) => onProblem(problem, name));
    }
  };
  const begin = (): void => {
    underWay = underWay.then(doAll);
  };
  const timer = setInterval(begin, HOUR_IN_MS);
  begin();
  return {
    stop: () => {
      stopping = true;
      clearInterval(timer);
      return underWay;
    },
  };
};
