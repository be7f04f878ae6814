import { expect, test } from 'vitest';
import { hospital, stationer, town, uuid } from '../testing/cast.js';
import { makeFakeWorld } from '../testing/fake-world.js';
import { makeFindDirectoryEntry } from './find-directory-entry.js';
import { makeListServices } from './list-services.js';
import { makeSearchDirectory } from './search-directory.js';

const search = async (command: Parameters<ReturnType<typeof makeSearchDirectory>>[0]) => {
  const { rows } = await makeSearchDirectory(await makeFakeWorld())(command);
  return rows.map(({ entity }) => entity.name);
};

test('finds public entities by name, town or SIRET', async () => {
  expect(await search({ text: 'valmont' })).toEqual([hospital.name]);
  expect(await search({ text: ' saint-aubin ' })).toEqual([town.name]);
  expect(await search({ text: '00000210500013' })).toEqual([hospital.name]);
});

test('finds nobody for nothing', async () => {
  expect(await search({ text: '  ' })).toEqual([]);
});

test('knows departments by name, and finds nobody in one that does not exist', async () => {
  expect(await search({ text: '', department: 'Seine-Maritime', kind: 'hospital' })).toEqual([]);
  expect(await search({ text: 'valmont', department: 'Syldavie' })).toEqual([]);
});

test('answers at least one and no more than asked for', async () => {
  expect(await search({ text: 'valmont', limit: -5 })).toHaveLength(1);
});

test('finds one entity by its SIRET, spaces allowed, and no supplier', async () => {
  const find = makeFindDirectoryEntry(await makeFakeWorld());
  expect(await find('000 002 105 00013')).toEqual(hospital);
  expect(await find(stationer.siret)).toBeUndefined();
  expect(await find('12')).toBeUndefined();
});

test('shows a service and an entity out of their validity as closed', async () => {
  const world = await makeFakeWorld();
  const archives = { code: 'ARCHIVES', name: 'Archives', active: true, validUntil: '2000-12-31' };
  await world.seed({ recipients: [{ ...hospital, services: [archives], validFrom: '2999-01-01' }] });
  const entry = await makeFindDirectoryEntry(world)(hospital.siret);
  expect([entry?.active, entry?.services[0]?.active]).toEqual([false, false]);
  const { structureId } = hospital;
  const listed = (withClosed: boolean) => makeListServices(world)({ structureId, withClosed });
  expect((await listed(false)).rows).toEqual([]);
  expect((await listed(true)).rows).toEqual([{ ...archives, active: false }]);
  const { rows } = await makeSearchDirectory(world)({ text: 'valmont' });
  expect(rows.map(({ entity }) => [entity.active, entity.openServices])).toEqual([[false, 0]]);
});

test('finds an entity by a SIRET that it has left', async () => {
  const world = await makeFakeWorld();
  await world.work.run(({ organisations }) =>
    organisations.move(
      {
        structureId: hospital.structureId,
        side: 'publicEntity',
        identifier: { type: 'SIRET', value: hospital.siret },
        leftOn: '2026-03-02',
        acceptedUntil: '2026-09-02',
        changedByUserId: uuid(0xc13),
        changedByName: 'Claire Durand',
        changedAt: world.now(),
      },
      { type: 'SIRET', value: '00000210500021' },
    ),
  );
  const find = makeFindDirectoryEntry(world);
  expect((await find(hospital.siret))?.siret).toBe('00000210500021');
  expect((await find('00000210500021'))?.structureId).toBe(hospital.structureId);
});
