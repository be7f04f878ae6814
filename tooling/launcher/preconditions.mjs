/** What would make a start fail half-way, found before anything is started, each with what to do about it. */
import { constants, existsSync } from 'node:fs';
import { access, mkdir, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { Problem } from './prepare.mjs';

const NEEDED_BYTES = 400 * 1024 * 1024;

export const requireFreePort = async (port) => {
  const server = createServer();
  const error = await new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, () => resolve(undefined));
  });
  await new Promise((resolve) => server.close(resolve));
  if (!error) return;
  if (error.code === 'EACCES') {
    throw new Problem(`Port ${port} is reserved on this machine. Choose another one: PORT=4000 npm start`);
  }
  throw new Problem(
    `Port ${port} is already in use, perhaps by another Parvis. Stop that program, or choose another port: PORT=${port + 1} npm start`,
  );
};

export const requireSpace = async (directory) => {
  await makeFolder(directory).catch((error) => {
    throw new Problem(
      `The data folder ${directory} cannot be made (${error.code}). Choose one you may write to: npm start -- --data DIR`,
    );
  });
  const { bavail, bsize } = await statfs(directory);
  const free = bavail * bsize;
  if (free >= NEEDED_BYTES) return;
  throw new Problem(
    `The disk of ${directory} has ${Math.floor(free / 1_048_576)} MB left; Parvis needs 400 MB. Free some space, or choose another disk: npm start -- --data DIR`,
  );
};

/** Folder by folder: Node.js's own recursion never ends where nothing can be made, as under /proc. */
const makeFolder = async (directory) => {
  if (existsSync(directory)) return access(directory, constants.W_OK);
  await makeFolder(path.dirname(directory));
  await mkdir(directory, { mode: 0o755 });
};

const databaseProblems = {
  ECONNREFUSED: 'nothing answers there. Start the server, or check host and port',
  ENOTFOUND: 'the host is not known. Check its name',
  EAI_AGAIN: 'the host cannot be looked up now. Check its name and the network',
  ETIMEDOUT: 'the host does not answer. Check the network and the firewall',
  '28P01': 'the password is refused. Check user and password',
  28000: 'the user may not connect. Check the user and pg_hba.conf',
  '3D000': 'the database does not exist. Create it: createdb NAME',
  42501: 'the user may not create tables there. Grant it the right, or use another user',
  53300: 'the server has no connection left. Raise max_connections or close some',
};

/** A sentence for a database that cannot be used; anything unknown keeps its own message. */
export const databaseProblem = (error, url) => {
  const { host, pathname, username } = new URL(url);
  const cause = databaseProblems[error.code] ?? `${error.message}`;
  return new Problem(
    `The database of DATABASE_URL (${username}@${host}${pathname}) cannot be used: ${cause}. Unset DATABASE_URL to use the database that Parvis brings along.`,
  );
};

/** A failure whose cause is a full disk, wherever it struck. */
export const explainFailure = (error) =>
  error?.code === 'ENOSPC' || /No space left on device/i.test(error?.message ?? '')
    ? new Problem(
        'The disk is full. Free some space, then start again: nothing that was acknowledged is lost.',
      )
    : error;
