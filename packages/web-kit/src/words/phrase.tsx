import type { UiLanguage } from '@parvis/ui/language/words';

export type Values = Record<string, string | number>;

const numbers = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') };

const grouped = { fr: new Intl.NumberFormat('fr-FR'), en: new Intl.NumberFormat('en-GB') };

/**
 * One text of a feature with its values in place: `{{name}}` is `values.name`. With a `count`, the text under
 * `key_one` or `key_other` is taken, as the language counts: nought is singular in French, plural in English. Values
 * that are numbers are grouped by thousands; a year or a code is given as a text.
 */
export const phrase = (
  texts: Readonly<Record<string, string>>,
  language: UiLanguage,
  key: string,
  values: Values = {},
): string => {
  const { count } = values;
  const number = typeof count === 'number' ? numbers[language].select(count) : undefined;
  const text = (number && (texts[`${key}_${number}`] ?? texts[`${key}_other`])) ?? texts[key] ?? key;
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? grouped[language].format(value) : value;
  });
};
