import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startHousekeeping } from './housekeeping.js';

const HOUR_IN_MS = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const nothing = async (): Promise<void> => undefined;

test('the worker does its chores at its start and every hour, until it stops', async () => {
  const run = vi.fn(nothing);
  const housekeeping = startHousekeeping([{ name: 'clear', run }], () => undefined);
  await vi.advanceTimersByTimeAsync(0);
  expect(run).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(2 * HOUR_IN_MS);
  expect(run).toHaveBeenCalledTimes(3);
  await housekeeping.stop();
  await vi.advanceTimersByTimeAsync(2 * HOUR_IN_MS);
  expect(run).toHaveBeenCalledTimes(3);
});

test('the worker tells which chore failed, does the others, and tries again an hour later', async () => {
  const clear = vi.fn(nothing).mockRejectedValueOnce(new Error('no database'));
  const warn = vi.fn(nothing);
  const problems: unknown[] = [];
  const chores = [
    { name: 'clear', run: clear },
    { name: 'warn', run: warn },
  ];
  const housekeeping = startHousekeeping(chores, (problem, chore) => problems.push([chore, problem]));
  await vi.advanceTimersByTimeAsync(HOUR_IN_MS);
  expect(problems).toEqual([['clear', new Error('no database')]]);
  expect([clear, warn].map(({ mock }) => mock.calls.length)).toEqual([2, 2]);
  await housekeeping.stop();
});

test('the worker waits for the chore under way before it closes the database, and begins no other', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const warn = vi.fn(nothing);
  const chores = [
    { name: 'clear', run: () => promise },
    { name: 'warn', run: warn },
  ];
  const housekeeping = startHousekeeping(chores, () => undefined);
  let stopped = false;
  await vi.advanceTimersByTimeAsync(0);
  const stopping = housekeeping.stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(stopped).toBe(false);
  resolve();
  await stopping;
  expect(stopped).toBe(true);
  expect(warn).not.toHaveBeenCalled();
});
