import { describe, expect, it } from 'vitest';
import { Decimal } from '../amount/decimal.js';
import { isCreditNote, typeCodeLabel } from '../invoice/type-codes.js';
import { unitLabel } from '../invoice/units.js';
import {
  formatDate,
  formatInstant,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRelativeDays,
  formatSiret,
} from './format.js';

/** Intl writes narrow and unbreakable spaces; tests read plain ones. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
  it.each([
    ['1234.5', 'EUR', '1 234,50 €', '€1,234.50'],
    ['-0.1', 'EUR', '-0,10 €', '-€0.10'],
    ['100', 'USD', '100,00 $US', 'US$100.00'],
    ['12.3450', 'EUR', '12,345 €', '€12.345'],
    ['1234567890123456789.01', 'EUR', '1 234 567 890 123 456 789,01 €', '€1,234,567,890,123,456,789.01'],
    ['5', '', '5,00', '5.00'],
    ['5', 'euros', '5,00 euros', '5.00 euros'],
  ])('%s %s', (amount, currency, fr, en) => {
    expect(plain(formatMoney(amount, currency, 'fr'))).toBe(fr);
    expect(plain(formatMoney(Decimal.of(amount), currency, 'en'))).toBe(en);
  });
});

describe('numbers and rates', () => {
  it('show the decimals that count', () => {
    expect(plain(formatNumber('12345.600', 'fr'))).toBe('12 345,6');
    expect(formatNumber('0.000001', 'en')).toBe('0.000001');
    expect(plain(formatPercent('5.50', 'fr'))).toBe('5,5 %');
    expect(formatPercent('20.00', 'en')).toBe('20%');
  });
});

describe('dates', () => {
  it('are written out', () => {
    expect(formatDate('2026-03-03', 'fr')).toBe('3 mars 2026');
    expect(formatDate('2026-03-01', 'fr')).toBe('1er mars 2026');
    expect(formatDate('2026-03-03', 'en')).toBe('3 March 2026');
    expect(formatDate('bientôt', 'fr')).toBe('bientôt');
  });

  it('tell the minute in Paris', () => {
    const instant = new Date('2026-03-03T09:42:59Z');
    expect(formatInstant(instant, 'fr')).toBe('3 mars 2026 à 10 h 42');
    expect(formatInstant(instant, 'en')).toBe('3 March 2026 at 10:42');
    expect(formatInstant(new Date('2026-03-02T23:05:00Z'), 'fr')).toBe('3 mars 2026 à 0 h 05');
  });

  it('are near or far in days', () => {
    expect(formatRelativeDays('2026-03-03', '2026-03-03', 'fr')).toBe('aujourd’hui');
    expect(formatRelativeDays('2026-03-01', '2026-03-04', 'fr')).toBe('il y a 3 jours');
    expect(formatRelativeDays('2026-03-16', '2026-03-04', 'en')).toBe('in 12 days');
  });
});

describe('identifiers and codes', () => {
  it('group the digits of a SIRET and of a SIREN', () => {
    expect(formatSiret('00000210500013')).toBe('000 002 105 00013');
    expect(formatSiret('000002105')).toBe('000 002 105');
    expect(formatSiret('DE123')).toBe('DE123');
  });

  it('tell an invoice from a credit note', () => {
    expect(isCreditNote('381')).toBe(true);
    expect(isCreditNote('380')).toBe(false);
    expect(isCreditNote(undefined)).toBe(false);
    expect(typeCodeLabel('384', 'fr')).toBe('Facture rectificative');
    expect(typeCodeLabel('381', 'en')).toBe('Credit note');
    expect(typeCodeLabel('532', 'fr')).toBe('Avoir (type 532)');
    expect(typeCodeLabel('780', 'en')).toBe('Invoice (type 780)');
  });

  it('say units in words, and rare ones by their code', () => {
    expect(unitLabel('HUR', 'fr')).toBe('heure');
    expect(unitLabel('LTR', 'en')).toBe('litre');
    expect(unitLabel('XZZ', 'fr')).toBe('XZZ');
  });
});
