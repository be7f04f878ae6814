import { expect, test, vi } from 'vitest';
import { newId } from './new-id.js';

test('identifiers are UUIDs of version 7', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('identifiers sort by the time of their making', () => {
  const clock = vi.spyOn(Date, 'now');
  const made = [1_000, 1_001, 2_000_000_000_000].map((at) => {
    clock.mockReturnValue(at);
    return newId();
  });
  expect([...made].sort()).toEqual(made);
  expect(made[0]?.slice(0, 13)).toBe('00000000-03e8');
});
