import { describe, expect, it } from 'vitest';
import { amountValue, epochOf, filterText, serverTime, shownOnce, textValue } from './values.js';

describe('values of Dolibarr', () => {
  it.each([
    ['2026-01-15T12:00:00Z', 'Europe/Paris', '2026-01-15 13:00:00'],
    ['2026-07-15T12:00:00Z', 'Europe/Paris', '2026-07-15 14:00:00'],
    ['2026-07-15T12:00:05Z', 'Indian/Reunion', '2026-07-15 16:00:05'],
  ])('%s on a clock in %s', (instant, zone, expected) => {
    expect(serverTime(Date.parse(instant) / 1000, zone)).toBe(expected);
  });

  it('goes back before the hour that comes twice', () => {
    const at = (text: string) => Date.parse(text) / 1000;
    const once = (text: string) => serverTime(shownOnce(at(text), 'Europe/Paris'), 'Europe/Paris');
    expect(once('2026-10-25T00:30:00Z')).toBe('2026-10-25 01:30:00');
    expect(once('2026-10-25T01:30:00Z')).toBe('2026-10-25 01:30:00');
    expect(once('2026-10-25T02:30:00Z')).toBe('2026-10-25 03:30:00');
  });

  it.each(['Europe/Paris', 'Indian/Reunion', 'America/Cayenne', 'Pacific/Noumea'])(
    'keeps a day the same day in %s',
    (zone) => {
      expect(serverTime(epochOf('2026-03-02'), zone).slice(0, 10)).toBe('2026-03-02');
    },
  );

  it('reads amounts that come as text, as numbers or not at all', () => {
    const amounts = ['120.00000000', 120, '-0.01', null, undefined].map(
      (value) => `${amountValue.parse(value)}`,
    );
    expect(amounts).toEqual(['120.00', '120.00', '-0.01', '0.00', '0.00']);
    expect(amountValue.safeParse('cent vingt').success).toBe(false);
  });

  it('lets nothing out of a filter', () => {
    expect(filterText(`F-12'(a) or (t.rowid:>:0)`)).not.toMatch(/['()]/);
  });

  it('takes what is empty for absent', () => {
    expect([null, '', undefined, 0, 'x'].map((value) => textValue.parse(value))).toEqual([
      undefined,
      undefined,
      undefined,
      '0',
      'x',
    ]);
  });
});
