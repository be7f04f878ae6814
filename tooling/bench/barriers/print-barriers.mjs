const say = (text = '') => process.stdout.write(`${text}\n`);
const ms = (figure) => figure.toFixed(2).padStart(10);

/** The outcome for people, in milliseconds. */
export const printBarriers = ({ invoices, sight, refusals }) => {
  say();
  say(`Sights over ${invoices.toLocaleString('en')} invoices, half of them the entity's (medians, ms).`);
  say(`${''.padEnd(32)}${'without'.padStart(10)}${'within'.padStart(10)}${'more'.padStart(10)}`);
  for (const { what, without, within } of sight)
    say(`${what.padEnd(32)}${ms(without.p50)}${ms(within.p50)}${ms(within.p50 - without.p50)}`);
  say();
  const { count, refused, slowest, served } = refusals;
  say(
    `${count} abusive requests refused: p50${ms(refused.p50)}, p95${ms(refused.p95)}, most${ms(refused.most)}`,
  );
  for (const { kind, taken } of slowest) say(`  slowest: ${kind}${ms(taken)}`);
  say(`a client served in between:   p50${ms(served.p50)}, p95${ms(served.p95)}, most${ms(served.most)}`);
};
