import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockDataDirectory } from '../data-lock.mjs';
import { readOptions } from '../options.mjs';
import { databaseProblem, requireFreePort, requireSpace } from '../preconditions.mjs';
import { Problem } from '../prepare.mjs';

/** A process that does nothing until it is stopped, whose command line says what the words say. */
const idle = async (...words: string[]) => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")', ...words]);
  await once(child.stdout, 'data');
  const { pid } = child;
  if (!pid) throw new Error('not started');
  return { pid, gone: once(child, 'exit'), kill: () => child.kill('SIGKILL') };
};

describe('a start', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'parvis-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const lockFile = () => path.join(folder, 'parvis.lock');

  test('is refused on data that a running Parvis holds, and says where that one is', async () => {
    const other = await idle();
    await writeFile(lockFile(), JSON.stringify({ pid: other.pid, port: 4123, children: [] }));
    await expect(lockDataDirectory(folder, 4000)).rejects.toThrow(/localhost:4123/);
    other.kill();
    await other.gone;
  });

  test.runIf(process.platform === 'linux')(
    'stops what a killed launcher left running, and nothing else',
    async () => {
      const launcher = await idle();
      launcher.kill();
      await launcher.gone;
      const leftOver = await idle('apps/worker/dist/main.js');
      const stranger = await idle('somebody-else.js');
      const children = [leftOver.pid, stranger.pid];
      await writeFile(lockFile(), JSON.stringify({ pid: launcher.pid, port: 4000, children }));
      const lock = await lockDataDirectory(folder, 4000);
      expect((await leftOver.gone)[1]).toBe('SIGTERM');
      expect(process.kill(stranger.pid, 0)).toBe(true);
      lock.started(4711);
      expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toEqual({
        pid: process.pid,
        port: 4000,
        children: [4711],
      });
      await lock.release();
      stranger.kill();
      await stranger.gone;
    },
  );

  test('is refused on a port in use, and names the next one to try', async () => {
    const server = createServer().listen(0);
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(requireFreePort(port)).rejects.toThrow(`PORT=${port + 1} npm start`);
    server.close();
    await once(server, 'close');
    await expect(requireFreePort(port)).resolves.toBeUndefined();
  });

  test.runIf(process.platform === 'linux')('is refused where no folder can be made', async () => {
    await expect(requireSpace('/proc/parvis/data')).rejects.toThrow(Problem);
  });

  test.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ DATABASE_URL: 'nonsense' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'mysql://a@b/c' }, 'DATABASE_URL'],
  ])('is refused with %o, naming the variable', (environment, name) => {
    expect(() => readOptions([], environment)).toThrow(name);
  });

  test.each(['ECONNREFUSED', '28P01', '3D000', '42501'])('explains a database that answers %s', (code) => {
    const problem = databaseProblem(
      Object.assign(new Error('raw'), { code }),
      'postgres://me:secret@host:5432/books',
    );
    expect(problem.message).toContain('me@host:5432/books');
    expect(problem.message).not.toContain('secret');
    expect(problem.message).not.toContain('raw');
  });
});
