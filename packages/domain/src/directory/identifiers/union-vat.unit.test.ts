import { describe, expect, it } from 'vitest';
import { parseUnionVat } from './union-vat.js';
import { unionVatRules } from './union-vat-rules.js';

const isTaken = (number: string): boolean => parseUnionVat(number).ok;

/** Numbers that tax offices, registers and textbooks publish as examples. */
const published = [
  'ATU13585627',
  'BE0428759497',
  'BE0123456749',
  'BG175074752',
  'BG7523169263',
  'CY10259033P',
  'CZ25123891',
  'CZ640903926',
  'DE136695976',
  'DK13585628',
  'EE100931558',
  'EL094259216',
  'ES54362315K',
  'ESX2482300W',
  'ESJ99216582',
  'ESA13585625',
  'FI20774740',
  'HR33392005961',
  'HU12892312',
  'IE6433435F',
  'IE6433435OA',
  'IE8D79739I',
  'IT00743110157',
  'LT119511515',
  'LT100001919017',
  'LU15027442',
  'LV40003521600',
  'LV16117519997',
  'MT11679112',
  'NL004495445B01',
  'NL123456789B13',
  'PL8567346215',
  'PT501964843',
  'RO18547290',
  'SE123456789701',
  'SI50223054',
  'SK2022749619',
  'XI980780684',
  'XIGD001',
  'XIHA500',
];

const membersBesideFrance =
  'AT BE BG CY CZ DE DK EE EL ES FI HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** Every number that differs from this one in a single digit. */
const withOneWrongDigit = (number: string): string[] =>
  [...number].flatMap((sign, index) =>
    index < 2 || !/\d/.test(sign)
      ? []
      : [...'0123456789']
          .filter((digit) => digit !== sign)
          .map((digit) => number.slice(0, index) + digit + number.slice(index + 1)),
  );

/** Every number in which two different digits side by side changed places. */
const withTwoSwapped = (number: string): string[] =>
  [...number].flatMap((sign, index) => {
    const next = number[index + 1] ?? '';
    return index < 2 || !/\d/.test(sign) || !/\d/.test(next) || sign === next
      ? []
      : [number.slice(0, index) + next + sign + number.slice(index + 2)];
  });

describe('a VAT number of the Union', () => {
  it.each(published)('%s is taken', (number) => {
    expect(parseUnionVat(number)).toEqual({ ok: true, value: number });
  });

  it('has a rule, an example and a check for each country', () => {
    expect(Object.keys(unionVatRules).toSorted()).toEqual([...membersBesideFrance, 'XI'].toSorted());
    for (const [prefix, { check, example }] of Object.entries(unionVatRules)) {
      expect(example.slice(0, 2)).toBe(prefix);
      expect(isTaken(example)).toBe(true);
      expect(check).toBeDefined();
    }
  });

  it.each([
    'BE0428759497',
    'DE136695976',
    'DK13585628',
    'EE100931558',
    'FI20774740',
    'HR33392005961',
    'HU12892312',
    'IE6433435F',
    'IT00743110157',
    'LU15027442',
    'MT11679112',
    'PL8567346215',
    'SI50223054',
    'ATU13585627',
    'ES54362315K',
    'ESA13585625',
  ])('%s is refused with any single wrong digit', (number) => {
    expect(withOneWrongDigit(number).filter(isTaken)).toEqual([]);
  });

  it('of Slovakia is refused with any single wrong digit', () => {
    expect(withOneWrongDigit('SK2022749619').filter(isTaken)).toEqual([]);
  });

  // In Sweden the last two digits number the firms of one person: nothing checks them.
  it('of Sweden is refused with a single wrong digit among the first ten', () => {
    const number = 'SE123456789701';
    const checked = withOneWrongDigit(number).filter((wrong) => wrong.endsWith('01'));
    expect(checked).toHaveLength(90);
    expect(checked.filter(isTaken)).toEqual([]);
  });

  it.each(['BE0428759497', 'DK13585628', 'FI20774740', 'IE6433435F', 'LU15027442', 'SK2022749619'])(
    '%s is refused with two neighbours swapped',
    (number) => {
      expect(withTwoSwapped(number).filter(isTaken)).toEqual([]);
    },
  );

  it.each([
    ['AT', ['AT13585627', 'ATU1358562']],
    ['BE', ['BE2428759497', 'BE428759497']],
    ['BG', ['BG17507475', 'BG175074753', 'BG7523169264']],
    ['CY', ['CY10259033Q', 'CY12259033P', 'CY102590331']],
    ['CZ', ['CZ25123890', 'CZ95123891', 'CZ2512389']],
    ['DE', ['DE036695976', 'DE13669597']],
    ['EL', ['EL094259215', 'EL94259216']],
    ['ES', ['ES54362315Z', 'ESX2482300A', 'ESJ99216583', 'ESI1358562A', 'ESK0867756L']],
    ['IE', ['IE6433435E', 'IE6433435OB', 'IE8D79739J', 'IE64334351']],
    ['LT', ['LT100001919018', 'LT119511525', 'LT11951151']],
    ['LV', ['LV40003521601', 'LV4000352160']],
    ['NL', ['NL004495446B01', 'NL004495445', 'NL004495445A01', 'NL123456789B12']],
    ['PT', ['PT501964842', 'PT001964843']],
    ['RO', ['RO18547291', 'RO1', 'RO01854729']],
    ['SK', ['SK2052749619', 'SK0022749619']],
    ['XI', ['XI980780683', 'XIGD500', 'XIHA499', 'XI98078068']],
  ])('of %s is refused when its form or check is wrong', (_, wrong) => {
    expect(wrong.filter(isTaken)).toEqual([]);
  });
});
