import { describe, expect, it } from 'vitest';
import { luhnSum, parseSiret, sirenOf } from './siret.js';

describe('a SIRET', () => {
  it.each(['00000012500013', '000 002 105 00013', ' 00000320200017 '])('accepts %j', (raw) => {
    const siret = parseSiret(raw);
    expect(siret).toEqual({ ok: true, value: raw.replaceAll(' ', '') });
  });

  it.each([
    ['a wrong check digit', '00000012500014'],
    ['two digits swapped', '00000021500013'],
    ['too short', '0000001250001'],
    ['too long', '000000125000130'],
    ['letters', '0000001250001A'],
    ['nothing', ''],
    ['digits of another script', '٠٠٠٠٠٠١٢٥٠٠٠١٣'],
  ])('refuses %s', (_, raw) => {
    expect(parseSiret(raw)).toEqual({ ok: false, refusal: 'siret-malformed' });
  });

  it('notices any single wrong digit', () => {
    const siret = '00000210500013';
    for (let index = 0; index < siret.length; index += 1)
      for (let digit = 0; digit <= 9; digit += 1) {
        const changed = siret.slice(0, index) + digit + siret.slice(index + 1);
        expect(parseSiret(changed).ok).toBe(changed === siret);
      }
  });

  it('knows that La Poste numbers its branches outside Luhn', () => {
    const branch = '35600000000010';
    expect(luhnSum(branch) % 10).not.toBe(0);
    expect(parseSiret(branch).ok).toBe(true);
    expect(parseSiret('35600000000012').ok).toBe(false);
  });

  it('begins with its SIREN', () => {
    const siret = parseSiret('00000012500013');
    expect(siret.ok && sirenOf(siret.value)).toBe('000000125');
  });
});
