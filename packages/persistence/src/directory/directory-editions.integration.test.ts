import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cast } from '@parvis/application/testing/cast';
import { describeEditions } from '@parvis/application/testing/port-suite-editions';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase } from '../testing/empty-database.js';
import { openEmptyWorld, seed, seedCast, type TestWorld } from '../testing/sample-world.js';
import { FolderEditionFiles } from './folder-edition-files.js';
import { mendSearchWords } from './mend-search-words.js';

let world: TestWorld;
beforeAll(async () => {
  world = await openEmptyWorld();
});
afterAll(() => world.close());

describeEditions('PostgreSQL and a folder', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'parvis-editions-'));
  await seed(world, { recipients: cast.recipients ?? [], suppliers: cast.suppliers ?? [] });
  return {
    editions: world.directoryEditions,
    editionFiles: new FolderEditionFiles(folder),
    seed: (given) => seed(world, given),
    close: async () => {
      await emptyDatabase(world.dataSource);
      await rm(folder, { recursive: true });
    },
  };
});

test('a file that was never written cannot be read, nor one outside the folder', async () => {
  const files = new FolderEditionFiles(tmpdir());
  expect(await files.read('a'.repeat(64))).toBeUndefined();
  expect(await files.read('../../etc/passwd')).toBeUndefined();
});

test('words kept under earlier rules are written again, once', async () => {
  await seedCast(world);
  await world.dataSource.query("UPDATE structure SET plain_name = lower(name) WHERE side = 'publicEntity'");
  expect(await mendSearchWords(world.dataSource)).toBe(2);
  expect(await mendSearchWords(world.dataSource)).toBe(0);
  await emptyDatabase(world.dataSource);
});
