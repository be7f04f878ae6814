const enoughMilliseconds = 4;
const warmUpMilliseconds = 600;

const median = (figures) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)];

const timeOf = (act, times) => {
  const start = performance.now();
  for (let time = 0; time < times; time += 1) act();
  return (performance.now() - start) / times;
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
  const times = acts.map((act) => Math.max(1, Math.round(enoughMilliseconds / timeOf(act, 1))));
  const figures = acts.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, act] of acts.entries()) figures[index].push(timeOf(act, times[index]));
  return figures.map(median);
};
