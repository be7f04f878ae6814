import { startOfDay } from '@parvis/domain/time/paris';

/** `2026-03-02`, with a time or without; one without a zone is told in Paris. Undefined for anything else. */
export const writtenInstant = (text: string): Date | undefined => {
  const written =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?|(Z|[+-]\d{2}:\d{2}))?$/.exec(
      text.trim(),
    );
  const [, day, time, zone] = written ?? [];
  if (day === undefined || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return undefined;
  if (time === undefined) return startOfDay(day);
  const instant =
    zone === undefined
      ? startOfDay(day).getTime() + Date.parse(`1970-01-01T${time}Z`)
      : Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(instant) ? undefined : new Date(instant);
};
