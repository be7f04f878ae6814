/**
 * The lockfile must install everywhere: every optional platform package listed, and no download address of anybody's
 * registry in it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../launcher/prepare.mjs';

const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
const present = new Set(Object.keys(packages).map((place) => place.replace(/^.*node_modules\//, '')));
const problems = [];
for (const [place, entry] of Object.entries(packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (!present.has(name)) problems.push(`${place || 'the root'} wants ${name}, which the lockfile lacks`);
  }
  if (entry.resolved?.startsWith('http')) problems.push(`${place} carries a download address`);
}
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
