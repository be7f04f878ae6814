import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectionIds, structureIds } from '@parvis/demo-data/demo-structures';
import { openPersistence } from '@parvis/persistence/open-persistence';
import { freePort, ProcessUnderTest } from './processes.js';
import { Books } from './simulator-books.js';
import type { Stack } from './stack.js';

/** The town keeps its books in a system of its own from now on, so that one entity's can be down and the other's not. */
export const giveTheTownItsOwnBooks = async (
  stack: Stack,
): Promise<{ readonly books: Books; stop(): Promise<void> }> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'parvis-town-'));
  const token = randomBytes(16).toString('hex');
  const simulator = new ProcessUnderTest('simulator', 'apps/accounting-simulator/dist/main.js', {
    SIMULATOR_PORT: String(await freePort()),
    SIMULATOR_DATA: path.join(folder, 'simulator.sqlite'),
    SIMULATOR_TOKEN: token,
  });
  const { port } = await simulator.start();
  const books = new Books(`http://127.0.0.1:${port}/`, token);
  const persistence = await openPersistence({ url: stack.databaseUrl, secretKey: stack.secretKey });
  await persistence.work.run(async ({ connections }) => {
    const connection = await connections.find(structureIds.town, connectionIds.town);
    if (!connection) throw new Error('the town has no connection');
    await connections.change({ ...connection, settings: books.address.settings });
  });
  await persistence.close();
  return {
    books,
    stop: async () => {
      await simulator.kill('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
};
