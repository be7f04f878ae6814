import { expect, test } from 'vitest';
import { MAXIMUM_ATTEMPTS, retryDelaySeconds } from './retry-policy.js';

const never = () => 0;
const always = () => 0.999;

test('waits 1 s, 5 s, 30 s, 2 min, 10 min, 1 h, and 1 h from then on', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 50].map((attempts) => retryDelaySeconds(attempts, never));
  expect(waits).toEqual([1, 5, 30, 120, 600, 3600, 3600, 3600]);
});

test('adds up to a fifth, so that what failed together does not come back together', () => {
  expect(retryDelaySeconds(4, always)).toBe(144);
});

test('waits at least as long as it is asked to, and never longer than about a day', () => {
  expect(retryDelaySeconds(1, never, 90)).toBe(90);
  expect(retryDelaySeconds(4, never, 90)).toBe(120);
  expect(retryDelaySeconds(1, never, 10_000_000)).toBe(86_400);
});

test('tries for three days', () => {
  const waits = Array.from({ length: MAXIMUM_ATTEMPTS }, (_, index) => retryDelaySeconds(index + 1, never));
  const days = waits.reduce((total, wait) => total + wait, 0) / 86_400;
  expect(days).toBeGreaterThanOrEqual(3);
  expect(days).toBeLessThan(3.1);
});
