const warmUpMilliseconds = 600;

/** Milliseconds that passed, or those that this thread had a processor (`--cpu`, where others use the machine as well). */
const countsProcessor = process.argv.includes('--cpu');
const processorTime = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};
const now = () => (countsProcessor ? processorTime() : performance.now());
/** The processor's time is counted in ticks. */
const enoughMilliseconds = countsProcessor ? 60 : 4;

const median = (figures) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)];

const timeOf = (act, times) => {
  const start = now();
  for (let time = 0; time < times; time += 1) act();
  return (now() - start) / times;
};

/** How often an act is done in a round, so that the clock can tell how long it takes. */
const timesFor = (act) => {
  let times = 1;
  for (;;) {
    const taken = timeOf(act, times) * times;
    if (taken >= enoughMilliseconds) return times;
    times = Math.ceil(
      times * Math.min(10, (1.2 * enoughMilliseconds) / Math.max(taken, enoughMilliseconds / 20)),
    );
  }
};

/**
 * Milliseconds of each act, the median of its rounds. Rounds are interleaved, so that a noisy moment strikes all alike;
 * short acts are repeated within a round until the clock can tell them.
 */
export const timeTogether = (acts, rounds) => {
  for (const act of acts) {
    const until = performance.now() + warmUpMilliseconds;
    for (let time = 0; time < 2 || (performance.now() < until && time < 3_000); time += 1) act();
  }
  const times = acts.map((act) => timesFor(act));
  const figures = acts.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, act] of acts.entries()) figures[index].push(timeOf(act, times[index]));
  return figures.map(median);
};
