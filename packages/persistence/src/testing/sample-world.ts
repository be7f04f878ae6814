import { cast } from '@parvis/application/testing/cast';
import type { SeededWorld } from '@parvis/application/testing/ports-under-test';
import { openPersistence, type Persistence } from '../open-persistence.js';
import { createTestDatabase } from './test-database.js';
import { secretKey } from './test-secret.js';

export interface TestWorld extends Persistence {
  readonly url: string;
}

/** A database of one's own, migrated and empty, with every store open on it. */
export const openEmptyWorld = async (): Promise<TestWorld> => {
  const database = await createTestDatabase();
  const persistence = await openPersistence({ url: database.url, secretKey });
  return {
    ...persistence,
    url: database.url,
    close: async () => {
      await persistence.close();
      await database.close();
    },
  };
};

/** The same with the invented structures, people and connection of the application's tests in it. */
export const openSampleWorld = async (): Promise<TestWorld> => {
  const world = await openEmptyWorld();
  await seedCast(world);
  return world;
};

export const seedCast = (world: Persistence): Promise<void> => seed(world, cast);

export const seed = async (
  { referenceData }: Persistence,
  { recipients = [], suppliers = [], people = [], connections = [] }: SeededWorld,
): Promise<void> => {
  for (const supplier of suppliers) await referenceData.saveSupplier(supplier);
  for (const recipient of recipients) await referenceData.saveRecipient(recipient);
  for (const person of people) await referenceData.savePerson(person);
  for (const connection of connections) await referenceData.saveConnection(connection);
};
