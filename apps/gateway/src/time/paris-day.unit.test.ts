import { expect, it } from 'vitest';
import { startOfDayInParis } from './paris-day.js';

it.each([
  ['2026-01-15', '2026-01-14T23:00:00.000Z'],
  ['2026-07-15', '2026-07-14T22:00:00.000Z'],
  // The night in which the hour changes still begins before the change.
  ['2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['2026-10-25', '2026-10-24T22:00:00.000Z'],
])('%s begins in Paris at %s', (day, instant) => {
  expect(startOfDayInParis(day).toISOString()).toBe(instant);
});
