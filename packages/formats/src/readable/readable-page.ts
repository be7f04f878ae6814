import type { Decimal } from '@parvis/domain/amount/decimal';
import {
  formatDate,
  formatMoney,
  formatNumber,
  formatPercent,
  formatSiret,
} from '@parvis/domain/display/format';
import type { Bilingual, Language } from '@parvis/domain/display/language';
import type { Identifier, Period } from '@parvis/domain/invoice/invoice';
import { type Html, html } from './html.js';
import { vatCategories, words } from './words.js';

/** What every part of the page writes with: one language, one currency. */
export interface Pen {
  readonly language: Language;
  readonly currency: string;
  word(name: keyof typeof words): string;
  say(text: Bilingual): string;
  money(amount: Decimal | undefined): string;
  number(amount: Decimal | undefined): string;
  date(day: string | undefined): string;
}

export const penFor = (language: Language, currency: string): Pen => ({
  language,
  currency,
  word: (name) => words[name][language],
  say: (text) => text[language],
  money: (amount) => (amount ? formatMoney(amount, currency, language) : ''),
  number: (amount) => (amount ? formatNumber(amount, language) : ''),
  date: (day) => (day ? formatDate(day, language) : ''),
});

/** « 20 % », « Exonéré », « 0 %, Autoliquidation » only where both say something. */
export const vatRate = (
  pen: Pen,
  { category, rate }: { readonly category: string | undefined; readonly rate: Decimal | undefined },
): string => {
  const named = category === undefined ? undefined : vatCategories[category];
  if (named && (rate === undefined || rate.isZero())) return pen.say(named);
  const percent = rate ? formatPercent(rate, pen.language) : '';
  return named ? `${percent} ${pen.say(named)}`.trim() : percent;
};

/** SIREN and SIRET in groups; other identifiers as sent. */
export const identifierText = ({ value, scheme }: Identifier): string =>
  scheme === '0002' || scheme === '0009' ? formatSiret(value) : value;

export const identifierName = (pen: Pen, { scheme }: Identifier): string => {
  if (scheme === '0009') return 'SIRET';
  if (scheme === '0002') return 'SIREN';
  if (scheme === '0224') return pen.word('serviceCode');
  return pen.word('identifier');
};

export const periodText = (pen: Pen, period: Period | undefined): string => {
  if (!period?.start && !period?.end) return '';
  const start = period.start ? `${pen.word('from')} ${pen.date(period.start)}` : '';
  const end = period.end ? `${pen.word('to')} ${pen.date(period.end)}` : '';
  return `${start} ${end}`.trim();
};

/** A list of names and values; what has no value is left out, and an empty list is no list. */
export const pairs = (
  entries: readonly (readonly [name: string, value: string | Html | undefined])[],
  className = 'pairs',
): Html | undefined => {
  const known = entries.filter(([, value]) => value !== undefined && value !== '');
  if (known.length === 0) return undefined;
  return html`<dl class="${className}">${known.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
};

/** A titled part of the page; none where there is nothing to say. */
export const part = (title: string, content: Html | undefined, className = ''): Html | undefined =>
  content && html`<section class="${className}"><h2>${title}</h2>${content}</section>`;
