import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Job } from '@parvis/application/ports/job-queue';
import { describePorts } from '@parvis/application/testing/port-suite';
import type { PortsUnderTest } from '@parvis/application/testing/ports-under-test';
import { afterAll, beforeAll } from 'vitest';
import { FolderDocumentStore } from './folder-document-store.js';
import { emptyDatabase } from './testing/empty-database.js';
import { openEmptyWorld, seed, type TestWorld } from './testing/sample-world.js';

let world: TestWorld;
beforeAll(async () => {
  world = await openEmptyWorld();
});
afterAll(() => world.close());

const makePorts = async (): Promise<PortsUnderTest> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'parvis-documents-'));
  const { work, lists, directorySearch, dataSource } = world;
  return {
    work,
    lists,
    directorySearch,
    documents: new FolderDocumentStore(folder),
    jobsAdded: async () => {
      // Added in one transaction they bear one time: only their place in the table tells which came first.
      const rows: { data: Job }[] = await dataSource.query(
        'SELECT data FROM pgboss.job_common ORDER BY ctid',
      );
      return rows.map(({ data }) => data);
    },
    seed: (given) => seed(world, given),
    close: async () => {
      await emptyDatabase(dataSource);
      await rm(folder, { recursive: true });
    },
  };
};

describePorts('PostgreSQL', makePorts);
