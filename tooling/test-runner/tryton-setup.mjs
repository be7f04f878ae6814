/**
 * A real Tryton for the tests, by `tooling/tryton`. Its state stays from run to run (PARVIS_TRYTON_STATE, else a folder
 * for temporary files), so that only the first run pays for making it. Where it is not to be had, the tests are told why
 * and report themselves as skipped.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../tryton/', import.meta.url));

/** What start-tryton.sh answers with when the packages are neither there nor installable. */
const NOT_TO_BE_HAD = 3;

const run = (script) =>
  new Promise((resolve, reject) => {
    const child = spawn(path.join(folder, script), [], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      said.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said.stderr += chunk;
      process.stderr.write(chunk);
    });
    child.once('error', reject);
    child.once('exit', (status) => resolve({ status, ...said }));
  });

/** Where it answers and for whom, or `{ missing }` with the reason. */
export const startTryton = async () => {
  if (process.platform === 'win32') return { missing: 'Tryton is started from Debian packages' };
  const { status, stdout, stderr } = await run('start-tryton.sh');
  if (status === NOT_TO_BE_HAD) return { missing: stderr.trim().split('\n').at(-1) };
  if (status !== 0) throw new Error(`tooling/tryton/start-tryton.sh failed (${status}):\n${stderr}`);
  const said = Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  return {
    url: said.TRYTON_URL,
    user: said.TRYTON_USER,
    password: said.TRYTON_PASSWORD,
    accountantUser: said.TRYTON_ACCOUNTANT_USER,
    accountantPassword: said.TRYTON_ACCOUNTANT_PASSWORD,
    databaseUrl: said.TRYTON_DATABASE_URL,
    wasUp: stderr.includes('already up'),
  };
};

/** Stops the servers and keeps their data. */
export const stopTryton = () => run('stop-tryton.sh');

/** vitest's global setup: gives the tests `inject('tryton')`. */
export default async function setup({ provide }) {
  const tryton = await startTryton();
  provide('tryton', tryton);
  if (tryton.missing) {
    console.error(`\n!! Tryton is not to be had here; its tests are NOT RUN. ${tryton.missing}\n`);
    return undefined;
  }
  return tryton.wasUp ? undefined : stopTryton;
}
