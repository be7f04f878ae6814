import { cast } from '@parvis/application/testing/cast';
import { openPersistence, type Persistence } from '../open-persistence.js';
import { createTestDatabase } from './test-database.js';
import { secretKey } from './test-secret.js';

export interface SampleWorld extends Persistence {
  readonly url: string;
}

/** A database of one's own with the invented structures, people and connection of the application's tests in it. */
export const openSampleWorld = async (): Promise<SampleWorld> => {
  const database = await createTestDatabase();
  const persistence = await openPersistence({ url: database.url, secretKey });
  await seedCast(persistence);
  return {
    ...persistence,
    url: database.url,
    close: async () => {
      await persistence.close();
      await database.close();
    },
  };
};

const seedCast = async ({ referenceData }: Persistence): Promise<void> => {
  const { recipients = [], suppliers = [], people = [], connections = [] } = cast;
  for (const supplier of suppliers) await referenceData.saveSupplier(supplier);
  for (const recipient of recipients) await referenceData.saveRecipient(recipient);
  for (const person of people) await referenceData.savePerson(person);
  for (const connection of connections) await referenceData.saveConnection(connection);
};
