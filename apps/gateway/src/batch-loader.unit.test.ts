import { expect, it } from 'vitest';
import { BatchLoader } from './batch-loader.js';

it('reads at once what was asked for one by one, and each only once', async () => {
  const batches: (readonly string[])[] = [];
  const loader = new BatchLoader<string, string>(async (keys) => {
    batches.push(keys);
    return keys.map((key) => (key === 'unknown' ? undefined : key.toUpperCase()));
  });
  expect(await Promise.all(['a', 'b', 'a', 'unknown'].map((key) => loader.load(key)))).toEqual([
    'A',
    'B',
    'A',
    undefined,
  ]);
  expect(await loader.load('b')).toBe('B');
  expect(batches).toEqual([['a', 'b', 'unknown']]);
});

it('reads again what it was told to forget', async () => {
  const batches: (readonly string[])[] = [];
  const loader = new BatchLoader<string, number>(async (keys) => {
    batches.push(keys);
    return keys.map(() => batches.length);
  }, 'forgets');
  expect(await Promise.all(['a', 'a'].map((key) => loader.load(key)))).toEqual([1, 1]);
  expect(await loader.load('a')).toBe(2);
  expect(batches).toEqual([['a'], ['a']]);
});

it('fails all that were asked for when the reading fails', async () => {
  const loader = new BatchLoader<string, string>(() => Promise.reject(new Error('no database')));
  const answers = await Promise.allSettled([loader.load('a'), loader.load('b')]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
