import { town } from '@parvis/application/testing/cast';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openEmptyWorld, type TestWorld } from '../testing/sample-world.js';

let world: TestWorld;
beforeAll(async () => {
  world = await openEmptyWorld();
  await world.referenceData.saveRecipient(town);
});
afterAll(() => world.close());
beforeEach(() => world.dataSource.query('DELETE FROM service'));

const add = (code: string, name: string, on = world.dataSource.manager): Promise<unknown> =>
  on.query('INSERT INTO service (structure_id, code, name, active, position) VALUES ($1, $2, $3, true, 0)', [
    town.structureId,
    code,
    name,
  ]);
const change = (what: string): Promise<unknown> => world.dataSource.query(`UPDATE service SET ${what}`);

const read = async (): Promise<{ offered: string[] | null; version: string }> => {
  const rows = await world.dataSource.query('SELECT offered, xmin::text AS version FROM structure');
  return rows[0];
};
const offered = async (): Promise<string[]> => (await read()).offered ?? [];

test('an entity bears the words of its open services, whatever they are called and whenever they close', async () => {
  await add('S1', 'Cantine 12');
  expect(await offered()).toEqual(['=scantine']);
  await change("name = 'Crèche'");
  expect(await offered()).toEqual(['=screche']);
  await change('active = false');
  expect(await offered()).toEqual([]);
  await change('active = true');
  await change("code = 'LINGE'");
  expect(await offered()).toEqual(['=screche', '=slinge']);
  await change("valid_until = '2027-01-01'");
  expect(await offered()).toEqual(['=dated', '=screche', '=slinge']);
  await world.dataSource.query('DELETE FROM service');
  expect(await offered()).toEqual([]);
});

test('settings of a service leave its entity alone', async () => {
  await add('S1', 'Cantine');
  const before = await read();
  await change('engagement_number_required = true, position = 4');
  expect(await read()).toEqual(before);
});

test('two who add services at once both have their words borne', async () => {
  const first = world.dataSource.createQueryRunner();
  await first.startTransaction();
  await add('S1', 'Cantine', first.manager);
  const second = add('S2', 'Linge');
  await first.commitTransaction();
  await first.release();
  await second;
  expect(await offered()).toEqual(['=scantine', '=slinge']);
});
