import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { cast } from '@parvis/application/testing/cast';
import { openPersistence } from '@parvis/persistence/open-persistence';
import { createTestDatabase, type TestDatabase } from '@parvis/persistence/testing/test-database';
import { secretKey } from '@parvis/persistence/testing/test-secret';
import { afterAll, beforeAll, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'parvis-gateway-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const start = (more: Record<string, string> = {}): ChildProcess =>
  spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      DATABASE_URL: database.url,
      PARVIS_DATA_DIRECTORY: folder,
      PARVIS_SECRET_KEY: secretKey,
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const readyLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('no output to read');
    // Logs go the same way.
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{"ready"')) resolve(line);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });

const end = (child: ChildProcess): Promise<{ readonly code: number | null; readonly said: string }> =>
  new Promise((resolve) => {
    const said: string[] = [];
    child.stderr?.on('data', (chunk) => said.push(String(chunk)));
    child.once('close', (code) => resolve({ code, said: said.join('') }));
  });

it('says in one line where it serves, and stops when told to, with a client still connected', async () => {
  const gateway = start();
  const { ready, port } = JSON.parse(await readyLine(gateway)) as { ready: string; port: number };
  expect(ready).toBe('gateway');
  expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(200);
  const ended = end(gateway);
  gateway.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, said: '' });
});

it('ends with one sentence when the configuration cannot be used', async () => {
  expect(await end(start({ PARVIS_EXPLORER: 'yes' }))).toEqual({
    code: 1,
    said: 'PARVIS_EXPLORER cannot be used. It should be 0 or 1. Set it and start again.\n',
  });
});

it('does not start production with demonstration accounts', async () => {
  const persistence = await openPersistence({ url: database.url, secretKey });
  for (const supplier of cast.suppliers ?? []) await persistence.referenceData.saveSupplier(supplier);
  for (const recipient of cast.recipients ?? []) await persistence.referenceData.saveRecipient(recipient);
  for (const person of cast.people ?? []) await persistence.referenceData.savePerson(person);
  await persistence.close();
  const { code, said } = await end(
    start({ NODE_ENV: 'production', PARVIS_PUBLIC_URL: 'https://factures.exemple.fr' }),
  );
  expect(code).toBe(1);
  expect(said).toMatch(/^NODE_ENV is production and the database holds the demonstration account /);
});

it('ends with a sentence when a connector of others cannot be loaded', async () => {
  const { code, said } = await end(start({ PARVIS_CONNECTORS: '/nowhere/connector-acme' }));
  expect(code).toBe(1);
  expect(said).toMatch(/PARVIS_CONNECTORS: the connector "\/nowhere\/connector-acme" cannot be loaded/);
});
