import { describe, expect, it } from 'vitest';
import { daysSince, expectedPayment } from './where-it-is.js';

const clock = {
  startedOn: '2026-03-01',
  dueOn: '2026-04-20',
  days: 50,
  elapsedDays: 12,
  running: true,
  late: false,
};

describe('where an invoice is', () => {
  it('counts days by the calendar of Paris', () => {
    expect(daysSince('2026-07-01T22:30:00Z', new Date('2026-07-02T08:00:00Z'))).toBe(0);
    expect(daysSince('2026-07-01T21:30:00Z', new Date('2026-07-02T08:00:00Z'))).toBe(1);
  });

  it('counts no day when a clock runs ahead', () => {
    expect(daysSince('2026-07-04T10:00:00Z', new Date('2026-07-02T08:00:00Z'))).toBe(0);
  });

  it('expects payment by the end of the legal term', () => {
    expect(expectedPayment({ status: 'MADE_AVAILABLE', clock })).toEqual({
      kind: 'payBy',
      day: '2026-04-20',
    });
  });

  it('says so when that day has gone by', () => {
    expect(expectedPayment({ status: 'BOOKED', clock: { ...clock, late: true } })?.kind).toBe('payLate');
  });

  it('expects nothing while the clock stands still, nor once the payment has started', () => {
    expect(expectedPayment({ status: 'SUSPENDED', clock: { ...clock, running: false } })).toBeUndefined();
    expect(expectedPayment({ status: 'IN_PAYMENT', clock })).toBeUndefined();
    expect(expectedPayment({ status: 'DEPOSITED', clock: null })).toBeUndefined();
  });
});
