import { luhnSum } from '../siret.js';
import { passesMod11And10, remainderBy97, weighted } from './check-digits.js';
import { passesIrish, passesSpanish } from './union-vat-letters.js';

/** How one country writes its VAT numbers, after the two letters of the prefix. */
export interface VatRule {
  readonly form: RegExp;
  /** An example of the form, for sentences. */
  readonly example: string;
  /** What the check digits promise. Absent: none is published, or it is not sure enough to refuse anybody. */
  readonly check?: (number: string) => boolean;
}

const last = (number: string): number => Number(number.at(-1));

/** Eleven minus the remainder, where ten counts as `tenIs`. */
const checkBy11 = (sum: number, tenIs: number): number => {
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? tenIs : check;
};

const NONE = -1;

const austrian = (number: string): boolean => {
  const digits = number.slice(1);
  const doubled = (digit: string | undefined) => {
    const twice = Number(digit) * 2;
    return twice > 9 ? twice - 9 : twice;
  };
  const sum = [...digits.slice(0, 7)].reduce(
    (total, digit, index) => total + (index % 2 === 0 ? Number(digit) : doubled(digit)),
    4,
  );
  return (10 - (sum % 10)) % 10 === last(digits);
};

/** Legal persons have nine digits; persons and others ten, by one of three sums. */
const bulgarian = (number: string): boolean => {
  if (number.length === 9) {
    const first = weighted(number, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
    const check = first === 10 ? weighted(number, [3, 4, 5, 6, 7, 8, 9, 10]) % 11 : first;
    return check % 10 === last(number);
  }
  const person = (weighted(number, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10;
  const foreigner = weighted(number, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10;
  const other = checkBy11(weighted(number, [4, 3, 2, 7, 6, 5, 4, 3, 2]), NONE);
  return [person, foreigner, other].includes(last(number));
};

const CYPRIOT_ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

const cypriot = (number: string): boolean => {
  const sum = [...number.slice(0, 8)].reduce(
    (total, digit, index) => total + (index % 2 === 0 ? (CYPRIOT_ODD[Number(digit)] ?? 0) : Number(digit)),
    0,
  );
  return String.fromCharCode(65 + (sum % 26)) === number.at(-1);
};

/** Legal persons alone have eight digits; those of persons are birth numbers, taken as they are. */
const czech = (number: string): boolean => {
  if (number.length !== 8) return true;
  const check = (11 - (weighted(number, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return (check === 0 ? 1 : check) % 10 === last(number);
};

const greek = (number: string): boolean =>
  (weighted(number, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === last(number);

/** Lithuania weighs by 1 to 9 again and again; where that leaves ten, it begins anew at 3. */
const lithuanian = (number: string): boolean => {
  const weights = (shift: number) =>
    Array.from({ length: number.length - 1 }, (_, index) => 1 + ((index + shift) % 9));
  const first = weighted(number, weights(0)) % 11;
  const check = first === 10 ? (weighted(number, weights(2)) % 11) % 10 : first;
  return check === last(number);
};

/** Legal persons begin with 4 to 9; numbers of persons are taken as they are. */
const latvian = (number: string): boolean =>
  number < '4' || weighted(number, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3;

/** Firms by their register number; sole traders since 2020 by a number that 97 checks, prefix included. */
const dutch = (number: string): boolean =>
  weighted(number, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === Number(number[8]) || remainderBy97(`NL${number}`) === 1;

const romanian = (number: string): boolean => {
  const padded = number.padStart(10, '0');
  return ((10 * weighted(padded, [7, 5, 3, 2, 1, 7, 5, 3, 2])) % 11) % 10 === last(number);
};

/** Offices have three digits after GD, hospitals after HA; others nine, and three more for a branch. */
const northernIrish = (number: string): boolean => {
  if (/^[GH]/.test(number)) return true;
  const rest = weighted(number, [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97;
  return rest === 0 || rest === 42;
};

/**
 * VAT numbers of the Union but France, by prefix: Greece writes EL, Northern Ireland XI. Forms as the Commission
 * publishes them (VIES); sums as the countries' tax offices do.
 */
export const unionVatRules: Readonly<Record<string, VatRule>> = {
  AT: { form: /^U\d{8}$/, example: 'ATU13585627', check: austrian },
  BE: {
    form: /^[01]\d{9}$/,
    example: 'BE0428759497',
    check: (number) => 97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8)),
  },
  BG: { form: /^\d{9,10}$/, example: 'BG175074752', check: bulgarian },
  CY: { form: /^(?!12)\d{8}[A-Z]$/, example: 'CY10259033P', check: cypriot },
  CZ: { form: /^(?:[0-8]\d{7}|\d{9,10})$/, example: 'CZ25123891', check: czech },
  DE: { form: /^[1-9]\d{8}$/, example: 'DE136695976', check: passesMod11And10 },
  DK: {
    form: /^[1-9]\d{7}$/,
    example: 'DK13585628',
    check: (number) => weighted(number, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
  EE: {
    form: /^\d{9}$/,
    example: 'EE100931558',
    check: (number) => weighted(number, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0,
  },
  EL: { form: /^\d{9}$/, example: 'EL094259216', check: greek },
  ES: { form: /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/, example: 'ESB58378431', check: passesSpanish },
  FI: {
    form: /^\d{8}$/,
    example: 'FI20774740',
    check: (number) => weighted(number, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0,
  },
  HR: { form: /^\d{11}$/, example: 'HR33392005961', check: passesMod11And10 },
  HU: {
    form: /^\d{8}$/,
    example: 'HU12892312',
    check: (number) => weighted(number, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0,
  },
  IE: {
    form: /^(?:\d{7}[A-W][A-IW]?|\d[A-Z+*]\d{5}[A-W])$/,
    example: 'IE6433435F',
    check: passesIrish,
  },
  IT: { form: /^\d{11}$/, example: 'IT00743110157', check: (number) => luhnSum(number) % 10 === 0 },
  LT: { form: /^(?:\d{7}1\d|\d{10}1\d)$/, example: 'LT119511515', check: lithuanian },
  LU: {
    form: /^\d{8}$/,
    example: 'LU15027442',
    check: (number) => Number(number.slice(0, 6)) % 89 === Number(number.slice(6)),
  },
  LV: { form: /^\d{11}$/, example: 'LV40003521600', check: latvian },
  MT: {
    form: /^[1-9]\d{7}$/,
    example: 'MT11679112',
    check: (number) => weighted(number, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 === 0,
  },
  NL: { form: /^\d{9}B\d{2}$/, example: 'NL004495445B01', check: dutch },
  PL: {
    form: /^\d{10}$/,
    example: 'PL8567346215',
    check: (number) => weighted(number, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === last(number),
  },
  PT: {
    form: /^[1-9]\d{8}$/,
    example: 'PT501964843',
    check: (number) => checkBy11(weighted(number, [9, 8, 7, 6, 5, 4, 3, 2]), 0) === last(number),
  },
  RO: { form: /^[1-9]\d{1,9}$/, example: 'RO18547290', check: romanian },
  SE: {
    form: /^\d{10}\d{2}$/,
    example: 'SE123456789701',
    check: (number) => luhnSum(number.slice(0, 10)) % 10 === 0,
  },
  SI: {
    form: /^[1-9]\d{7}$/,
    example: 'SI50223054',
    check: (number) => {
      const check = 11 - (weighted(number, [8, 7, 6, 5, 4, 3, 2]) % 11);
      return (check === 10 ? 0 : check) === last(number);
    },
  },
  SK: {
    form: /^[1-9]\d[2-47-9]\d{7}$/,
    example: 'SK2022749619',
    check: (number) => Number(number) % 11 === 0,
  },
  XI: { form: /^(?:\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/, example: 'XI980780684', check: northernIrish },
};
