import { describe, expect, it } from 'vitest';
import { nextAttemptIs } from './next-attempt.js';

const now = new Date('2026-03-02T12:00:00Z');

describe('the next try of a delivery', () => {
  it('is never told as something that has just happened', () => {
    expect(nextAttemptIs('2026-03-02T11:59:00Z', now)).toBe('due');
    expect(nextAttemptIs('2026-03-02T12:00:20Z', now)).toBe('soon');
    expect(nextAttemptIs('2026-03-02T12:01:00Z', now)).toBe('later');
  });
});
