import type { Language } from '@parvis/domain/display/language';

/** The hour as people of Paris read it: « 10:42 ». */
export const parisTime = (at: Date, language: Language): string =>
  at.toLocaleTimeString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Paris',
  });
