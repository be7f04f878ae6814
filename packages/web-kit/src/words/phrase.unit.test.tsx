import { describe, expect, it } from 'vitest';
import { phrase } from './phrase.js';

const texts = {
  waits: '{{name}} attend depuis {{day}} jours',
  late_one: '{{count}} facture en retard',
  late_other: '{{count}} factures en retard',
  seen: 'vue {{count}} fois',
};

describe('a text with its values', () => {
  it('has each value in its place', () => {
    expect(phrase(texts, 'fr', 'waits', { name: 'Valmont', day: 3 })).toBe('Valmont attend depuis 3 jours');
  });

  it('counts nought as one in French, as many in English', () => {
    expect(phrase(texts, 'fr', 'late', { count: 0 })).toBe('0 facture en retard');
    expect(phrase(texts, 'en', 'late', { count: 0 })).toBe('0 factures en retard');
  });

  it('is plural from two in French, and for a million too', () => {
    expect(phrase(texts, 'fr', 'late', { count: 1 })).toBe('1 facture en retard');
    expect(phrase(texts, 'fr', 'late', { count: 2 })).toBe('2 factures en retard');
    expect(phrase(texts, 'fr', 'late', { count: 1_000_000 })).toBe('1\u202f000\u202f000 factures en retard');
    expect(phrase(texts, 'en', 'late', { count: 20_001 })).toBe('20,001 factures en retard');
  });

  it('groups numbers by thousands, and leaves texts that are digits', () => {
    expect(phrase(texts, 'fr', 'waits', { name: '2026', day: 1500 })).toBe(
      '2026 attend depuis 1\u202f500 jours',
    );
  });

  it('may name a count without changing with it', () => {
    expect(phrase(texts, 'fr', 'seen', { count: 2 })).toBe('vue 2 fois');
  });

  it('takes a value as it is, whatever it looks like', () => {
    expect(phrase(texts, 'fr', 'waits', { name: '{{day}} $& <b>', day: 1 })).toBe(
      '{{day}} $& <b> attend depuis 1 jours',
    );
  });
});
