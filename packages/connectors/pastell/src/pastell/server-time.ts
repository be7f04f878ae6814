import { startOfDay } from '@parvis/domain/time/paris';

/** `2026-11-21 10:04:09`, as a server in Paris writes it; undefined for anything else. */
export const timeInParis = (text: string | null | undefined): Date | undefined => {
  const [, day, hours, minutes, seconds] =
    /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2}):(\d{2})/.exec(text ?? '') ?? [];
  if (!day || Number.isNaN(Date.parse(day))) return undefined;
  const sinceMidnight = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return new Date(startOfDay(day).getTime() + sinceMidnight * 1000);
};
