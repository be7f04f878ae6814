import { expect, it } from 'vitest';
import { receivesAt } from './receives-at.js';

const day = '2026-03-02';

it.each([
  ['without limits', { active: true }, true],
  ['on its first day', { active: true, validFrom: day }, true],
  ['on its last day', { active: true, validUntil: day }, true],
  ['before its first day', { active: true, validFrom: '2026-03-03' }, false],
  ['after its last day', { active: true, validUntil: '2026-03-01' }, false],
  ['closed by its people', { active: false, validFrom: '2026-01-01' }, false],
])('a receiver %s', (_, receiver, expected) => {
  expect(receivesAt(receiver, day)).toBe(expected);
});
