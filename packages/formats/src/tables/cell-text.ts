import type { NumberKind } from './number-formats.js';

/** The number of a cell, as the file holds it, in the words of a table: plain decimals, days as `2026-03-14`. */
export const numberText = (raw: string, kind: NumberKind, from1904: boolean): string => {
  const text = raw.trim();
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) return text;
  if (kind.kind === 'day') return dayText(value, from1904) ?? plainDecimal(text, value);
  const decimal = plainDecimal(text, value);
  return kind.kind === 'padded' && /^\d+$/.test(decimal) ? decimal.padStart(kind.digits, '0') : decimal;
};

/** Spreadsheets keep 15 digits: what stands beyond is the noise of binary fractions. */
const plainDecimal = (text: string, value: number): string => {
  if (/^-?\d+$/.test(text)) return text;
  const [digits = '0', exponent = '0'] = value.toExponential(14).split('e');
  const sign = digits.startsWith('-') ? '-' : '';
  const figures = digits.replaceAll(/[-.]/g, '');
  const point = Number(exponent) + 1;
  if (Math.abs(point) > 40) return text;
  const whole = point > 0 ? figures.slice(0, point).padEnd(point, '0') : '0';
  const fraction = (point > 0 ? figures.slice(point) : '0'.repeat(-point) + figures).replace(/0+$/, '');
  return sign + whole + (fraction === '' ? '' : `.${fraction}`);
};

const dayMilliseconds = 86_400_000;
/** 9999-12-31, the last day spreadsheets know. */
const lastDay = 2_958_465;

const dayText = (value: number, from1904: boolean): string | undefined => {
  const count = Math.floor(value) + (from1904 ? 1_462 : 0);
  if (count < 1 || count > lastDay) return undefined;
  // Excel believes that 1900 was a leap year: its day 60 never was, the days before it are one too late.
  const days = count < 60 ? count + 1 : count;
  return new Date(Date.UTC(1899, 11, 30) + days * dayMilliseconds).toISOString().slice(0, 10);
};
