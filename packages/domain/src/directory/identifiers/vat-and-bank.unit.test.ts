import { describe, expect, it } from 'vitest';
import { parseBic } from './bic.js';
import { frenchVatOf, parseFrenchVat } from './french-vat.js';
import { formatIban, maskIban, parseIban } from './iban.js';
import { parseSiren } from './siren.js';
import { parseVatIdentifier } from './vat-identifier.js';

const IBAN = 'FR7630001007941234567890185';

describe('a SIREN', () => {
  it('has nine digits, the last one by Luhn', () => {
    expect(parseSiren('000 000 125')).toEqual({ ok: true, value: '000000125' });
    expect(parseSiren('000000126')).toEqual({ ok: false, refusal: 'siren-check-digit' });
    expect(parseSiren('00000012')).toEqual({ ok: false, refusal: 'siren-length' });
  });
});

describe('a French VAT number', () => {
  it('follows from the SIREN', () => {
    const siren = parseSiren('404833048');
    expect(siren.ok && frenchVatOf(siren.value)).toBe('FR83404833048');
  });

  it.each([
    ['FR 83 404 833 048', { ok: true, value: 'FR83404833048' }],
    ['FRK7399859412', { ok: true, value: 'FRK7399859412' }],
    ['FR84404833048', { ok: false, refusal: 'french-vat-key' }],
    ['FR83404833049', { ok: false, refusal: 'french-vat-key' }],
    ['FRO3404833048', { ok: false, refusal: 'french-vat-form' }],
    ['83404833048', { ok: false, refusal: 'french-vat-form' }],
  ])('%s', (raw, expected) => {
    expect(parseFrenchVat(raw)).toEqual(expected);
  });
});

describe('a VAT number of anywhere', () => {
  it.each([
    ['fr83404833048', { ok: true, value: 'FR83404833048' }],
    ['GR094259216', { ok: true, value: 'EL094259216' }],
    ['CHE-123.456.788', { ok: true, value: 'CHE123456788' }],
    ['DE136695977', { ok: false, refusal: 'vat-check-digit' }],
    ['136695976', { ok: false, refusal: 'vat-form' }],
    ['', { ok: false, refusal: 'vat-form' }],
  ])('%s', (raw, expected) => {
    expect(parseVatIdentifier(raw)).toEqual(expected);
  });
});

describe('an IBAN', () => {
  it.each([
    IBAN,
    'DE89370400440532013000',
    'GB29NWBK60161331926819',
    'BE68539007547034',
    'MT84MALT011000012345MTLCAST001S',
    'NO9386011117947',
  ])('%s of the registry is taken', (iban) => {
    expect(parseIban(formatIban(iban).toLowerCase())).toEqual({ ok: true, value: iban });
  });

  it.each([
    ['', 'iban-country'],
    ['US7630001007941234567890185', 'iban-country'],
    ['constructor', 'iban-country'],
    [IBAN.slice(0, -1), 'iban-length'],
    [`${IBAN}0`, 'iban-length'],
    ['FRAB30001007941234567890185', 'iban-length'],
    ['FR7730001007941234567890185', 'iban-check-digits'],
  ])('%j is refused: %s', (raw, refusal) => {
    expect(parseIban(raw)).toEqual({ ok: false, refusal });
  });

  it('is refused with any single wrong digit, and with any two neighbours swapped', () => {
    for (let index = 2; index < IBAN.length; index += 1) {
      for (const digit of '0123456789') {
        const wrong = IBAN.slice(0, index) + digit + IBAN.slice(index + 1);
        expect(parseIban(wrong).ok).toBe(wrong === IBAN);
      }
      const swapped = IBAN.slice(0, index) + (IBAN[index + 1] ?? '') + IBAN[index] + IBAN.slice(index + 2);
      expect(parseIban(swapped).ok).toBe(swapped === IBAN);
    }
  });

  it('is shown in groups, and masked but for its country and end', () => {
    expect(formatIban(IBAN)).toBe('FR76 3000 1007 9412 3456 7890 185');
    expect(maskIban(IBAN)).toBe('FR•• •••• •••• •••• •••• •••0 185');
  });
});

describe('a BIC', () => {
  it.each([
    ['agrifrpp', { ok: true, value: 'AGRIFRPP' }],
    ['AGRI FR PP 878', { ok: true, value: 'AGRIFRPP878' }],
    ['AGRIFRP', { ok: false, refusal: 'bic-form' }],
    ['AGR1FRPP', { ok: false, refusal: 'bic-form' }],
    ['AGRIFRPP87', { ok: false, refusal: 'bic-form' }],
    ['AGRIQQPP', { ok: false, refusal: 'bic-country' }],
  ])('%s', (raw, expected) => {
    expect(parseBic(raw)).toEqual(expected);
  });
});
