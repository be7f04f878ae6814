import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startHousekeeping } from './housekeeping.js';

const nothing = { uploads: 0, sessions: 0, failedSignIns: 0, challenges: 0 };
const HOUR_IN_MS = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the worker clears at its start and every hour, until it stops', async () => {
  const clear = vi.fn(async () => nothing);
  const housekeeping = startHousekeeping(clear, () => undefined);
  expect(clear).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(2 * HOUR_IN_MS);
  expect(clear).toHaveBeenCalledTimes(3);
  await housekeeping.stop();
  await vi.advanceTimersByTimeAsync(2 * HOUR_IN_MS);
  expect(clear).toHaveBeenCalledTimes(3);
});

test('the worker tells what failed, and clears again an hour later', async () => {
  const clear = vi.fn(async () => nothing).mockRejectedValueOnce(new Error('no database'));
  const problems: unknown[] = [];
  const housekeeping = startHousekeeping(clear, (problem) => problems.push(problem));
  await vi.advanceTimersByTimeAsync(HOUR_IN_MS);
  expect(problems).toEqual([new Error('no database')]);
  expect(clear).toHaveBeenCalledTimes(2);
  await housekeeping.stop();
});

test('the worker waits for a clearing under way before it closes the database', async () => {
  const { promise, resolve } = Promise.withResolvers<typeof nothing>();
  const housekeeping = startHousekeeping(
    () => promise,
    () => undefined,
  );
  let stopped = false;
  const stopping = housekeeping.stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(stopped).toBe(false);
  resolve(nothing);
  await stopping;
  expect(stopped).toBe(true);
});
