import { describe, expect, it } from 'vitest';
import { Decimal } from './decimal.js';

/** Repeatable random numbers (mulberry32): a failing case fails again. */
const randomFrom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

const random = randomFrom(20260302);

/** The units and scale beside the decimal, so that the expected value is computed apart. */
const anyDecimal = () => {
  const units = BigInt(Math.floor((random() - 0.5) * 2 ** 40));
  const scale = Math.floor(random() * 6);
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const text = `${units < 0n ? '-' : ''}${digits.slice(0, digits.length - scale)}.${digits.slice(digits.length - scale)}`;
  return { units: units * 10n ** BigInt(6 - scale), decimal: Decimal.of(text) };
};

const millionths = (decimal: Decimal): bigint => {
  const [whole = '', fraction = ''] = decimal.toString().replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(6, '0'));
  return decimal.isNegative() ? -units : units;
};

const cases = Array.from({ length: 2000 }, () => ({ a: anyDecimal(), b: anyDecimal() }));

describe('reading a decimal', () => {
  it.each([
    ['12.340', '12.340', 3],
    ['.5', '0.5', 1],
    ['999999999999999', '999999999999999', 0],
    ['9999999999999999', '9999999999999999', 0],
    ['12345678901234.', '12345678901234', 0],
    ['.99999999999999', '0.99999999999999', 14],
    ['0.999999999999999', '0.999999999999999', 15],
    ['000.000', '0.000', 3],
    ['5.', '5', 0],
    ['+7', '7', 0],
    ['-0.00', '0.00', 2],
    [' \t12.5\n', '12.5', 1],
    ['-123456789012345678901234567890.01', '-123456789012345678901234567890.01', 2],
  ])('reads %j', (text, written, scale) => {
    const decimal = Decimal.parse(text);
    expect(decimal?.toString()).toBe(written);
    expect(decimal?.scale).toBe(scale);
  });

  it.each([
    '',
    ' ',
    '.',
    '-',
    '1,5',
    '1e3',
    '1 000',
    '0x10',
    'NaN',
    '--1',
    '1.2.3',
    '١',
    '12\u00A0',
    '\u202F12',
  ])('refuses %j', (text) => {
    expect(Decimal.parse(text)).toBeUndefined();
  });

  it('fails at once on a bug of ours', () => {
    expect(() => Decimal.of('dix')).toThrow(TypeError);
  });
});

describe('arithmetic', () => {
  it('adds and subtracts exactly', () => {
    for (const { a, b } of cases) {
      expect(millionths(a.decimal.plus(b.decimal))).toBe(a.units + b.units);
      expect(millionths(a.decimal.minus(b.decimal))).toBe(a.units - b.units);
    }
    expect(Decimal.of('0.1').plus(Decimal.of('0.2')).toString()).toBe('0.3');
  });

  it('multiplies and divides back', () => {
    for (const { a, b } of cases) {
      if (b.decimal.isZero()) continue;
      const product = a.decimal.times(b.decimal);
      expect(product.dividedBy(b.decimal, a.decimal.scale).equals(a.decimal)).toBe(true);
    }
  });

  it('rounds to the nearest, halves up', () => {
    for (const { a } of cases) {
      const rounded = a.decimal.rounded(2);
      const difference = millionths(rounded) - a.units;
      expect(difference > -5000n && difference <= 5000n).toBe(true);
      expect(rounded.scale).toBe(2);
    }
  });

  it.each([
    ['0.125', '0.13'],
    ['-0.125', '-0.12'],
    ['-0.126', '-0.13'],
    ['2.5', '2.50'],
    ['-1.005', '-1.00'],
  ])('rounds %s to %s', (text, expected) => {
    expect(Decimal.of(text).rounded().toString()).toBe(expected);
  });

  it('divides with halves up, and never by zero', () => {
    expect(Decimal.of('1').dividedBy(Decimal.of('8'), 2).toString()).toBe('0.13');
    expect(Decimal.of('-1').dividedBy(Decimal.of('8'), 2).toString()).toBe('-0.12');
    expect(Decimal.of('1').dividedBy(Decimal.of('-8'), 2).toString()).toBe('-0.12');
    expect(Decimal.of('100').dividedBy(Decimal.of('0.3'), 3).toString()).toBe('333.333');
    expect(() => Decimal.of('1').dividedBy(Decimal.of('0.00'), 2)).toThrow(RangeError);
  });

  it('sums in any order to the same value', () => {
    const decimals = cases.map(({ a }) => a.decimal);
    expect(Decimal.sum(decimals).equals(Decimal.sum(decimals.toReversed()))).toBe(true);
    expect(Decimal.sum([]).isZero()).toBe(true);
  });
});

/** Around the last integer that a double holds exactly, and far beyond it. */
const anyLength = () => {
  const digits = Array.from({ length: 1 + Math.floor(random() * 24) }, () => Math.floor(random() * 10));
  const near = BigInt(Number.MAX_SAFE_INTEGER) + BigInt(Math.floor(random() * 7) - 3);
  const size = random() < 0.3 ? near : BigInt(digits.join(''));
  const units = random() < 0.5 ? -size : size;
  const scale = Math.floor(random() * 20);
  return { units, scale, decimal: decimalOf(units, scale) };
};

const decimalOf = (units: bigint, scale: number): Decimal => {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const at = digits.length - scale;
  return Decimal.of(`${units < 0n ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at)}`);
};

const floor = (numerator: bigint, denominator: bigint): bigint => {
  const rest = ((numerator % denominator) + denominator) % denominator;
  return (numerator - rest) / denominator;
};

describe('arithmetic of any length', () => {
  const pairs = Array.from({ length: 5000 }, () => ({ a: anyLength(), b: anyLength() }));
  const up = (units: bigint, scale: number, wanted: number): bigint => units * 10n ** BigInt(wanted - scale);

  it.each([
    ['adds', (a: Decimal, b: Decimal) => a.plus(b), (a: bigint, b: bigint) => a + b],
    ['subtracts', (a: Decimal, b: Decimal) => a.minus(b), (a: bigint, b: bigint) => a - b],
  ])('%s as integers do', (_, ours, theirs) => {
    for (const { a, b } of pairs) {
      const scale = Math.max(a.scale, b.scale);
      const expected = theirs(up(a.units, a.scale, scale), up(b.units, b.scale, scale));
      expect(ours(a.decimal, b.decimal)).toStrictEqual(decimalOf(expected, scale));
    }
  });

  it('multiplies as integers do', () => {
    for (const { a, b } of pairs)
      expect(a.decimal.times(b.decimal)).toStrictEqual(decimalOf(a.units * b.units, a.scale + b.scale));
  });

  it('rounds and divides as integers do, halves up', () => {
    for (const { a, b } of pairs) {
      const half = (units: bigint, by: bigint): bigint => floor(2n * units + by, 2n * by);
      const rounded = a.scale <= 2 ? up(a.units, a.scale, 2) : half(a.units, 10n ** BigInt(a.scale - 2));
      expect(a.decimal.rounded()).toStrictEqual(decimalOf(rounded, 2));
      if (b.units === 0n) continue;
      const sign = b.units < 0n ? -1n : 1n;
      const [dividend, divisor] = [sign * a.units * 10n ** BigInt(b.scale + 2), sign * b.units];
      const quotient = half(dividend, divisor * 10n ** BigInt(a.scale));
      expect(a.decimal.dividedBy(b.decimal, 2)).toStrictEqual(decimalOf(quotient, 2));
    }
  });

  it('compares, negates and measures as integers do', () => {
    for (const { a, b } of pairs) {
      const scale = Math.max(a.scale, b.scale);
      const [left, right] = [up(a.units, a.scale, scale), up(b.units, b.scale, scale)];
      expect(a.decimal.compare(b.decimal)).toBe(left === right ? 0 : left < right ? -1 : 1);
      expect(a.decimal.negated()).toStrictEqual(decimalOf(-a.units, a.scale));
      const length = (a.units < 0n ? 1 : 0) + (a.units < 0n ? -a.units : a.units).toString().length;
      expect(a.decimal.fits(19, 19)).toBe(a.scale < 19 && length <= 19);
    }
  });

  it('has no zero but one', () => {
    const zero = decimalOf(0n, 2);
    const none = [
      Decimal.of('-0.00'),
      Decimal.of('-1').times(zero).rounded(),
      zero.negated(),
      zero.minus(zero),
    ];
    for (const nothing of none) expect(nothing).toStrictEqual(zero);
  });
});

describe('comparing', () => {
  it('goes by value, whatever the decimals written', () => {
    expect(Decimal.of('20').equals(Decimal.of('20.000'))).toBe(true);
    expect(Decimal.of('-0').equals(Decimal.zero)).toBe(true);
    for (const { a, b } of cases) {
      const expected = a.units === b.units ? 0 : a.units < b.units ? -1 : 1;
      expect(a.decimal.compare(b.decimal)).toBe(expected);
    }
  });

  it('has one normal form for one value', () => {
    expect(Decimal.of('20.00').normalized().toString()).toBe('20');
    expect(Decimal.of('200').normalized().toString()).toBe('200');
    expect(Decimal.of('0.00').normalized().toString()).toBe('0');
    expect(Decimal.of('-1.50').normalized().toString()).toBe('-1.5');
    for (const { a } of cases) expect(a.decimal.normalized().equals(a.decimal)).toBe(true);
  });

  it('travels as text', () => {
    expect(JSON.stringify({ amount: Decimal.of('19.90') })).toBe('{"amount":"19.90"}');
    for (const { a } of cases) expect(Decimal.of(a.decimal.toString()).toString()).toBe(a.decimal.toString());
  });

  // Were each run of spaces tried from each of its spaces, this would take an hour.
  it('is read once, however many spaces stand around what is none', () => {
    expect(Decimal.parse(`${' '.repeat(1_000_000)}x`)).toBeUndefined();
    expect(Decimal.parse(`${' '.repeat(20)} 1.50 \n`)?.toString()).toBe('1.50');
    expect(Decimal.parse(' '.repeat(20))).toBeUndefined();
  });
});
