import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import type { SftpServer } from '../drop/sftp-server.js';

const SSHD = '/usr/sbin/sshd';

/** A real OpenSSH server that lets one key into SFTP, and nobody into anything else. */
export interface TestSshd {
  /** How a connector gets in. */
  readonly server: SftpServer;
  /** What the key opens, on this machine. */
  readonly directory: string;
  /** Ends the server and every session, at once. */
  kill(): Promise<void>;
  /** Again on the same port with the same key. */
  start(): Promise<void>;
  /** Ends it and removes everything. */
  stop(): Promise<void>;
}

/** Starts one on a free port of this machine; undefined where OpenSSH's server is not installed. */
export const startSshd = async (): Promise<TestSshd | undefined> => {
  if (!existsSync(SSHD)) return undefined;
  const home = await mkdtemp(path.join(tmpdir(), 'parvis-sshd-'));
  await chmod(home, 0o700);
  const directory = path.join(home, 'depot');
  await mkdir(directory);
  // Where the server runs as root it wants this folder for dropping its rights.
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true });
  for (const name of ['host', 'user'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', path.join(home, name)]);
  const port = await freePort();
  const settings = path.join(home, 'sshd_config');
  await writeFile(settings, configOf({ home, directory, port }));
  let running: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    running = spawn(SSHD, ['-D', '-e', '-f', settings], { stdio: 'ignore', detached: true });
    await untilItAnswers(port, running);
  };
  const kill = async (): Promise<void> => {
    const { pid, exitCode } = running ?? {};
    if (!running || pid === undefined || exitCode !== null) return;
    const gone = once(running, 'exit');
    // Its sessions are in its group: all die in the same moment, as when a machine fails.
    killSessions(pid);
    await gone;
  };

  await start();
  return {
    server: {
      host: '127.0.0.1',
      port,
      user: userInfo().username,
      privateKey: await readFile(path.join(home, 'user'), 'utf8'),
      hostKey: fingerprintOf(await readFile(path.join(home, 'host.pub'), 'utf8')),
    },
    directory,
    kill,
    start,
    stop: async () => {
      await kill();
      await rm(home, { recursive: true, force: true });
    },
  };
};

const configOf = ({ home, directory, port }: { home: string; directory: string; port: number }): string =>
  [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${path.join(home, 'host')}`,
    `PidFile ${path.join(home, 'sshd.pid')}`,
    `AuthorizedKeysFile ${path.join(home, 'user.pub')}`,
    'StrictModes no',
    'UsePAM no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PermitRootLogin prohibit-password',
    'AllowTcpForwarding no',
    'X11Forwarding no',
    'MaxStartups 100',
    'Subsystem sftp internal-sftp',
    `ForceCommand internal-sftp -d ${directory}`,
    '',
  ].join('\n');

/** Sessions move into groups of their own: they are found by who started them. */
const killSessions = (pid: number): void => {
  for (const child of childrenOf(pid)) killSessions(child);
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone in the meantime.
  }
};

const childrenOf = (pid: number): readonly number[] => {
  try {
    const listed = execFileSync('cat', [`/proc/${pid}/task/${pid}/children`], { encoding: 'utf8' });
    return listed.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
};

/** `SHA256:…` of a line `ssh-ed25519 AAAA… comment`. */
const fingerprintOf = (line: string): string => {
  const [, key = ''] = line.split(' ');
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('base64');
  return `SHA256:${hash.replace(/=+$/, '')}`;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** Until a connection is taken; a server that ends before never will. */
const untilItAnswers = async (port: number, server: ChildProcess): Promise<void> => {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`sshd ended with ${server.exitCode}`);
    if (await answers(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
  });
