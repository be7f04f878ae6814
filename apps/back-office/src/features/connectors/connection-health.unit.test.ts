import { describe, expect, it } from 'vitest';
import { healthOf } from './connection-health.js';

const count = (state: 'WAITING' | 'SENDING' | 'DELIVERED' | 'REFUSED' | 'PARKED', many: number) => ({
  __typename: 'DeliveryCount' as const,
  state,
  count: many,
});

describe('the health of a connection', () => {
  it('is a system that does not answer before anything else', () => {
    const counts = [count('PARKED', 3)];
    expect(healthOf({ counts, lastProblem: 'down' }).sentence).toBe('problem');
  });

  it('counts refused and parked deliveries as waiting for a person', () => {
    const counts = [count('REFUSED', 1), count('PARKED', 2), count('WAITING', 9)];
    expect(healthOf({ counts, lastProblem: null })).toMatchObject({ sentence: 'stuck', count: 3 });
  });

  it('is fine when all is delivered', () => {
    expect(healthOf({ counts: [count('DELIVERED', 40)], lastProblem: null })).toMatchObject({
      sentence: 'fine',
      tone: 'success',
    });
  });
});
