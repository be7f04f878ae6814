import { describe, expect, it } from 'vitest';
import { identifierTypes } from '../structure-identifier.js';
import { outsideUnionIdentifier } from './outside-union.js';
import { parseIdentifier } from './parse-identifier.js';

describe('an identifier of each type', () => {
  it.each([
    ['SIRET', '000 000 125 00013', '00000012500013'],
    ['SIRET', '35600000000010', '35600000000010'],
    ['UE_HORS_FRANCE', 'be 0428.759.497', 'BE0428759497'],
    ['UE_HORS_FRANCE', 'GR094259216', 'EL094259216'],
    ['HORS_UE', 'chHorlogerie  du Lac', undefined],
    ['HORS_UE', 'CHHorlogerie du L', 'CHHORLOGERIE DU L'],
    ['HORS_UE', 'WFPêcherie', 'WFPÊCHERIE'],
    ['RIDET', '0 123 456.001', '0123456001'],
    ['RIDET', '123456001', '123456001'],
    ['TAHITI', 'A12345-001', 'A12345001'],
    ['TAHITI', '0123450010', '0123450010'],
    ['PARTICULIER', '1 85 03 75011 Martin Paul', '1850375011MARTINPAUL'],
    ['PARTICULIER', '285032A004D’AlbertAnne-Marie', '285032A004D’ALBERTANNE-MARIE'],
    ['PARTICULIER', '7852099326Nguyễn', '7852099326NGUYỄN'],
    ['AUTRE', '  En cours   2026-17 ', 'En cours 2026-17'],
  ] as const)('%s %j is written %j', (type, raw, written) => {
    const parsed = parseIdentifier(type, raw);
    expect(parsed.ok ? parsed.value.value : undefined).toBe(written);
  });

  it.each([
    ['SIRET', '0000001250001', 'siret-length'],
    ['SIRET', '', 'siret-length'],
    ['SIRET', '00000012500014', 'siret-check-digit'],
    ['UE_HORS_FRANCE', 'FR96000000125', 'vat-country'],
    ['UE_HORS_FRANCE', 'CHE123456788', 'vat-country'],
    ['UE_HORS_FRANCE', '0428759497', 'vat-country'],
    ['UE_HORS_FRANCE', 'constructor', 'vat-country'],
    ['UE_HORS_FRANCE', 'BE042875949', 'vat-form'],
    ['UE_HORS_FRANCE', 'BE0428759498', 'vat-check-digit'],
    ['HORS_UE', 'Horlogerie', 'outside-union-country'],
    ['HORS_UE', 'CH', 'outside-union-form'],
    ['HORS_UE', 'CHHorlogerie du Lac', 'outside-union-form'],
    ['HORS_UE', 'DEUhrmacher', 'outside-union-country'],
    ['HORS_UE', 'FRHorloger', 'outside-union-country'],
    ['HORS_UE', 'NCHorloger', 'outside-union-country'],
    ['HORS_UE', 'ELHorloger', 'outside-union-country'],
    ['RIDET', '12345678', 'ridet-form'],
    ['RIDET', '12345678901', 'ridet-form'],
    ['RIDET', 'A12345001', 'ridet-form'],
    ['TAHITI', 'A1234500', 'tahiti-form'],
    ['TAHITI', 'AB2345001', 'tahiti-form'],
    ['PARTICULIER', '5850375011Martin', 'person-birth'],
    ['PARTICULIER', '1851375011Martin', 'person-birth'],
    ['PARTICULIER', '185032C011Martin', 'person-birth'],
    ['PARTICULIER', '1850375011', 'person-names'],
    ['PARTICULIER', `1850375011${'A'.repeat(71)}`, 'person-names'],
    ['AUTRE', '   ', 'other-identifier-form'],
    ['AUTRE', 'x'.repeat(81), 'other-identifier-form'],
  ] as const)('%s %j is refused: %s', (type, raw, refusal) => {
    expect(parseIdentifier(type, raw)).toEqual({ ok: false, refusal });
  });

  it.each(identifierTypes)('%s, once written, is written the same again', (type) => {
    const examples = {
      SIRET: '00000012500013',
      UE_HORS_FRANCE: 'IE6433435OA',
      HORS_UE: 'USACME INC',
      RIDET: '0123456001',
      TAHITI: 'A12345001',
      PARTICULIER: '1850375011MARTINPAUL',
      AUTRE: 'En cours 17',
    };
    const value = examples[type];
    expect(parseIdentifier(type, value)).toEqual({ ok: true, value: { type, value } });
  });

  it('is made of country and name for a firm outside the Union', () => {
    expect(outsideUnionIdentifier('CH', ' Horlogerie du  Lac Léman')).toBe('CHHORLOGERIE DU LA');
  });
});
