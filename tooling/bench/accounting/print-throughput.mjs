const say = (text = '') => process.stdout.write(`${text}\n`);
const rate = (figure) => figure.toFixed(1).padStart(12);

/** The outcome for people, in deliveries a second. */
export const printThroughput = (rows) => {
  say();
  say('Deliveries a second, two lines and two files each: bare client and whole platform.');
  say(
    `${''.padEnd(24)}${'one loop'.padStart(12)}${'two loops'.padStart(12)}${'platform'.padStart(12)}${'of two'.padStart(10)}`,
  );
  for (const { system, count, missing, loop, loops, platform } of rows) {
    if (missing) say(`${system.padEnd(24)}not to be had here: ${missing}`);
    else
      say(
        `${`${system}, ${count}`.padEnd(24)}${rate(loop)}${rate(loops)}${rate(platform)}${(platform / loops).toFixed(2).padStart(10)}`,
      );
  }
};
