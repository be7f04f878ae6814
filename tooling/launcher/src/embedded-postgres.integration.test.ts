import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyMigrations } from '@parvis/persistence/migrate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPostgres } from '../embedded-postgres.mjs';
import { forgetData } from '../forget-data.mjs';
import { isLiveServer } from '../postgres-process.mjs';
import { Problem } from '../prepare.mjs';

const launcher = new URL('../embedded-postgres.mjs', import.meta.url).href;

describe('the PostgreSQL brought along', () => {
  let folder: string;
  let dataDirectory: string;
  const toStop: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'parvis-launcher-'));
    await chmod(folder, 0o755);
    dataDirectory = path.join(folder, 'postgres');
  });
  afterEach(async () => {
    for (const stop of toStop.splice(0)) await stop();
    await rm(folder, { recursive: true });
  });

  const start = async (options: { port?: number; durable?: boolean } = {}) => {
    const server = await startPostgres({ dataDirectory, durable: false, ...options });
    toStop.push(server.stop);
    return server;
  };

  /** A process that starts the server and is killed before it can stop it. */
  const startAndDie = async (): Promise<void> => {
    const script = `const { startPostgres } = await import(${JSON.stringify(launcher)});
      await startPostgres({ dataDirectory: ${JSON.stringify(dataDirectory)}, durable: false });
      process.kill(process.pid, 'SIGKILL');`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGKILL');
  };

  test('finds its data at the next start', async () => {
    const first = await start();
    expect(await applyMigrations(first.url)).not.toEqual([]);
    await first.stop();
    const second = await start();
    expect(second.reused).toBe(false);
    expect(await applyMigrations(second.url)).toEqual([]);
  });

  test('keeps its password for the user who started it alone', async () => {
    const { url } = await start();
    const file = `${dataDirectory}.password`;
    expect(await readFile(file, 'utf8')).toBe(new URL(url).password);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('is taken over when the start before was killed', async () => {
    await startAndDie();
    const server = await start();
    expect(server.reused).toBe(true);
    expect(await applyMigrations(server.url)).not.toEqual([]);
  });

  test('is stopped before a reset takes its data away, and begins again empty', async () => {
    await startAndDie();
    const note = await readFile(path.join(dataDirectory, 'postmaster.pid'), 'utf8');
    const left = Number(note.split('\n')[0]);
    for (const name of ['demo-data.json', 'secret-key']) await writeFile(path.join(folder, name), 'kept');
    expect(isLiveServer(left)).toBe(true);
    await forgetData(folder);
    expect(isLiveServer(left)).toBe(false);
    expect((await readdir(folder)).sort()).toEqual(['postgres.log', 'postgres.password', 'secret-key']);
    const server = await start();
    expect(server.reused).toBe(false);
    expect(await applyMigrations(server.url)).not.toEqual([]);
  });

  test('is forgotten as well where nothing runs, and where nothing is', async () => {
    await forgetData(folder);
    await (await start()).stop();
    await forgetData(folder);
    expect(await readdir(folder)).not.toContain('postgres');
  });

  test('starts again after it was killed itself, committed work included', async () => {
    const first = await start({ durable: true });
    await applyMigrations(first.url);
    const pid = Number((await readFile(path.join(dataDirectory, 'postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    const second = await start({ durable: true });
    expect(second.reused).toBe(false);
    expect(await applyMigrations(second.url)).toEqual([]);
  });

  test('is not fooled by a note that names somebody else’s process', async () => {
    const first = await start();
    const note = await readFile(path.join(dataDirectory, 'postmaster.pid'), 'utf8');
    await first.stop();
    const [, ...rest] = note.split('\n');
    await writeFile(path.join(dataDirectory, 'postmaster.pid'), [process.pid, ...rest].join('\n'));
    expect((await start()).reused).toBe(false);
  });

  test('names the port that another program holds', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(start({ port })).rejects.toThrow(`Port ${port} is already in use`);
    holder.close();
  });

  test('says where it cannot write', async () => {
    dataDirectory = path.join(folder, 'a-file', 'postgres');
    await writeFile(path.join(folder, 'a-file'), '');
    await expect(start()).rejects.toThrow(Problem);
    await expect(start()).rejects.toThrow('a-file cannot be written to');
  });

  test('refuses data that another version of PostgreSQL made', async () => {
    await (await start()).stop();
    await writeFile(path.join(dataDirectory, 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow('was made by PostgreSQL 17');
  });
});
