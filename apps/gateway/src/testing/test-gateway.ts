import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hash } from '@node-rs/argon2';
import { cast, password } from '@parvis/application/testing/cast';
import { openPersistence, type Persistence } from '@parvis/persistence/open-persistence';
import { createTestDatabase } from '@parvis/persistence/testing/test-database';
import { secretKey } from '@parvis/persistence/testing/test-secret';
import type { DestinationStream } from 'pino';
import { startComposedGateway } from '../composition.js';
import { readConfig } from '../config.js';
import type { RunningGateway } from '../gateway.js';
import { makeLog } from '../log.js';

export interface TestGateway {
  readonly gateway: RunningGateway;
  readonly url: string;
  /** The same database, to arrange what no client can. */
  readonly persistence: Persistence;
  close(): Promise<void>;
}

/** A gateway as in production, on a free port, with a database of its own that holds the cast. */
export const startTestGateway = async (
  environment: Readonly<Record<string, string>> = {},
  logTo?: DestinationStream,
): Promise<TestGateway> => {
  const database = await createTestDatabase();
  const persistence = await openPersistence({ url: database.url, secretKey });
  await seedCast(persistence);
  const folder = await mkdtemp(path.join(tmpdir(), 'parvis-gateway-'));
  const config = readConfig({
    PORT: '0',
    DATABASE_URL: database.url,
    PARVIS_DATA_DIRECTORY: folder,
    PARVIS_SECRET_KEY: secretKey,
    PARVIS_EXPLORER: '1',
    PARVIS_LOG_LEVEL: 'silent',
    ...environment,
  });
  const gateway = await startComposedGateway(config, makeLog(config.logLevel, logTo));
  return {
    gateway,
    url: `http://localhost:${gateway.port}`,
    persistence,
    close: async () => {
      await gateway.stop();
      await persistence.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const seedCast = async ({ referenceData }: Persistence): Promise<void> => {
  // As weak as argon2 can be: these passwords guard nothing.
  const passwordHash = await hash(password, { memoryCost: 8, timeCost: 1 });
  const { suppliers = [], recipients = [], people = [], connections = [] } = cast;
  for (const supplier of suppliers) await referenceData.saveSupplier(supplier);
  for (const recipient of recipients) await referenceData.saveRecipient(recipient);
  for (const person of people) await referenceData.savePerson({ ...person, passwordHash });
  for (const connection of connections) await referenceData.saveConnection(connection);
};
