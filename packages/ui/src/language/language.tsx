import { createContext, type ReactNode, use, useEffect, useMemo } from 'react';
import { type UiLanguage, type Words, wordsOf } from './words.js';

export interface LanguageContext {
  readonly language: UiLanguage;
  /** BCP 47, for dates and numbers. */
  readonly locale: string;
  /** IANA zone in which instants are told: the law counts days in Paris. */
  readonly timeZone: string;
  readonly words: Words;
}

const contextOf = (language: UiLanguage, timeZone: string): LanguageContext => ({
  language,
  locale: language === 'fr' ? 'fr-FR' : 'en-GB',
  timeZone,
  words: wordsOf[language],
});

const Context = createContext(contextOf('fr', 'Europe/Paris'));

export interface LanguageProviderProps {
  readonly language: UiLanguage;
  readonly timeZone?: string | undefined;
  readonly children: ReactNode;
}

/** The language of everything below, and of the document for screen readers. */
export function LanguageProvider({ language, timeZone = 'Europe/Paris', children }: LanguageProviderProps) {
  const value = useMemo(() => contextOf(language, timeZone), [language, timeZone]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <Context value={value}>{children}</Context>;
}

export const useLanguage = (): LanguageContext => use(Context);

/** The generic words of the components: "Fermer", "Réessayer"… */
export const useWords = (): Words => use(Context).words;
