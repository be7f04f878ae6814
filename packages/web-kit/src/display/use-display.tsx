import { useMemo } from 'react';
import { type Language, useLanguage } from '../words/i18n.js';

/** How amounts, days and instants are written for people, in the language of the page. */
export interface Display {
  /** "1 234,50 €"; exact, from the decimal text. */
  money(amount: string, currency: string): string;
  /** "12,5", with the decimals as sent. */
  decimal(amount: string): string;
  /** "20 %" */
  percent(rate: string): string;
  count(value: number): string;
  /** A calendar day: "3 mars 2026". */
  day(day: string): string;
  /** "3 mars" this year, with the year otherwise. */
  shortDay(day: string): string;
  /** An instant as the clock on the wall in Paris says it: "3 mars 2026 à 10:42". */
  instant(instant: string): string;
  /** "il y a 3 jours" */
  ago(instant: string, now?: Date): string;
  /** "1,2 Mo" */
  size(bytes: number): string;
}

const LOCALES: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };
const PARIS = 'Europe/Paris';

export const displayIn = (language: Language): Display => {
  const locale = LOCALES[language];
  const longDay = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const wallClock = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: PARIS,
  });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  return {
    money: (amount, currency) => moneyFormat(locale, currency).format(exact(amount)),
    decimal: (amount) => plain.format(exact(amount)),
    percent: (rate) => `${plain.format(exact(rate))}${language === 'fr' ? '\u202f' : ''}%`,
    count: (value) => plain.format(value),
    day: (day) => longDay.format(new Date(`${day}T00:00:00Z`)),
    shortDay: (day) =>
      (day.startsWith(`${new Date().getFullYear()}-`) ? dayAndMonth : longDay).format(
        new Date(`${day}T00:00:00Z`),
      ),
    instant: (instant) => wallClock.format(new Date(instant)),
    ago: (instant, now = new Date()) => ago(locale, new Date(instant), now),
    size: (bytes) => size(plain, bytes, language),
  };
};

export const useDisplay = (): Display => {
  const language = useLanguage();
  return useMemo(() => displayIn(language), [language]);
};

/** `Intl` formats decimal text exactly; its type has not heard of it for every string. */
const exact = (amount: string): `${number}` => amount as `${number}`;

const moneyFormat = (locale: string, currency: string): Intl.NumberFormat => {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency });
  } catch {
    return new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
  }
};

const STEPS = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

const ago = (locale: string, instant: Date, now: Date): string => {
  const seconds = (instant.getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, length] = STEPS.find(([, step]) => Math.abs(seconds) >= step) ?? ['second', 1];
  return format.format(unit === 'second' ? 0 : Math.trunc(seconds / length), unit);
};

const size = (plain: Intl.NumberFormat, bytes: number, language: Language): string => {
  const [byte, kilo, mega] = language === 'fr' ? ['octets', 'ko', 'Mo'] : ['bytes', 'kB', 'MB'];
  if (bytes < 1000) return `${bytes}\u00a0${byte}`;
  if (bytes < 1_000_000) return `${plain.format(Math.round(bytes / 1000))}\u00a0${kilo}`;
  return `${plain.format(Math.round(bytes / 100_000) / 10)}\u00a0${mega}`;
};
