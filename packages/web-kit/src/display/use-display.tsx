import {
  formatDate,
  formatInstant,
  formatMoney,
  formatNumber,
  formatPercent,
  formatSiret,
} from '@parvis/domain/display/format';
import { localeOf } from '@parvis/domain/display/language';
import { formatRelative } from '@parvis/ui/display/format-date';
import { useMemo } from 'react';
import { type Language, useLanguage } from '../words/i18n.js';

/** How amounts, days and instants are written inside sentences, in the language of the page. */
export interface Display {
  /** "1 234,50 €"; exact, from the decimal text. */
  money(amount: string, currency: string): string;
  /** "12,5" */
  decimal(amount: string): string;
  /** "20 %" */
  percent(rate: string): string;
  /** A calendar day: "3 mars 2026". */
  day(day: string): string;
  /** An instant as the clock on the wall in Paris says it: "3 mars 2026 à 10 h 42". */
  instant(instant: string): string;
  /** "il y a 3 jours" */
  ago(instant: string, now?: Date): string;
  /** "000 002 105 00013" */
  siret(siret: string): string;
  /** "1,2 Mo" */
  size(bytes: number): string;
  /** "Factures : consulter"; French alone sets a space before the colon. */
  labelled(label: string, value: string): string;
}

export const displayIn = (language: Language): Display => ({
  money: (amount, currency) => formatMoney(amount, currency, language),
  decimal: (amount) => formatNumber(amount, language),
  percent: (rate) => formatPercent(rate, language),
  day: (day) => formatDate(day, language),
  instant: (instant) => formatInstant(new Date(instant), language),
  ago: (instant, now = new Date()) => formatRelative(instant, now, localeOf(language), 'Europe/Paris'),
  siret: formatSiret,
  size: (bytes) => size(bytes, language),
  labelled: (label, value) => `${label}${language === 'fr' ? '\u00a0' : ''}: ${value}`,
});

export const useDisplay = (): Display => {
  const language = useLanguage();
  return useMemo(() => displayIn(language), [language]);
};

const size = (bytes: number, language: Language): string => {
  const [byte, kilo, mega] = language === 'fr' ? ['octets', 'ko', 'Mo'] : ['bytes', 'kB', 'MB'];
  if (bytes < 1000) return `${bytes}\u00a0${byte}`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)}\u00a0${kilo}`;
  return `${formatNumber((bytes / 1_000_000).toFixed(1), language)}\u00a0${mega}`;
};
