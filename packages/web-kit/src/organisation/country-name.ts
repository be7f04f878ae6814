import { countryCodes } from '@parvis/domain/directory/identifiers/country';
import type { Language } from '../words/i18n.js';

/** « Belgique » ; the code where the browser knows no name. */
export const countryName = (code: string, language: Language): string =>
  new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code;

/** Every country by its name; France first, where most structures are. */
export const countryChoices = (language: Language) => {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
  const all = countryCodes().map((value) => ({ value, label: names.of(value) ?? value }));
  const others = all
    .filter(({ value }) => value !== 'FR')
    .sort((one, other) => one.label.localeCompare(other.label, language));
  return [...all.filter(({ value }) => value === 'FR'), ...others];
};
