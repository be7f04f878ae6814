import { Decimal } from '@parvis/domain/amount/decimal';
import { Kind } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CalendarDate, DateTimeIso, DecimalScalar } from './scalars.js';

describe('the scalars', () => {
  it('carry decimals as they are written, never as floats', () => {
    expect(DecimalScalar.serialize(Decimal.of('0.10'))).toBe('0.10');
    const literal = { kind: Kind.FLOAT, value: '12.340' } as const;
    expect(String(DecimalScalar.parseLiteral(literal))).toBe('12.340');
    expect(() => DecimalScalar.parseValue('1e3')).toThrow(/not a decimal/);
  });

  it('know the days of the calendar', () => {
    expect(CalendarDate.parseValue('2028-02-29')).toBe('2028-02-29');
    expect(() => CalendarDate.parseValue('2026-02-29')).toThrow(/not a day/);
    expect(() => CalendarDate.parseValue('02/03/2026')).toThrow(/not a day/);
  });

  it('take instants only with their zone', () => {
    expect(DateTimeIso.parseValue('2026-03-03T10:42:00+01:00')).toEqual(new Date('2026-03-03T09:42:00Z'));
    expect(() => DateTimeIso.parseValue('2026-03-03T10:42:00')).toThrow(/not an instant/);
  });
});
