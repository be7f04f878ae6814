/**
 * `npm run fuzz -- --inputs 1000000 --seed 7`: reads and judges mutated invoices and looks for what a file must never
 * do: make the reader throw, hang, or eat memory. Each input is made from its seed and number alone, so that a finding
 * can be had again; it is written to a file as well. `--json` prints the outcome for machines.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { inputOf } from './documents.mjs';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000_000)) },
    from: { type: 'string', default: '0' },
    out: { type: 'string', default: path.join(tmpdir(), 'parvis-fuzz') },
    json: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const last = Number(values.from) + Number(values.inputs);

/** One input takes milliseconds; a machine that does other things as well is forgiven a lot. */
const hangSeconds = 20;
const memoryMegabytes = 256;
const residentBytes = 1_500 * 1024 * 1024;
const mostFindings = 20;

const shared = new Int32Array(new SharedArrayBuffer(16));
const findings = [];
const started = performance.now();
const say = (text) => (values.json ? undefined : process.stderr.write(`${text}\n`));

const report = (index, kind, detail) => {
  const { name, bytes } = inputOf(seed, index);
  mkdirSync(values.out, { recursive: true });
  const file = path.join(values.out, `${seed}-${index}${path.extname(name)}`);
  writeFileSync(file, bytes);
  findings.push({ index, kind, from: name, file, detail });
  say(`${kind} at input ${index} (from ${name}), written to ${file}\n${detail}`);
};

/** Reads from one number on; answers the number to go on with, which lies behind a finding or at the end. */
const readFrom = (from) =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./fuzz-worker.mjs', import.meta.url), {
      workerData: { seed, from, to: last, shared },
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    });
    let seen = -1;
    let seenAt = performance.now();
    const stop = (kind, detail) => {
      const index = Atomics.load(shared, 0);
      clearInterval(watch);
      report(index, kind, detail);
      void worker.terminate().then(() => resolve(index + 1));
    };
    const watch = setInterval(() => {
      const index = Atomics.load(shared, 0);
      if (index !== seen) [seen, seenAt] = [index, performance.now()];
      else if (performance.now() - seenAt > hangSeconds * 1_000)
        stop('hang', `more than ${hangSeconds} seconds`);
      if (process.memoryUsage.rss() > residentBytes)
        stop('memory', `${process.memoryUsage.rss()} bytes in all`);
    }, 500);
    worker.on('message', ({ index, detail }) => {
      report(index, 'crash', detail);
      if (findings.length >= mostFindings) process.exitCode = 1;
    });
    worker.on('error', (error) => {
      clearInterval(watch);
      const index = Atomics.load(shared, 0);
      report(index, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash', String(error.stack));
      resolve(index + 1);
    });
    worker.on('exit', (code) => {
      clearInterval(watch);
      if (code === 0) resolve(last);
    });
  });

const rate = (done) => Math.round(done / ((performance.now() - started) / 1_000));
const progress = setInterval(() => {
  const done = Atomics.load(shared, 0) - Number(values.from);
  say(
    `${done} of ${values.inputs} inputs, seed ${seed}, ${findings.length} findings, ${rate(done)} a second`,
  );
}, 10_000);

say(`seed ${seed}`);
let next = Number(values.from);
while (next < last && findings.length < mostFindings) next = await readFrom(next);
clearInterval(progress);

const outcome = {
  seed,
  inputs: next - Number(values.from),
  invoices: Atomics.load(shared, 1),
  faultless: Atomics.load(shared, 2),
  findings,
};
say(
  `${outcome.inputs} inputs of seed ${seed}: ${outcome.invoices} read as invoices, ${outcome.faultless} of them without a fault, ${findings.length} findings`,
);
if (values.json) process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
process.exitCode = findings.length > 0 ? 1 : 0;
