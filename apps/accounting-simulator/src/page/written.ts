import type { Language } from './words.js';

const locale: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** Amounts, quantities and dates as people write them in a language. Exact: the decimal text itself is formatted. */
export const written = (language: Language) => ({
  money: (amount: string): string =>
    new Intl.NumberFormat(locale[language], { style: 'currency', currency: 'EUR' }).format(
      amount as Intl.StringNumericLiteral,
    ),
  price: (price: string): string =>
    new Intl.NumberFormat(locale[language], {
      style: 'currency',
      currency: 'EUR',
      maximumFractionDigits: 10,
    }).format(price as Intl.StringNumericLiteral),
  number: (decimal: string): string =>
    new Intl.NumberFormat(locale[language], { maximumFractionDigits: 10 }).format(
      decimal as Intl.StringNumericLiteral,
    ),
  rate: (percent: string): string =>
    `${new Intl.NumberFormat(locale[language], { maximumFractionDigits: 4 }).format(percent as Intl.StringNumericLiteral)} %`,
  day: (day: string): string =>
    new Intl.DateTimeFormat(locale[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    ),
  instant: (instant: string): string =>
    new Intl.DateTimeFormat(locale[language], {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'Europe/Paris',
    }).format(new Date(instant)),
  size: (bytes: number): string =>
    new Intl.NumberFormat(locale[language], {
      style: 'unit',
      unit: 'kilobyte',
      maximumFractionDigits: bytes < 10_000 ? 1 : 0,
    }).format(Math.max(bytes / 1000, 0.1)),
});

export type Written = ReturnType<typeof written>;
