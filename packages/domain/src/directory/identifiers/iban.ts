import { accept, type Result, refuse } from '../../result/result.js';
import { remainderBy97 } from './check-digits.js';

export type IbanProblem = 'iban-country' | 'iban-length' | 'iban-check-digits';

/** Lengths of the IBAN registry (SWIFT, ISO 13616), country by country. */
const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29
  ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28
  LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25
  QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Without spaces, in capitals. The check digits find every single mistake and nearly every exchange of two signs. */
export const parseIban = (raw: string): Result<string, IbanProblem> => {
  const iban = raw.replaceAll(/[\s.-]/g, '').toUpperCase();
  const length = lengths[iban.slice(0, 2)];
  if (length === undefined) return refuse('iban-country');
  if (iban.length !== length || !/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban)) return refuse('iban-length');
  return remainderBy97(iban.slice(4) + iban.slice(0, 4)) === 1 ? accept(iban) : refuse('iban-check-digits');
};

/** In groups of four, as banks print it. */
export const formatIban = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, '$1 ');

/** What those see who may not change it: the country and the last four signs. */
export const maskIban = (iban: string): string =>
  formatIban(`${iban.slice(0, 2)}${'•'.repeat(Math.max(0, iban.length - 6))}${iban.slice(-4)}`);
