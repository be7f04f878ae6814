import { Decimal } from '@parvis/domain/amount/decimal';
import { limits } from '../reading/limits.js';
import type { ReadFaultId } from '../reading/read-fault.js';
import { attributeOf, type CapturedElement } from '../xml/captured-element.js';
import { trimmed } from '../xml/white-space.js';
import type { ValueKind } from './business-terms.js';

/** A text that is no value of its kind. */
export class Unreadable {
  constructor(
    readonly fault: ReadFaultId,
    readonly found: string,
  ) {}
}

/** Turns the text of an element into a value of its kind, or says what is wrong with it. */
export const readValue = (
  kind: ValueKind,
  raw: string,
  element: CapturedElement,
): string | Decimal | Unreadable => {
  switch (kind) {
    case 'text':
    case 'prose':
      return trimmed(raw);
    case 'base64':
      return raw.replaceAll(/[\s]+/g, '');
    case 'decimal':
      return readDecimal(trimmed(raw));
    case 'date':
      return readDate(trimmed(raw), element);
  }
};

const readDecimal = (text: string): Decimal | Unreadable =>
  (text.length <= limits.numberLength ? Decimal.parse(text) : undefined) ??
  new Unreadable('PV-READ-NUMBER', shortened(text));

/** UBL writes `2026-09-01`, a time zone allowed after it; CII writes `20260901` and says format 102. */
const readDate = (text: string, element: CapturedElement): string | Unreadable => {
  const match = isCiiDate(element)
    ? saysFormat102(element) && /^(\d{4})(\d{2})(\d{2})$/.exec(text)
    : /^(\d{4})-(\d{2})-(\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(text);
  const [, year = '', month = '', day = ''] = match || [];
  return match && isRealDay(Number(year), Number(month), Number(day))
    ? `${year}-${month}-${day}`
    : new Unreadable('PV-READ-DATE', shortened(text));
};

const isCiiDate = ({ schema }: CapturedElement): boolean => !schema.name.startsWith('cbc:');
const saysFormat102 = (element: CapturedElement): boolean => attributeOf(element, 'format') === '102';

/**
 * The text of a term where the rules of the official artefacts can tell it from its value: with white space around it,
 * unreadable, or a number in another form than the usual (`+5`, `.5`, `-0.00`). A date of CII in another format than 102 is none: `undefined` where it cannot be read.
 */
export const writtenText = (
  kind: ValueKind,
  raw: string,
  value: string | Decimal | Unreadable,
  element: CapturedElement,
): string | undefined => {
  if (kind === 'prose' || kind === 'base64') return undefined;
  if (kind === 'date') return writtenDate(raw, value, element);
  if (value instanceof Unreadable) return raw;
  if (value instanceof Decimal) return isUsual(raw) || value.toString() === raw ? undefined : raw;
  return value.length === raw.length ? undefined : raw;
};

/** Digits at both ends and no zero that says nothing in front: as a decimal is written again. */
const isUsual = (number: string): boolean => {
  const first = number.charCodeAt(0);
  const last = number.charCodeAt(number.length - 1);
  return first > zero && first <= nine && last >= zero && last <= nine;
};

const zero = 0x30;
const nine = 0x39;

const writtenDate = (
  raw: string,
  value: string | Decimal | Unreadable,
  element: CapturedElement,
): string | undefined => {
  if (isCiiDate(element) && !saysFormat102(element)) return undefined;
  const usual = isCiiDate(element) ? 8 : 10;
  return value instanceof Unreadable || raw.length !== usual ? raw : undefined;
};

const isRealDay = (year: number, month: number, day: number): boolean =>
  year >= 1000 && day >= 1 && day <= daysIn(month, year);

/** 0 for what is no month. */
const daysIn = (month: number, year: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (days[month - 1] ?? 0);

const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A sender's value as a message may quote it. */
export const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
