import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Job } from '@parvis/application/ports/job-queue';
import { describePorts } from '@parvis/application/testing/port-suite';
import type { PortsUnderTest } from '@parvis/application/testing/ports-under-test';
import { FolderDocumentStore } from './folder-document-store.js';
import { openPersistence } from './open-persistence.js';
import { createTestDatabase } from './testing/test-database.js';
import { secretKey } from './testing/test-secret.js';

const makePorts = async (): Promise<PortsUnderTest> => {
  const database = await createTestDatabase();
  const persistence = await openPersistence({ url: database.url, secretKey });
  const folder = await mkdtemp(path.join(tmpdir(), 'parvis-documents-'));
  const { work, lists, referenceData, dataSource } = persistence;
  return {
    work,
    lists,
    documents: new FolderDocumentStore(folder),
    jobsAdded: async () => {
      // Added in one transaction they bear one time: only their place in the table tells which came first.
      const rows: { data: Job }[] = await dataSource.query(
        'SELECT data FROM pgboss.job_common ORDER BY ctid',
      );
      return rows.map(({ data }) => data);
    },
    seed: async ({ recipients = [], suppliers = [], people = [], connections = [] }) => {
      for (const supplier of suppliers) await referenceData.saveSupplier(supplier);
      for (const recipient of recipients) await referenceData.saveRecipient(recipient);
      for (const person of people) await referenceData.savePerson(person);
      for (const connection of connections) await referenceData.saveConnection(connection);
    },
    close: async () => {
      await persistence.close();
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
};

describePorts('PostgreSQL', makePorts);
