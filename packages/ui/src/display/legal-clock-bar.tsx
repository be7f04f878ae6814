import { IconAlertTriangle, IconCheck, IconClock, IconPlayerPause } from '@tabler/icons-react';
import { useLanguage } from '../language/language.js';
import { formatDate } from './format-date.js';
import classes from './legal-clock-bar.module.css';

export interface LegalClockBarProps {
  /** Days gone by, the current one included. */
  readonly day: number;
  /** Days the law gives. */
  readonly limit: number;
  readonly state?: 'running' | 'paused' | 'settled' | undefined;
  /** The last day, when known. */
  readonly dueDate?: Date | string | undefined;
  /** For rows of a list: the bar and a few words. */
  readonly compact?: boolean | undefined;
}

const icons = {
  running: IconClock,
  near: IconClock,
  late: IconAlertTriangle,
  paused: IconPlayerPause,
  settled: IconCheck,
} as const;

/** Late beyond the limit; near within its last fifth, when one can still act. */
const riskOf = (day: number, limit: number): 'running' | 'near' | 'late' => {
  if (day > limit) return 'late';
  return day > limit * 0.8 ? 'near' : 'running';
};

/** The time the law gives, and how much of it is gone. */
export function LegalClockBar({
  day,
  limit,
  state = 'running',
  dueDate,
  compact = false,
}: LegalClockBarProps) {
  const { words, locale, timeZone } = useLanguage();
  const look = state === 'running' ? riskOf(day, limit) : state;
  const Icon = icons[look];
  const sentence = {
    running: words.dayOf(day, limit),
    near: words.dayOf(day, limit),
    late: words.lateBy(day - limit),
    paused: words.pausedAt(day, limit),
    settled: words.settledAt(day, limit),
  }[look];
  // When late, the mark of the limit moves left as the overrun grows.
  const scale = Math.max(day, limit, 1);
  return (
    <div className={classes.clock} data-look={look} data-compact={compact || undefined}>
      <div className={classes.words}>
        <Icon size={compact ? 14 : 17} stroke={2} aria-hidden />
        <span className={classes.sentence}>
          <span className="pv-visually-hidden">{words.legalClock} : </span>
          {sentence}
        </span>
        {dueDate && !compact && (
          <span className={classes.due}>{words.dueOn(formatDate(dueDate, locale, timeZone))}</span>
        )}
      </div>
      <div className={classes.track} aria-hidden>
        <span className={classes.gone} style={{ width: `${(Math.min(day, limit) / scale) * 100}%` }} />
        {look === 'late' && (
          <span className={classes.over} style={{ width: `${((day - limit) / scale) * 100}%` }} />
        )}
      </div>
    </div>
  );
}
