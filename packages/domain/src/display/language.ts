/** The languages people may choose; French comes first. */
export type Language = 'fr' | 'en';

/** One sentence or word in each language. */
export type Bilingual = Readonly<Record<Language, string>>;

/** `{ fr, en }`, for catalogues that read as two columns. */
export const say = (fr: string, en: string): Bilingual => ({ fr, en });

/** The form Intl needs: dates and amounts as written in France, and in English in Europe. */
export const localeOf = (language: Language): string => (language === 'fr' ? 'fr-FR' : 'en-GB');
