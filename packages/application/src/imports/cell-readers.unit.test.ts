import { describe, expect, test } from 'vitest';
import { cellCauseCodes, cellCauseText } from './cell-cause.js';
import {
  amount,
  currency,
  day,
  email,
  engagementNumber,
  serviceCode,
  shortText,
  supplierIdentifier,
  yesOrNo,
} from './cell-readers.js';
import type { CellReading } from './import-plan.js';

const said = (reading: CellReading<unknown>): unknown => (reading.ok ? String(reading.value) : reading.cause);

describe('what people write in cells', () => {
  test.each([
    ['1 200,50', '1200.50'],
    ['1\u202f200,5', '1200.50'],
    ['1,200.50', '1200.50'],
    ['1.200,50', '1200.50'],
    ['1200.1', '1200.10'],
    ['12,00 €', '12.00'],
    ['1,234,567', '1234567.00'],
    ['0', '0.00'],
    ['-1', 'amount-negative'],
    ['1,234', 'not-an-amount'],
    ['douze', 'not-an-amount'],
    ['1e3', 'not-an-amount'],
    ['9'.repeat(40), 'not-an-amount'],
  ])('amount %j is %s', (text, expected) => {
    expect(said(amount(text))).toBe(expected);
  });

  test.each([
    ['31/12/2026', '2026-12-31'],
    ['1.2.26', '2026-02-01'],
    ['2026-12-31', '2026-12-31'],
    ['2026-12-31T00:00:00', '2026-12-31'],
    ['31/02/2026', 'not-a-day'],
    ['12/31/2026', 'not-a-day'],
    ['46095', 'not-a-day'],
  ])('day %j is %s', (text, expected) => {
    expect(said(day(text))).toBe(expected);
  });

  test.each([
    ['Oui', 'true'],
    ['VRAI', 'true'],
    ['x', 'true'],
    ['non', 'false'],
    ['0', 'false'],
    ['peut-être', 'not-yes-or-no'],
  ])('yes or no %j is %s', (text, expected) => {
    expect(said(yesOrNo(text))).toBe(expected);
  });

  test.each([
    ['000 000 125 00013', '00000012500013'],
    ['00000012500014', 'not-a-siret'],
    ['12500013000', 'siret-zeros-lost'],
    ['BE0123456749', 'BE0123456749'],
  ])('supplier %j is %s', (text, expected) => {
    expect(said(supplierIdentifier(text))).toBe(expected);
  });

  test.each([
    ['EJ-2026/12.3', 'EJ-2026/12.3'],
    ['4,50001E+15', 'number-rounded'],
    ['4500012345678900000', 'number-rounded'],
    ['a\nb', 'number-characters'],
    ['=1+1', 'number-characters'],
    ['x'.repeat(51), 'too-long'],
  ])('engagement number %j is %s', (text, expected) => {
    expect(said(engagementNumber(text))).toBe(expected);
  });

  test.each([
    ['currency', currency('eur'), 'EUR'],
    ['a sign for it', currency('€'), 'EUR'],
    ['no currency', currency('euros'), 'not-a-currency'],
    ['no e-mail', email('voirie'), 'not-an-email'],
    ['a reserved code', serviceCode('factures_publiques'), 'service-code-reserved'],
    ['a code with signs', serviceCode('A;B'), 'service-code-characters'],
    ['hidden characters', shortText(9)('a\u0007'), 'control-character'],
    ['spaces', shortText(9)('a \n b'), 'a b'],
  ])('%s', (_, reading, expected) => {
    expect(said(reading)).toBe(expected);
  });

  test.each(cellCauseCodes)('%s is said in both languages, with what to do', (cause) => {
    const values = { maximum: '9', line: '9', total: '9' };
    for (const language of ['fr', 'en'] as const) {
      const { message, nextStep } = cellCauseText({ cause, values }, language);
      for (const sentence of [message, nextStep]) expect(sentence).toMatch(/^[A-ZÀ-Ý][^{}!…]*\.$/u);
    }
  });
});
