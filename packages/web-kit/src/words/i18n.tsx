import { useSyncExternalStore } from 'react';
import { phrase, type Values } from './phrase.js';

export type Language = 'fr' | 'en';

const KEPT_UNDER = 'parvis.language';

const keptLanguage = (): Language | undefined => {
  const kept = globalThis.localStorage?.getItem(KEPT_UNDER);
  return kept === 'fr' || kept === 'en' ? kept : undefined;
};

/** French first: whoever has not chosen reads French until their account says otherwise. */
let spoken: Language = keptLanguage() ?? 'fr';
const listeners = new Set<() => void>();

const showInDocument = (): void => {
  if (globalThis.document) document.documentElement.lang = spoken;
};
showInDocument();

const speak = (language: Language): void => {
  spoken = language;
  showInDocument();
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const currentLanguage = (): Language => spoken;

/** Speaks this language from now on, and at the next visit. */
export const chooseLanguage = (language: Language): void => {
  globalThis.localStorage?.setItem(KEPT_UNDER, language);
  speak(language);
};

/** The account's language, for someone who has not chosen one in this browser. */
export const suggestLanguage = (language: Language): void => {
  if (keptLanguage() === undefined) speak(language);
};

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage, currentLanguage);

type Stem<Key> = Key extends `${infer Name}_${'one' | 'other'}` ? Name : Key;

/** Says one of a feature's texts; `count` chooses between its singular and its plural. */
export type Say<Words> = (key: Stem<keyof Words>, values?: Values) => string;

/**
 * A feature's texts, in both languages. Returns the hook by which its components speak. Keys ending in `_one` and
 * `_other` are the two numbers of one text.
 */
export function defineWords<Fr extends Record<string, string>>(words: {
  readonly fr: Fr;
  readonly en: Record<keyof Fr, string>;
}): () => Say<Fr> {
  return () => {
    const language = useLanguage();
    return (key, values) => phrase(words[language], language, String(key), values);
  };
}
