import { describe, expect, it } from 'vitest';
import { formatDate, formatExact, formatRelative } from './format-date.js';

const paris = 'Europe/Paris';
const now = new Date('2026-03-03T09:42:00Z');
const relative = (value: Date | string) => formatRelative(value, now, 'fr-FR', paris);

describe('dates as people read them', () => {
  it('keeps a calendar day the day it is, whatever the zone', () => {
    expect(formatDate('2026-03-03', 'fr-FR', 'Pacific/Tahiti')).toBe('3 mars 2026');
  });

  it('tells an instant in the zone of the law', () => {
    expect(formatExact('2026-03-03T23:30:00Z', 'en-GB', paris)).toContain('4 March 2026');
  });

  it('counts calendar days, not spans of 24 hours', () => {
    expect(relative('2026-03-02T22:50:00Z')).toBe('hier');
    expect(relative('2026-03-02T23:10:00Z')).toBe('il y a 11 heures');
  });

  it('counts minutes within the hour', () => {
    expect(relative('2026-03-03T09:22:00Z')).toBe('il y a 20 minutes');
  });

  it('gives the date itself beyond thirty days', () => {
    expect(relative('2026-01-03')).toBe('3 janvier 2026');
  });
});
