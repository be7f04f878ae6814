import { hospitalBooks } from '@parvis/application/testing/cast';
import { expect, test } from 'vitest';
import { openSampleWorld } from './testing/sample-world.js';

test('the secrets of a connection rest sealed in the database and open for the use case', async () => {
  const world = await openSampleWorld();
  const settings = { address: 'https://comptabilite.invalid', secrets: { password: 'phrase à garder' } };
  await world.referenceData.saveConnection({ ...hospitalBooks, settings });
  const [row] = await world.dataSource.query('SELECT settings::text FROM accounting_connection');
  const { recipientId, id } = hospitalBooks;
  const found = await world.work.run(({ connections }) => connections.find(recipientId, id));
  await world.close();
  expect(row.settings).toContain('comptabilite.invalid');
  expect(row.settings).not.toContain('phrase');
  expect(found?.settings).toEqual(settings);
});
