import { useLanguage } from '../src/language/language.js';

/** The gallery's own words, both languages side by side. */
export const useTold = (): ((french: string, english: string) => string) => {
  const { language } = useLanguage();
  return (french, english) => (language === 'fr' ? french : english);
};
