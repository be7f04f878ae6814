import { randomUUID } from 'node:crypto';
import { databaseUrl, onServer } from './test-template.js';

export interface TestDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/** A migrated, empty database of one's own, on the server that the test run has started. */
export const createTestDatabase = async (): Promise<TestDatabase> =>
  createDatabase(({ template }) => template);

/** The same without any table. */
export const createBareDatabase = async (): Promise<TestDatabase> => createDatabase(() => 'template0');

interface TestServer {
  readonly url: string;
  readonly template: string;
}

const createDatabase = async (templateOf: (server: TestServer) => string): Promise<TestDatabase> => {
  const server = testServer();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server.url, `CREATE DATABASE "${name}" TEMPLATE "${templateOf(server)}"`);
  return {
    url: databaseUrl(server.url, name),
    close: () => onServer(server.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  };
};

const testServer = (): TestServer => {
  const noted = process.env.PARVIS_TEST_POSTGRES;
  if (noted) return JSON.parse(noted) as TestServer;
  throw new Error(
    'No PostgreSQL for tests: run them as one of the vitest projects that start one (integration, acceptance, faults).',
  );
};
