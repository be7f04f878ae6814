import { describe, expect, it } from 'vitest';
import { displayIn } from './use-display.js';

const plainSpaces = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('writing for people', () => {
  it('writes an amount exactly, however large', () => {
    expect(plainSpaces(displayIn('fr').money('9007199254740993.10', 'EUR'))).toBe(
      '9 007 199 254 740 993,10 €',
    );
    expect(displayIn('en').money('1234.5', 'EUR')).toBe('€1,234.50');
  });

  it('writes an amount in a currency nobody knows without failing', () => {
    expect(plainSpaces(displayIn('fr').money('12', 'not a currency'))).toBe('12,00');
  });

  it('writes a calendar day without moving it across time zones', () => {
    expect(displayIn('fr').day('2026-03-01')).toBe('1 mars 2026');
    expect(displayIn('en').day('2026-03-01')).toBe('1 March 2026');
  });

  it('writes an instant by the clock of Paris', () => {
    expect(plainSpaces(displayIn('fr').instant('2026-07-01T22:30:00Z'))).toContain('2 juillet 2026');
  });

  it('tells how long ago in the largest unit that fits', () => {
    const now = new Date('2026-03-10T12:00:00Z');
    expect(displayIn('fr').ago('2026-03-07T11:00:00Z', now)).toBe('il y a 3 jours');
    expect(displayIn('en').ago('2026-03-10T11:59:40Z', now)).toBe('now');
  });

  it('writes sizes in the units of the language', () => {
    expect(plainSpaces(displayIn('fr').size(1_250_000))).toBe('1,3 Mo');
    expect(plainSpaces(displayIn('en').size(900))).toBe('900 bytes');
  });
});
