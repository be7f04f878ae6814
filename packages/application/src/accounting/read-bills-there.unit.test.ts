import { expect, test } from 'vitest';
import { readBillsThere } from './read-bills-there.js';

test('books that walk in a circle are read to an end all the same, which is told', async () => {
  let asked = 0;
  const ports = { log: () => {}, pause: async () => {} };
  const stopped = await readBillsThere(
    ports,
    async (after) => {
      asked += 1;
      if (asked > 30_000) throw new Error('asked without end');
      return { kind: 'page', bills: [], next: after === 'a' ? 'b' : 'a' };
    },
    () => {},
  );
  expect(stopped).toMatchObject({ kind: 'unavailable' });
  expect(asked).toBe(20_000);
});
