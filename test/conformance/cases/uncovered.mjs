/** `npm run rules:uncovered`: names every official rule that has no case in a syntax where it can fire. */
import { readFileSync } from 'node:fs';

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const { cases } = read('cases.json');
const { rules } = read('../official-rules.json');

const covered = new Set(cases.map(({ rule, syntax }) => `${rule} ${syntax}`));
const uncovered = rules.flatMap(({ id, neverFires = [], ...severities }) =>
  ['ubl', 'cii']
    .filter((syntax) => severities[syntax] && !neverFires.includes(syntax) && !covered.has(`${id} ${syntax}`))
    .map((syntax) => `${id} in ${syntax === 'ubl' ? 'UBL' : 'CII'}`),
);
process.stdout.write(
  uncovered.length === 0
    ? `Each of the ${rules.length} official rules has its cases (${cases.length}).\n`
    : `Without a case:\n${uncovered.join('\n')}\n`,
);
process.exitCode = uncovered.length === 0 ? 0 : 1;
