/**
 * A real PostgreSQL on a folder of ours, as root and as an ordinary user, for local use, demonstrations and tests;
 * production gives a `DATABASE_URL` of its own. Runs on Node.js 20 and later, and uses nothing but Node.js itself.
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findBinaries, identity, notWritable } from './postgres-binaries.mjs';
import { cannotRun, database, explain, openCluster, user } from './postgres-cluster.mjs';
import {
  answers,
  forgetServer,
  freePort,
  isLiveServer,
  notedServer,
  pause,
  stopServer,
} from './postgres-process.mjs';
import { Problem } from './prepare.mjs';

const READY_WITHIN_MS = 60_000;
const PORT_TRIES = 5;

/**
 * Starts the server, or takes over the one that a killed start left running on the same data.
 * `durable: false` gives up crash safety for speed: tests only.
 *
 * @param {{ dataDirectory: string, port?: number, log?: (line: string) => void, durable?: boolean }} options
 * @returns {Promise<{ url: string, port: number, reused: boolean, stop: () => Promise<void> }>}
 */
export const startPostgres = async ({ dataDirectory, port, log = () => {}, durable = true }) => {
  const binaries = await findBinaries();
  const { directory, password } = openCluster(dataDirectory, binaries, { durable, log });
  const reused = await takeOver(directory, log);
  const server =
    reused ??
    (await launch({ binaries, directory, logFile: `${path.resolve(dataDirectory)}.log`, port, durable }));
  return {
    url: `postgres://${user}:${password}@127.0.0.1:${server.port}/${database}`,
    port: server.port,
    reused: reused !== undefined,
    stop: () => stopServer(directory, server.pid),
  };
};

/** The server that already runs on this data, once it answers; undefined when there is none any more. */
const takeOver = async (directory, log) => {
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(50)) {
    const noted = notedServer(directory);
    if (!noted) return undefined;
    if (!isLiveServer(noted.pid)) {
      forgetServer(directory);
      return undefined;
    }
    if (noted.ready && (await answers(noted.port))) {
      log('Using the PostgreSQL that an interrupted start left running.');
      return noted;
    }
  }
  const { pid } = notedServer(directory) ?? {};
  throw new Problem(
    `A PostgreSQL (process ${pid}) holds the data in ${directory} and does not answer. Stop it (kill ${pid}), then start again.`,
  );
};

/** With no port wished for, another program may take the free one we found before PostgreSQL does: then find another. */
const launch = async (options, tries = PORT_TRIES) => {
  const port = options.port ?? (await freePort());
  const outcome = await run({ ...options, port });
  if (outcome.pid) return { pid: outcome.pid, port };
  if (!/Address already in use|could not bind/i.test(outcome.words)) {
    throw explain(outcome.words, options.directory);
  }
  if (options.port === undefined && tries > 1) return launch(options, tries - 1);
  throw new Problem(
    `Port ${port} is already in use, so PostgreSQL cannot have it. Stop the program that holds it, or choose another port.`,
  );
};

const run = async ({ binaries, directory, logFile, port, durable }) => {
  const output = openLog(logFile);
  const child = spawn(binaries.postgres, ['-D', directory, '-p', String(port), ...settings(durable)], {
    ...identity(),
    cwd: directory,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    // A file, not a pipe: the server must outlive us, and keep telling. A group of its own: Ctrl-C is for us to pass on.
    stdio: ['ignore', output, output],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  closeSync(output);
  child.unref();
  let ended = false;
  let failure;
  child.once('error', (error) => {
    failure = error;
  });
  child.once('exit', () => {
    ended = true;
  });
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(10)) {
    if (failure) throw cannotRun(binaries.postgres, failure);
    if (ended) return { words: readFileSync(logFile, 'utf8') };
    const noted = notedServer(directory);
    if (noted?.pid === child.pid && noted?.ready) return { pid: child.pid };
  }
  await stopServer(directory, child.pid);
  throw new Problem(`PostgreSQL did not come up within a minute. See ${logFile}`);
};

const openLog = (file) => {
  try {
    return openSync(file, 'w', 0o600);
  } catch (error) {
    throw notWritable(path.dirname(file), error);
  }
};

const settings = (durable) => {
  const common = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200' };
  const quick = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  return Object.entries(durable ? common : { ...common, ...quick }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
};
