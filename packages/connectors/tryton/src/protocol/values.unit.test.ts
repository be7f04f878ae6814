import { describe, expect, it } from 'vitest';
import { dayIn, startOfDay } from './values.js';

describe('a day in Tryton', () => {
  it.each([
    ['2026-11-22', 'Europe/Paris', '2026-11-21T23:00:00.000000'],
    ['2026-07-01', 'Europe/Paris', '2026-06-30T22:00:00.000000'],
    ['2026-07-01', 'Indian/Reunion', '2026-06-30T20:00:00.000000'],
    ['2026-07-01', 'America/Martinique', '2026-07-01T04:00:00.000000'],
    ['2026-07-01', 'UTC', '2026-07-01T00:00:00.000000'],
  ])('%s in %s begins at %s', (day, timeZone, start) => {
    expect(startOfDay(day, timeZone)).toBe(start);
  });

  it('is the one of the place, not of Greenwich', () => {
    const instant = new Date('2026-11-21T23:30:00Z');
    expect(dayIn(instant, 'Europe/Paris')).toBe('2026-11-22');
    expect(dayIn(instant, 'America/Cayenne')).toBe('2026-11-21');
  });
});
