/** Each figure beside its floor from the same run: machines are noisy, ratios count. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { en16931 } from '@parvis/domain/rules/en16931/en16931';
import { france } from '@parvis/domain/rules/france/france';
import { judge } from '@parvis/domain/rules/judge';
import { readInvoice } from '@parvis/formats/read-invoice';
import { root } from '@parvis/launcher/prepare';
import { SaxesParser } from 'saxes';

const ROUNDS = 9;

const median = (figures) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)];

/** Milliseconds of each act, rounds interleaved so that a noisy moment strikes all alike. */
const timeTogether = async (acts) => {
  const times = acts.map(() => []);
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    for (const [index, act] of acts.entries()) {
      const start = performance.now();
      await act();
      // The first two rounds warm the compiler.
      if (round > 1) times[index].push(performance.now() - start);
    }
  }
  return times.map(median);
};

const corpus = (name) => readFileSync(path.join(root, 'test/corpus/bases', name));

const parseOnly = (bytes) => {
  const parser = new SaxesParser({ xmlns: true });
  parser.write(bytes.toString('utf8')).close();
};

const benchmarks = [
  ['UBL, 100 lines', 'synth-ubl-00100-7.xml', 'ubl-invoice'],
  ['UBL, 1,000 lines', 'synth-ubl-01000-7.xml', 'ubl-invoice'],
  ['CII, 100 lines', 'synth-cii-00100-7.xml', 'cii'],
  ['CII, 1,000 lines', 'synth-cii-01000-7.xml', 'cii'],
];

const rows = [];
for (const [what, file, syntax] of benchmarks) {
  const bytes = corpus(file);
  const { invoice, profile } = await readInvoice(bytes, file);
  const [floor, read, judged] = await timeTogether([
    () => parseOnly(bytes),
    () => readInvoice(bytes, file),
    () => judge(invoice, { syntax, profile }, [en16931, france]),
  ]);
  rows.push({ what: `read: ${what}`, ms: read, floor: 'XML parsing alone', floorMs: floor });
  rows.push({ what: `judge: ${what}`, ms: judged, floor: 'reading it', floorMs: read });
}

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
} else {
  const line = (cells) =>
    `${cells[0].padEnd(28)}${cells[1].padStart(10)}  ${cells[2].padEnd(20)}${cells[3].padStart(10)}${cells[4].padStart(8)}\n`;
  process.stdout.write(line(['what', 'median ms', 'beside', 'ms', 'ratio']));
  for (const { what, ms, floor, floorMs } of rows) {
    process.stdout.write(line([what, ms.toFixed(2), floor, floorMs.toFixed(2), (ms / floorMs).toFixed(2)]));
  }
}
