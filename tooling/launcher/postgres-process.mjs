/** A PostgreSQL server that runs, or once ran, on a data directory: what its `postmaster.pid` tells. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';

const pidFile = (directory) => path.join(directory, 'postmaster.pid');

/** Process, port and state as the server itself wrote them; undefined when none is noted. */
export const notedServer = (directory) => {
  let lines;
  try {
    lines = readFileSync(pidFile(directory), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port, ready: (lines[7] ?? '').trim() === 'ready' };
};

/** Is this process a PostgreSQL that lives? Its number may meanwhile belong to something else. */
export const isLiveServer = (pid) => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return !state.startsWith('Z') && command.includes('postgres');
  } catch {
    return false;
  }
};

/** The note of a server that died. PostgreSQL would refuse to start if its number were somebody else's by now. */
export const forgetServer = (directory) => rmSync(pidFile(directory), { force: true });

/** Does a PostgreSQL answer there? It says N or S to the question whether it speaks TLS. */
export const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('close', () => resolve(false));
    socket.once('connect', () => socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])));
    socket.once('data', (data) => settle(['N', 'S'].includes(data.toString('latin1', 0, 1))));
  });

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Ends a server without waiting for its clients: committed work is kept. */
export const stopServer = async (directory, pid) => {
  const stillThere = () => isLiveServer(pid) && existsSync(pidFile(directory));
  for (const [signal, within] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
  ]) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const until = Date.now() + within; Date.now() < until; await pause(10)) {
      if (!stillThere()) return untilEnded(pid);
    }
  }
};

/** The note goes a moment before the process does; whoever takes the data away must not come in between. */
const untilEnded = async (pid) => {
  for (const until = Date.now() + 5_000; Date.now() < until && isLiveServer(pid); ) await pause(10);
};
