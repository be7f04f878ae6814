import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { saveRequestsAndMandates } from '@parvis/demo-data/demo-mandates';
import { type BooksAddress, saveDemoWorld } from '@parvis/demo-data/demo-structures';
import { loadDemoData } from '@parvis/demo-data/load-demo-data';
import { openPersistence } from '@parvis/persistence/open-persistence';
import { createTestDatabase, type TestDatabase } from '@parvis/persistence/testing/test-database';
import { Api } from './api.js';
import { freePort, ProcessUnderTest } from './processes.js';
import { Books } from './simulator-books.js';

/** The whole platform as users run it: each part a process of its own, on a database of its own. */
export interface Stack {
  /** Without a slash at the end. */
  readonly url: string;
  readonly books: Books;
  readonly gateway: ProcessUnderTest;
  readonly worker: ProcessUnderTest;
  /** The accounting system of both entities; comes back on the same port. */
  readonly simulator: ProcessUnderTest;
  readonly databaseUrl: string;
  readonly secretKey: string;
  /** Signed in as one of the demonstration's people. */
  signedIn(email: string): Promise<Api>;
  stop(): Promise<void>;
}

export interface StackOptions {
  /** Where the entities keep their books; the simulator unless told otherwise. */
  readonly books?: BooksAddress;
  /** With the demonstration's invoices too, in every status. */
  readonly withInvoices?: boolean;
  /** Migrated and empty, instead of one on the server of the test run. */
  readonly database?: TestDatabase;
  /** When invoices leave for the books; once their service is confirmed unless told otherwise. */
  readonly deliverWhen?: NonNullable<BooksAddress['deliverWhen']>;
  /** Whether requests of one's own making are answered; they are, unless told otherwise. */
  readonly trustedDocuments?: 'only' | 'prefer' | 'off';
}

/** The demonstration's structures and people. */
export const startStack = async ({
  books: elsewhere,
  withInvoices = false,
  database: ownDatabase,
  deliverWhen,
  trustedDocuments = 'prefer',
}: StackOptions = {}): Promise<Stack> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'parvis-stack-'));
  await chmod(folder, 0o755);
  const database = ownDatabase ?? (await createTestDatabase());
  const secretKey = randomBytes(32).toString('hex');
  const token = randomBytes(16).toString('hex');
  const simulator = new ProcessUnderTest('simulator', 'apps/accounting-simulator/dist/main.js', {
    SIMULATOR_PORT: String(await freePort()),
    SIMULATOR_DATA: path.join(folder, 'simulator.sqlite'),
    SIMULATOR_TOKEN: token,
  });
  const { port: simulatorPort } = await simulator.start();
  const books = new Books(`http://127.0.0.1:${simulatorPort}/`, token);
  if (withInvoices) {
    await loadDemoData({
      databaseUrl: database.url,
      dataDirectory: folder,
      secretKey,
      simulatorUrl: books.url,
      simulatorToken: token,
      say: () => {},
    });
  } else
    await seed(database.url, secretKey, {
      ...(elsewhere ?? books.address),
      ...(deliverWhen && { deliverWhen }),
    });

  const port = await freePort();
  const exchangeDirectory = path.join(folder, 'exchange');
  await mkdir(exchangeDirectory, { recursive: true });
  const environment = {
    DATABASE_URL: database.url,
    PORT: String(port),
    PARVIS_DATA_DIRECTORY: folder,
    PARVIS_SECRET_KEY: secretKey,
    PARVIS_PUBLIC_URL: `http://localhost:${port}`,
    PARVIS_LOG_LEVEL: 'warn',
    PARVIS_TRUSTED_DOCUMENTS: trustedDocuments,
    // The books stand on this machine.
    PARVIS_PRIVATE_TARGETS: '1',
    PARVIS_EXCHANGE_DIRECTORY: exchangeDirectory,
  };
  const gateway = new ProcessUnderTest('gateway', 'apps/gateway/dist/main.js', environment);
  const worker = new ProcessUnderTest('worker', 'apps/worker/dist/main.js', {
    ...environment,
    PARVIS_DELIVERY_LEASE_SECONDS: '3',
    PARVIS_PULL_EVERY_SECONDS: '0.5',
  });
  await Promise.all([gateway.start(), worker.start()]);

  const url = `http://localhost:${port}`;
  return {
    url,
    books,
    gateway,
    worker,
    simulator,
    databaseUrl: database.url,
    secretKey,
    signedIn: (email) => new Api(url).signIn(email, 'parvis-demo'),
    stop: async () => {
      await Promise.all([worker.kill('SIGTERM'), gateway.kill('SIGTERM'), simulator.kill('SIGTERM')]);
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const seed = async (url: string, secretKey: string, books: BooksAddress): Promise<void> => {
  const persistence = await openPersistence({ url, secretKey });
  await saveDemoWorld(persistence.referenceData, books);
  await saveRequestsAndMandates(persistence.work);
  await persistence.close();
};
