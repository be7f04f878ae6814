import { parseEmail } from '@parvis/domain/access/email-address';
import { Decimal } from '@parvis/domain/amount/decimal';
import { parseServiceCode } from '@parvis/domain/directory/service-code';
import { parseSiret } from '@parvis/domain/directory/siret';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';
import type { CellCauseCode } from './cell-cause.js';
import type { CellReading } from './import-plan.js';

type Reader<Value> = (text: string) => CellReading<Value>;

const is = <Value>(value: Value): CellReading<Value> => ({ ok: true, value });
const isNot = (
  cause: CellCauseCode,
  values?: Readonly<Record<string, string>>,
): {
  readonly ok: false;
  readonly cause: CellCauseCode;
  readonly values?: Readonly<Record<string, string>>;
} => ({
  ok: false,
  cause,
  ...(values && { values }),
});

/** An empty cell says nothing; others are read so. */
export const optional =
  <Value>(read: Reader<Value>): Reader<Value | undefined> =>
  (text) =>
    text === '' ? is(undefined) : read(text);

/** An empty cell is a fault. */
export const needed =
  <Value>(read: Reader<Value>): Reader<Value> =>
  (text) =>
    text === '' ? isNot('required') : read(text);

export const shortText =
  (maximum: number): Reader<string> =>
  (text) => {
    if (/\p{Cc}/u.test(text.replaceAll(/[\r\n\t]/g, ''))) return isNot('control-character');
    const kept = text.normalize('NFC').replaceAll(/\s+/g, ' ');
    return kept.length > maximum ? isNot('too-long', { maximum: String(maximum) }) : is(kept);
  };

/** Text of several lines. */
export const longText =
  (maximum: number): Reader<string> =>
  (text) => {
    if (/\p{Cc}/u.test(text.replaceAll(/[\r\n\t]/g, ''))) return isNot('control-character');
    const kept = text.normalize('NFC').replaceAll('\r\n', '\n').trim();
    return kept.length > maximum ? isNot('too-long', { maximum: String(maximum) }) : is(kept);
  };

export const serviceCode: Reader<string> = (text) => {
  const code = parseServiceCode(text);
  if (code.ok) return is(code.value);
  if (code.refusal === 'service-code-missing') return isNot('required');
  if (code.refusal === 'service-code-too-long') return isNot('too-long', { maximum: '100' });
  return isNot(code.refusal);
};

/** As Chorus Pro takes it: 50 characters at most (XP Z12-012, BR-FR-CPRO-14). */
export const engagementNumber: Reader<string> = (text) => {
  if (text.length > 50) return isNot('too-long', { maximum: '50' });
  // A number of 16 digits and more, typed as a number, comes out with zeros at its end.
  if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(text) || /^\d{15}0+$/.test(text)) return isNot('number-rounded');
  return /^[\p{L}\p{N}](?:[\p{L}\p{N} ._/+-]*[\p{L}\p{N}])?$/u.test(text)
    ? is(text.normalize('NFC'))
    : isNot('number-characters');
};

const yes: ReadonlySet<string> = new Set(['oui', 'o', 'vrai', 'yes', 'y', 'true', '1', 'x']);
const no: ReadonlySet<string> = new Set(['non', 'n', 'faux', 'no', 'false', '0']);

export const yesOrNo: Reader<boolean> = (text) => {
  const word = text.toLowerCase();
  if (yes.has(word)) return is(true);
  return no.has(word) ? is(false) : isNot('not-yes-or-no');
};

/** 31/12/2026, 31.12.2026, 31-12-26 or 2026-12-31. */
export const day: Reader<CalendarDate> = (text) => {
  const [, year, month, date] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text) ?? [];
  if (year !== undefined) return dayOf(year, month, date);
  const [, first, second, third] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: .*)?$/.exec(text) ?? [];
  return third === undefined ? isNot('not-a-day') : dayOf(third.padStart(4, '20'), second, first);
};

const dayOf = (year: string, month = '', date = ''): CellReading<CalendarDate> => {
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const midnight = new Date(`${written}T00:00:00Z`);
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(written);
  return exists && written >= '1900' ? is(written) : isNot('not-a-day');
};

/** 1 200,50 as in French, 1,200.50 as in English, with or without a currency sign behind. To the cent. */
export const amount: Reader<Decimal> = (text) => {
  const plain = text.replaceAll(/[\s\u00a0\u202f']|€$|EUR$/g, '');
  const decimal = Decimal.parse(pointed(plain));
  if (!decimal || !/^[-+]?[\d.,]+$/.test(plain)) return isNot('not-an-amount');
  if (decimal.isNegative()) return isNot('amount-negative');
  const { scale } = decimal.normalized();
  return scale > 2 || !decimal.fits(20, decimal.scale) ? isNot('not-an-amount') : is(decimal.rounded(2));
};

/** Of two signs the last is the decimal one; a sign that stands several times groups thousands. */
const pointed = (plain: string): string => {
  const comma = plain.lastIndexOf(',');
  const point = plain.lastIndexOf('.');
  if (comma >= 0 && point >= 0)
    return comma > point ? plain.replaceAll('.', '').replace(',', '.') : plain.replaceAll(',', '');
  return /^[-+]?\d{1,3}(?:,\d{3}){2,}$/.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.');
};

/** A SIRET where it looks like one, else the identifier of a supplier from abroad or overseas as it is known. */
export const supplierIdentifier: Reader<string> = (text) => {
  const digits = text.replaceAll(/[\s\u00a0.]/g, '');
  if (/^\d{14}$/.test(digits)) return parseSiret(digits).ok ? is(digits) : isNot('not-a-siret');
  if (/^\d{11,13}$/.test(digits)) return isNot('siret-zeros-lost');
  return shortText(80)(text);
};

export const email: Reader<string> = (text) => {
  const parsed = parseEmail(text);
  return parsed.ok ? is(parsed.value) : isNot('not-an-email');
};

export const currency: Reader<string> = (text) => {
  const code = text === '€' ? 'EUR' : text.toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? is(code) : isNot('not-a-currency');
};
