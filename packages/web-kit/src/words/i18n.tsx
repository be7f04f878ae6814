import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

export type Language = 'fr' | 'en';

const KEPT_UNDER = 'parvis.language';

const keptLanguage = (): Language | undefined => {
  const kept = globalThis.localStorage?.getItem(KEPT_UNDER);
  return kept === 'fr' || kept === 'en' ? kept : undefined;
};

const showInDocument = (language: string): void => {
  if (globalThis.document) document.documentElement.lang = language;
};

/** French first: whoever has not chosen reads French until their account says otherwise. */
void i18next.use(initReactI18next).init({
  lng: keptLanguage() ?? 'fr',
  fallbackLng: 'fr',
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});
showInDocument(i18next.language);
i18next.on('languageChanged', showInDocument);

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'fr');

/** Speaks this language from now on, and at the next visit. */
export const chooseLanguage = (language: Language): void => {
  globalThis.localStorage?.setItem(KEPT_UNDER, language);
  void i18next.changeLanguage(language);
};

/** The account's language, for someone who has not chosen one in this browser. */
export const suggestLanguage = (language: Language): void => {
  if (keptLanguage() === undefined) void i18next.changeLanguage(language);
};

export const useLanguage = (): Language => {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'fr';
};

type Stem<Key> = Key extends `${infer Name}_${'zero' | 'one' | 'other'}` ? Name : Key;

/** Says one of a feature's texts; `count` chooses between its singular and its plural. */
export type Say<Words> = (key: Stem<keyof Words>, values?: Record<string, string | number>) => string;

/**
 * A feature's texts, in both languages, under a name of its own. Returns the hook by which its components speak.
 * Keys ending in `_one` and `_other` are the two numbers of one text.
 */
export function defineWords<Fr extends Record<string, string>>(
  name: string,
  words: { readonly fr: Fr; readonly en: Record<keyof Fr, string> },
): () => Say<Fr> {
  i18next.addResourceBundle('fr', name, words.fr);
  i18next.addResourceBundle('en', name, words.en);
  return () => {
    const { t } = useTranslation(name);
    return (key, values) => t(String(key), { ...values });
  };
}
