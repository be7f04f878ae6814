import type { Language } from '@parvis/domain/display/language';
import { lastDay } from '@parvis/domain/time/paris';

/** "31 décembre 2026": the last day on which something that ends at that instant still counts. */
export const lastDayInWords = (end: Date, language: Language): string =>
  new Date(lastDay(end)).toLocaleDateString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
