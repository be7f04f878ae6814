/** Each figure beside its floors from the same run, on the same bytes: machines are noisy, ratios count. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { extract, parseWithSaxes, read, readAndJudge, readAndJudgeForFrance, scan } from './acts.mjs';
import { documents, hybridPdf } from './documents.mjs';
import { printTable } from './print-table.mjs';
import { timeTogether } from './rounds.mjs';

const roundsFor = (bytes) => (bytes.length > 5_000_000 ? 7 : 21);

const measure = ({ what, bytes: bytesOf }) => {
  const bytes = bytesOf();
  const acts = [parseWithSaxes, scan, read, readAndJudge, readAndJudgeForFrance];
  const [saxes, scanned, reading, judged, france] = timeTogether(
    acts.map((act) => () => act(bytes)),
    roundsFor(bytes),
  );
  return { what, bytes: bytes.length, saxes, scan: scanned, read: reading, judged, france };
};

/** Growth of the process at its highest, as a multiple of the document. */
const memoryOf = (what) => {
  const script = fileURLToPath(new URL('./memory.mjs', import.meta.url));
  const { stdout } = spawnSync(process.execPath, ['--expose-gc', script, what], { encoding: 'utf8' });
  const { document, grown } = JSON.parse(stdout);
  return { what, document, grown, multiple: grown / document };
};

const growth = (rows, syntax) => {
  const timeOf = (lines) => rows.find(({ what }) => what === `${syntax}, ${lines} lines`).judged;
  return timeOf('10,000') / timeOf('1,000');
};

const rows = documents.map(measure);
const pdf = hybridPdf();
const [pdfTime, pdfReading] = timeTogether([() => extract(pdf), () => read(pdf)], 21);
const outcome = {
  rows,
  growth: { ubl: growth(rows, 'UBL'), cii: growth(rows, 'CII') },
  memory: ['UBL, 10,000 lines', 'CII, 10,000 lines'].map(memoryOf),
  pdf: { bytes: pdf.length, xmlOut: pdfTime, read: pdfReading },
};

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
else printTable(outcome);
