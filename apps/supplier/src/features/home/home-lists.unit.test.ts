import { describe, expect, it } from 'vitest';
import { daysLeft, lateOrNear, recentlyChanged } from './home-lists.js';

const clock = (elapsedDays: number, running = true) => ({
  startedOn: '2026-01-01',
  dueOn: '2026-01-31',
  days: 30,
  elapsedDays,
  running,
  late: elapsedDays > 30,
});

describe('what is late or about to be', () => {
  it('puts the latest first and leaves out what has time', () => {
    const rows = [
      { id: 'near', clock: clock(27) },
      { id: 'calm', clock: clock(3) },
      { id: 'late', clock: clock(40) },
    ];
    expect(lateOrNear(rows).map(({ id }) => id)).toEqual(['late', 'near']);
  });

  it('leaves out an invoice whose clock stands still or has not started', () => {
    expect(lateOrNear([{ clock: clock(40, false) }, { clock: null }])).toEqual([]);
    expect(daysLeft({ clock: clock(33) })).toBe(-3);
  });
});

describe('what changed lately', () => {
  const now = new Date('2026-03-31T12:00:00Z');

  it('puts the latest change first', () => {
    const rows = [
      { id: 'older', status: 'BOOKED' as const, statusSince: '2026-03-20T10:00:00Z' },
      { id: 'newer', status: 'IN_PAYMENT' as const, statusSince: '2026-03-30T10:00:00Z' },
    ];
    expect(recentlyChanged(rows, now).map(({ id }) => id)).toEqual(['newer', 'older']);
  });

  it('leaves out deposits and what is older than a month', () => {
    const rows = [
      { status: 'DEPOSITED' as const, statusSince: '2026-03-30T10:00:00Z' },
      { status: 'IN_PAYMENT' as const, statusSince: '2026-01-30T10:00:00Z' },
    ];
    expect(recentlyChanged(rows, now)).toEqual([]);
  });
});
