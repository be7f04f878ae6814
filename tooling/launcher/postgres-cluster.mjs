/** The data directory of the PostgreSQL brought along: where it really lies, its making, its password. */
import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { identity, notWritable, reachable, stateDirectory } from './postgres-binaries.mjs';
import { Problem } from './prepare.mjs';

export const user = 'parvis';
export const database = 'parvis';

/** Returns `{ directory, password }` of a cluster that is there, made if it was not. */
export const openCluster = (wanted, binaries, { durable, log }) => {
  const directory = place(path.resolve(wanted));
  const passwordFile = `${path.resolve(wanted)}.password`;
  if (existsSync(path.join(directory, 'PG_VERSION'))) {
    requireOwnVersion(directory);
    return { directory, password: readPassword(passwordFile) };
  }
  log('Making a new database (first start)…');
  const password = keepPassword(passwordFile);
  makeCluster(directory, password, binaries, durable);
  return { directory, password };
};

/** Kept before the cluster exists: no cluster is ever without its password. */
const keepPassword = (file) => {
  if (existsSync(file)) return readPassword(file);
  const password = randomBytes(24).toString('base64url');
  try {
    writeFileSync(file, password, { mode: 0o600 });
  } catch (error) {
    throw notWritable(path.dirname(file), error);
  }
  return password;
};

/**
 * The wanted directory itself; for root, when PostgreSQL's user cannot walk there (a closed home directory), one under
 * the state directory that a link at the wanted place leads to.
 */
const place = (wanted) => {
  try {
    mkdirSync(path.dirname(wanted), { recursive: true, mode: 0o755 });
  } catch (error) {
    throw notWritable(path.dirname(wanted), error);
  }
  const link = lstatSync(wanted, { throwIfNoEntry: false });
  if (link?.isSymbolicLink()) return path.resolve(path.dirname(wanted), readlinkSync(wanted));
  if (identity().uid === undefined || reachable(path.dirname(wanted))) return wanted;
  try {
    mkdirSync(stateDirectory, { recursive: true, mode: 0o755 });
    const real = path.join(stateDirectory, `data-${randomUUID()}`);
    forgetUnlinked(wanted);
    mkdirSync(real, { mode: 0o755 });
    writeFileSync(path.join(real, 'data-of'), wanted);
    symlinkSync(path.join(real, 'postgres'), wanted);
    return path.join(real, 'postgres');
  } catch (error) {
    throw notWritable(stateDirectory, error);
  }
};

/** What an earlier start kept for the same place, before the link to it was deleted. */
const forgetUnlinked = (wanted) => {
  for (const name of readdirSync(stateDirectory).filter((entry) => entry.startsWith('data-'))) {
    const note = path.join(stateDirectory, name, 'data-of');
    if (existsSync(note) && readFileSync(note, 'utf8') === wanted)
      rmSync(path.join(stateDirectory, name), { recursive: true, force: true });
  }
};

/** Made beside its place and then moved there, so that a start that dies half-way leaves nothing half made. */
const makeCluster = (directory, password, binaries, durable) => {
  const unfinished = `${directory}.new`;
  const passwordFile = path.join(unfinished, 'password');
  const data = path.join(unfinished, 'data');
  try {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o755 });
    mkdirSync(data);
    writeFileSync(passwordFile, password, { mode: 0o600 });
    for (const own of [data, passwordFile]) giveAway(own);
    chmodSync(data, 0o700);
  } catch (error) {
    throw notWritable(path.dirname(directory), error);
  }
  execute(binaries.initdb, data, [
    ...['-D', data, '-U', user, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
    ...['--locale-provider=builtin', '--locale=C.UTF-8', '--no-instructions'],
    ...(durable ? [] : ['--no-sync']),
  ]);
  execute(binaries.postgres, data, ['--single', '-D', data, 'postgres'], `CREATE DATABASE ${database}\n`);
  renameSync(data, directory);
  rmSync(unfinished, { recursive: true, force: true });
};

const giveAway = (file) => {
  const { uid, gid } = identity();
  if (uid !== undefined) chownSync(file, uid, gid);
};

const execute = (program, cwd, args, input = '') => {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    ...identity(),
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  if (error) throw cannotRun(program, error);
  if (status !== 0) throw explain(`${stdout}\n${stderr}`, cwd);
};

export const cannotRun = (program, error) =>
  error.code === 'ENOENT' && existsSync(program)
    ? new Problem(
        'The PostgreSQL that Parvis brings along needs a Linux with glibc, and this one (Alpine, perhaps) has another C library. Give Parvis a PostgreSQL of yours: DATABASE_URL=postgres://user:password@host:5432/database npm start',
      )
    : new Problem(`${program} cannot be run (${error.code ?? error.message}). Run npm install again.`);

const known = [
  [/No space left on device|could not write/i, (at) => notWritable(at, { code: 'ENOSPC' })],
  [/Permission denied|Operation not permitted/i, (at) => notWritable(at, { code: 'permission denied' })],
  [
    /could not (create|map|attach).*shared memory|Cannot allocate memory/i,
    () =>
      new Problem(
        'PostgreSQL does not get the memory it needs. Close other programs, or give the container more.',
      ),
  ],
];

/** The last words of PostgreSQL as a sentence for people, where we know it; else as they are. */
export const explain = (words, directory) => {
  const sentence = known.find(([pattern]) => pattern.test(words))?.[1];
  return (
    sentence?.(directory) ?? new Problem(`PostgreSQL cannot use ${directory}. It says:\n${words.trim()}`)
  );
};

const readPassword = (file) => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Problem(
      `The database's password cannot be read from ${file} (${error.code}). Put that file back, or begin again without the data: npm start -- --reset`,
    );
  }
};

const requireOwnVersion = (directory) => {
  const version = readFileSync(path.join(directory, 'PG_VERSION'), 'utf8').trim();
  if (version === '18') return;
  throw new Problem(
    `The data in ${directory} was made by PostgreSQL ${version}; Parvis brings version 18. Move them with pg_dump and pg_restore, or begin again: npm start -- --reset`,
  );
};
