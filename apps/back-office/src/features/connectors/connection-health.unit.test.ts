import { describe, expect, it } from 'vitest';
import { healthOf } from './connection-health.js';

const count = (state: 'WAITING' | 'SENDING' | 'DELIVERED' | 'REFUSED' | 'PARKED', many: number) => ({
  __typename: 'DeliveryCount' as const,
  state,
  count: many,
});

const running = { active: true, lastProblem: null };

describe('the health of a connection', () => {
  it('is that somebody paused it before anything else', () => {
    const counts = [count('WAITING', 4), count('PARKED', 3)];
    expect(healthOf({ counts, lastProblem: null, active: false })).toMatchObject({
      sentence: 'paused',
      count: 4,
    });
  });

  it('is what the system answered when that is why it is paused', () => {
    const counts = [count('WAITING', 4)];
    expect(healthOf({ counts, lastProblem: 'account refused', active: false })).toMatchObject({
      sentence: 'stopped',
      tone: 'danger',
      count: 4,
    });
  });

  it('is a system that does not answer before what is stuck', () => {
    expect(healthOf({ ...running, counts: [count('PARKED', 3)], lastProblem: 'down' }).sentence).toBe(
      'problem',
    );
  });

  it('counts refused and parked deliveries as waiting for a person', () => {
    const counts = [count('REFUSED', 1), count('PARKED', 2), count('WAITING', 9)];
    expect(healthOf({ ...running, counts })).toMatchObject({ sentence: 'stuck', count: 3 });
  });

  it('is fine when all is delivered', () => {
    expect(healthOf({ ...running, counts: [count('DELIVERED', 40)] })).toMatchObject({
      sentence: 'fine',
      tone: 'success',
    });
  });

  it('says that nothing was delivered yet', () => {
    expect(healthOf({ ...running, counts: [] }).sentence).toBe('nothing');
  });
});
