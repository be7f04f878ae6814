import { useLanguage } from '../language/language.js';
import { Explained } from './explained.js';
import { formatDate, formatExact, formatRelative } from './format-date.js';

export interface DateTextProps {
  /** An instant (`Date` or ISO 8601), or a calendar day `2026-03-03`. */
  readonly value: Date | string;
  /** `relative`: "il y a 3 jours", exact on hover, focus and tap. `day`: "3 mars 2026". `exact`: with the minute. */
  readonly look?: 'relative' | 'day' | 'exact' | undefined;
  /** What relative time is counted from; the moment of drawing unless told otherwise. */
  readonly now?: Date | undefined;
}

export function DateText({ value, look = 'relative', now }: DateTextProps) {
  const { locale, timeZone } = useLanguage();
  const machine = typeof value === 'string' ? value : value.toISOString();
  if (look === 'day') return <time dateTime={machine}>{formatDate(value, locale, timeZone)}</time>;
  const exact = formatExact(value, locale, timeZone);
  if (look === 'exact') return <time dateTime={machine}>{exact}</time>;
  return (
    <Explained look="quiet" explanation={exact}>
      <time dateTime={machine}>{formatRelative(value, now ?? new Date(), locale, timeZone)}</time>
    </Explained>
  );
}
