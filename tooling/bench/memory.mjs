/**
 * Started by itself for each document, so that nothing before it counts: prints by how many bytes the process grew at
 * its highest while the document was read and judged.
 */
import { readAndJudge } from './acts.mjs';
import { documents } from './documents.mjs';

const document = documents.find(({ what }) => what === process.argv[2]);
const small = documents.find(({ what }) => what.startsWith(document.what.slice(0, 3))).bytes();
// Little: the highest of the process must be that of the document.
for (let time = 0; time < 5; time += 1) readAndJudge(small);
const bytes = document.bytes();
globalThis.gc();
const resident = process.memoryUsage.rss();
readAndJudge(bytes);
const highest = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ document: bytes.length, grown: Math.max(0, highest - resident) }));
