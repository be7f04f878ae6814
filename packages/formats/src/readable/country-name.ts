import { type Language, localeOf } from '@parvis/domain/display/language';

const names = new Map<Language, Intl.DisplayNames>();

/** « France » for FR; a code that names no country stays as sent. */
export const countryName = (code: string, language: Language): string => {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const known = names.get(language) ?? new Intl.DisplayNames(localeOf(language), { type: 'region' });
  names.set(language, known);
  return known.of(code) ?? code;
};
