import { expect, test } from 'vitest';
import { hospital, stationer, town } from '../testing/cast.js';
import { makeFakeWorld } from '../testing/fake-world.js';
import { makeFindDirectoryEntry } from './find-directory-entry.js';
import { makeSearchDirectory } from './search-directory.js';

test('finds public entities by name, town or SIRET', async () => {
  const search = makeSearchDirectory(await makeFakeWorld());
  expect(await search('valmont')).toEqual([hospital]);
  expect(await search(' saint-aubin ')).toEqual([town]);
  expect(await search('00000210500013')).toEqual([hospital]);
});

test('finds nobody for nothing', async () => {
  expect(await makeSearchDirectory(await makeFakeWorld())('  ')).toEqual([]);
});

test('answers at least one and no more than asked for', async () => {
  const search = makeSearchDirectory(await makeFakeWorld());
  expect(await search('a', 1)).toHaveLength(1);
  expect(await search('a', -5)).toHaveLength(1);
});

test('finds one entity by its SIRET, spaces allowed, and no supplier', async () => {
  const find = makeFindDirectoryEntry(await makeFakeWorld());
  expect(await find('000 002 105 00013')).toEqual(hospital);
  expect(await find(stationer.siret)).toBeUndefined();
  expect(await find('12')).toBeUndefined();
});
