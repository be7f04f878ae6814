const say = (text = '') => process.stdout.write(`${text}\n`);
const ms = (figure) => String(Math.round(figure)).padStart(10);

/** The outcome for people, in milliseconds. */
export const printDelay = (rows) => {
  say();
  say('From a change in the accounting system to the open page of the supplier, in milliseconds.');
  say(
    `${''.padEnd(24)}${'changes'.padStart(10)}${'p50'.padStart(10)}${'p95'.padStart(10)}${'most'.padStart(10)}`,
  );
  for (const { name, count, p50, p95, most } of rows)
    say(`${name.padEnd(24)}${String(count).padStart(10)}${ms(p50)}${ms(p95)}${ms(most)}`);
};
