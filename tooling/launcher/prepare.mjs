/**
 * What has to be there before anything of ours can run: the dependencies, and the built packages. Runs on the Node.js
 * the machine has (20 or later) and uses nothing but Node.js itself.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const bin = path.join(root, 'node_modules', '.bin');

/** One line of progress for people. */
export const say = (text) => process.stdout.write(`${text}\n`);

export class Problem extends Error {}

/** Runs a command of ours to its end; its output goes through when `visible`, and is shown when it fails. */
export const run = (command, args, { visible = false, env = {}, cwd = root } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...ownRuntime(), ...env },
      stdio: ['ignore', visible ? 'inherit' : 'pipe', visible ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32',
    });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      const text = Buffer.concat(output).toString('utf8');
      if (code === 0) return resolve(text);
      reject(new Problem(`${command} ${args.join(' ')} ended with ${code}.\n${tail(text)}`));
    });
  });

const tail = (text) => text.trimEnd().split('\n').slice(-40).join('\n');

/** Our own Node.js, brought by the lockfile, comes first for every command that we start. */
export const ownRuntime = () => ({
  PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
});

/** The Node.js that runs Parvis: the lockfile's where there is one for this machine, else the one in use. */
export const nodePath = () => {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const own = path.join(
    root,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(own)) return own;
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24) return process.execPath;
  throw new Problem(
    `Parvis needs Node.js 24, and brings it for Linux and Windows. This machine (${process.platform} ${process.arch}) has ${process.version}: install Node.js 24 or later, then start again.`,
  );
};

const readLockfile = (file) => {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/** npm keeps note of what it installed; optional packages of other platforms are absent by right. */
const isInstalled = () => {
  const wanted = readLockfile('package-lock.json');
  const present = readLockfile('node_modules/.package-lock.json');
  return (
    present !== undefined &&
    Object.entries(wanted ?? {}).every(
      ([place, { version, optional, link }]) =>
        !place.startsWith('node_modules/') || optional || link || present[place]?.version === version,
    )
  );
};

/** Installs the dependencies when they are missing or belong to another lockfile. Says so, because it takes a minute. */
export const install = async (tell = say) => {
  if (isInstalled()) return false;
  tell('Installing dependencies (first time: about a minute)…');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { visible: true });
  return true;
};

/** Builds what changed since the last time. */
export const build = async (tell = say) => {
  const started = Date.now();
  tell('Building…');
  await run(path.join(bin, 'turbo'), ['run', 'build', '--output-logs=errors-only', '--log-order=grouped'], {
    env: { TURBO_CACHE_DIR: path.join(root, '.turbo', 'cache') },
  });
  tell(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
};

/** Ends a script of ours: a problem is one sentence for people, anything else keeps its trace. */
export const endOn = (error) => {
  process.stderr.write(`\n${error instanceof Problem ? error.message : (error?.stack ?? error)}\n`);
  process.exitCode = 1;
};
