import type { Language } from '@parvis/web-kit/words/i18n';

/** "mar. 3, 14 h" */
export const hourIn = (hour: string, language: Language): string =>
  new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    hour: 'numeric',
    timeZone: 'Europe/Paris',
  }).format(new Date(hour));

/** How long something takes, as one says it: "8 s", "4 min", "2 h". */
export const duration = (seconds: number, language: Language): string => {
  const [value, unit] =
    seconds < 90
      ? ([seconds, 'second'] as const)
      : seconds < 5400
        ? ([seconds / 60, 'minute'] as const)
        : ([seconds / 3600, 'hour'] as const);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
};
