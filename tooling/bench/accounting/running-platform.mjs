/** The platform with accounting systems behind it, as processes of their own, for as long as something is measured. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { saveDemoWorld } from '@parvis/demo-data/demo-structures';
import { freePort } from '@parvis/launcher/postgres-process';
import { root } from '@parvis/launcher/prepare';
import { migrate } from '@parvis/persistence/migrate';
import { openPersistence } from '@parvis/persistence/open-persistence';
import { throwAwayPostgres } from '../servers.mjs';

const processOf = (file, environment) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, file)], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const stop = () =>
      new Promise((gone) => {
        child.once('exit', gone);
        child.kill();
      });
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{"ready"')) resolve({ ...JSON.parse(line), stop });
    });
    child.once('exit', (code) => reject(new Error(`${file} ended (${code}) before it was ready`)));
  });

/** The accounting simulator, with its address and its token. */
export const startSimulator = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parvis-bench-books-'));
  const token = randomBytes(16).toString('hex');
  const { port, stop } = await processOf('apps/accounting-simulator/dist/main.js', {
    SIMULATOR_PORT: '0',
    SIMULATOR_DATA: path.join(folder, 'simulator.sqlite'),
    SIMULATOR_TOKEN: token,
  });
  return {
    settings: { url: `http://127.0.0.1:${port}/`, token },
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Gateway and worker on a database of their own, the entities of the demonstration keeping their books in `books`; `more`: variables of both. */
export const startPlatform = async (books, more = {}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parvis-bench-data-'));
  chmodSync(folder, 0o755);
  const server = await throwAwayPostgres();
  await migrate(server.url);
  const secretKey = randomBytes(32).toString('hex');
  const persistence = await openPersistence({ url: server.url, secretKey });
  await saveDemoWorld(persistence.referenceData, { ...books, deliverWhen: 'madeAvailable' });
  const port = await freePort();
  const environment = {
    DATABASE_URL: server.url,
    PORT: String(port),
    PARVIS_DATA_DIRECTORY: folder,
    PARVIS_SECRET_KEY: secretKey,
    PARVIS_PUBLIC_URL: `http://localhost:${port}`,
    PARVIS_PRIVATE_TARGETS: '1',
    PARVIS_LOG_LEVEL: 'error',
    ...more,
  };
  const gateway = await processOf('apps/gateway/dist/main.js', environment);
  const worker = await processOf('apps/worker/dist/main.js', environment);
  return {
    address: `http://localhost:${port}`,
    persistence,
    stop: async () => {
      await worker.stop();
      await gateway.stop();
      await persistence.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
