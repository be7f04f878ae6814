import { plainWords } from '@parvis/domain/directory/plain-words';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmptyWorld, type TestWorld } from '../testing/sample-world.js';

let world: TestWorld;
beforeAll(async () => {
  world = await openEmptyWorld();
});
afterAll(() => world.close());

test('the database and the domain agree on plain words, letter by letter', async () => {
  // Latin with all its supplements, Greek, punctuation, spaces of every width, and signs beyond the first plane.
  const ranges = [
    [0x20, 0x36f],
    [0x370, 0x3ff],
    [0x1e00, 0x1eff],
    [0x2000, 0x206f],
    [0x1f600, 0x1f610],
  ] as const;
  const letters = ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => `a${String.fromCodePoint(from + index)}b`),
  );
  const rows: { said: string; plain: string }[] = await world.dataSource.query(
    'SELECT said, plain_words(said) AS plain FROM unnest($1::text[]) AS said',
    [letters],
  );
  expect(rows).toHaveLength(letters.length);
  expect(rows.filter(({ said, plain }) => plain !== plainWords(said))).toEqual([]);
});
