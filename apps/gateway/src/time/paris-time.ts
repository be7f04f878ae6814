import type { Language } from '@parvis/domain/display/language';

/** The hour as people say it, by the clock of Paris: « 10 h 42 », "10:42". */
export const parisTime = (at: Date, language: Language): string => {
  const time = at.toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Paris',
  });
  // A line never breaks inside an hour.
  return language === 'fr' ? time.replace(':', '\u00a0h\u00a0') : time;
};
