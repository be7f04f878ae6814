/** Each figure beside its floors from the same run, on the same bytes: machines are noisy, ratios count. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measureDelay } from './accounting/measure-delay.mjs';
import { measureThroughput } from './accounting/measure-throughput.mjs';
import { printDelay } from './accounting/print-delay.mjs';
import { printThroughput } from './accounting/print-throughput.mjs';
import { extract, parseWithSaxes, read, readAndJudge, readAndJudgeForFrance, scan } from './acts.mjs';
import { measureBarriers } from './barriers/measure-barriers.mjs';
import { printBarriers } from './barriers/print-barriers.mjs';
import { measureDirectory } from './directory/measure-directory.mjs';
import { printDirectory } from './directory/print-directory.mjs';
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

const measureDocuments = () => {
  const rows = documents.map(measure);
  const pdf = hybridPdf();
  const [pdfTime, pdfReading] = timeTogether([() => extract(pdf), () => read(pdf)], 21);
  return {
    rows,
    growth: { ubl: growth(rows, 'UBL'), cii: growth(rows, 'CII') },
    memory: ['UBL, 10,000 lines', 'CII, 10,000 lines'].map(memoryOf),
    pdf: { bytes: pdf.length, xmlOut: pdfTime, read: pdfReading },
  };
};

const sections = ['documents', 'directory', 'barriers', 'accounting', 'accounting-delay'];
const chosen = process.argv.includes('--only')
  ? [process.argv[process.argv.indexOf('--only') + 1]]
  : sections;
const unknown = chosen.find((section) => !sections.includes(section));
if (unknown !== undefined || chosen.length === 0) {
  process.stderr.write(`--only takes ${sections.join(', ')}.\n`);
  process.exit(1);
}

const documentFigures = chosen.includes('documents') ? measureDocuments() : undefined;
const directoryFigures = chosen.includes('directory') ? await measureDirectory() : undefined;
const accountingFigures = chosen.includes('accounting') ? await measureThroughput() : undefined;
const delayFigures = chosen.includes('accounting-delay') ? await measureDelay() : undefined;
const barrierFigures = chosen.includes('barriers') ? await measureBarriers() : undefined;

if (process.argv.includes('--json')) {
  process.stdout.write(
    `${JSON.stringify({ ...documentFigures, directory: directoryFigures, barriers: barrierFigures, accounting: accountingFigures, accountingDelay: delayFigures }, null, 2)}\n`,
  );
} else {
  if (documentFigures) printTable(documentFigures);
  if (directoryFigures) printDirectory(directoryFigures);
  if (barrierFigures) printBarriers(barrierFigures);
  if (accountingFigures) printThroughput(accountingFigures);
  if (delayFigures) printDelay(delayFigures);
}
