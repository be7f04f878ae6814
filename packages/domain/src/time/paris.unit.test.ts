import { describe, expect, it } from 'vitest';
import { addDays, calendarDay, daysBetween, endOfDay, lastDay, startOfDay } from './paris.js';

describe('days in Paris', () => {
  it('begins at midnight in Paris, in winter and in summer', () => {
    expect(calendarDay(new Date('2026-01-14T22:59:59Z'))).toBe('2026-01-14');
    expect(calendarDay(new Date('2026-01-14T23:00:00Z'))).toBe('2026-01-15');
    expect(calendarDay(new Date('2026-07-14T21:59:59Z'))).toBe('2026-07-14');
    expect(calendarDay(new Date('2026-07-14T22:00:00Z'))).toBe('2026-07-15');
  });

  it('adds days over months, leap years and changes of hour', () => {
    expect(addDays('2026-03-02', 30)).toBe('2026-04-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('counts back the days it adds', () => {
    for (let days = -400; days <= 400; days += 7)
      expect(daysBetween('2026-03-02', addDays('2026-03-02', days))).toBe(days);
  });

  it.each([
    ['2026-01-15', '2026-01-14T23:00:00.000Z'],
    ['2026-07-15', '2026-07-14T22:00:00.000Z'],
    // The night in which the hour changes still begins before the change.
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
  ])('begins %s at %s', (day, instant) => {
    expect(startOfDay(day).toISOString()).toBe(instant);
  });

  it('names the last day that counts, in winter, in summer and when the hour changes', () => {
    expect(endOfDay('2026-12-31')).toEqual(new Date('2026-12-31T23:00:00Z'));
    for (const day of ['2026-12-31', '2026-07-14', '2026-03-28', '2026-03-29', '2026-10-25'])
      expect(lastDay(endOfDay(day))).toBe(day);
    expect(lastDay(new Date('2026-03-03T08:00:00Z'))).toBe('2026-03-03');
  });

  it('refuses what is no day', () => {
    expect(() => addDays('02/03/2026', 1)).toThrow(TypeError);
  });
});
