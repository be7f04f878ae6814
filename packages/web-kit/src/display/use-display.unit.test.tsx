import { describe, expect, it } from 'vitest';
import { displayIn } from './use-display.js';

const plainSpaces = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('writing for people', () => {
  it('writes an amount exactly, however large', () => {
    expect(plainSpaces(displayIn('fr').money('9007199254740993.10', 'EUR'))).toBe(
      '9 007 199 254 740 993,10 €',
    );
  });

  it('writes an instant by the clock of Paris', () => {
    expect(plainSpaces(displayIn('fr').instant('2026-07-01T22:30:00Z'))).toBe('2 juillet 2026 à 0 h 30');
  });

  it('tells how long ago', () => {
    const now = new Date('2026-03-10T12:00:00Z');
    expect(displayIn('fr').ago('2026-03-07T11:00:00Z', now)).toBe('il y a 3 jours');
  });

  it('sets a space before a colon in French alone', () => {
    expect(displayIn('fr').labelled('Factures', 'consulter')).toBe('Factures\u00a0: consulter');
    expect(displayIn('en').labelled('Invoices', 'read')).toBe('Invoices: read');
  });

  it('writes sizes in the units of the language', () => {
    expect(plainSpaces(displayIn('fr').size(1_260_000))).toBe('1,3 Mo');
    expect(plainSpaces(displayIn('en').size(2_000_000))).toBe('2 MB');
    expect(plainSpaces(displayIn('en').size(900))).toBe('900 bytes');
  });
});
