import { Decimal } from '@parvis/domain/amount/decimal';
import { limits } from '../reading/limits.js';
import type { ReadFaultId } from '../reading/read-fault.js';
import { attributeOf, type CapturedElement } from '../xml/captured-element.js';
import { trimmed } from '../xml/white-space.js';
import type { ValueKind } from './business-terms.js';

export type ReadValue =
  | { readonly value: string | Decimal }
  | { readonly fault: ReadFaultId; readonly found: string };

/** Turns the text of an element into a value of its kind, or says what is wrong with it. */
export const readValue = (kind: ValueKind, raw: string, element: CapturedElement): ReadValue => {
  switch (kind) {
    case 'text':
    case 'prose':
      return { value: trimmed(raw) };
    case 'base64':
      return { value: raw.replaceAll(/[\s]+/g, '') };
    case 'decimal':
      return readDecimal(trimmed(raw));
    case 'date':
      return readDate(trimmed(raw), attributeOf(element, 'format'), element.schema.name);
  }
};

const readDecimal = (text: string): ReadValue => {
  const value = text.length <= limits.numberLength ? Decimal.parse(text) : undefined;
  return value ? { value } : { fault: 'PV-READ-NUMBER', found: shortened(text) };
};

/** UBL writes `2026-09-01`, a time zone allowed after it; CII writes `20260901` and says format 102. */
const readDate = (text: string, format: string | undefined, elementName: string): ReadValue => {
  const inCii = !elementName.startsWith('cbc:');
  const match = inCii
    ? format === '102' && /^(\d{4})(\d{2})(\d{2})$/.exec(text)
    : /^(\d{4})-(\d{2})-(\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(text);
  const [, year = '', month = '', day = ''] = match || [];
  return match && isRealDay(Number(year), Number(month), Number(day))
    ? { value: `${year}-${month}-${day}` }
    : { fault: 'PV-READ-DATE', found: shortened(text) };
};

const isRealDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
};

/** A sender's value as a message may quote it. */
export const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
