import { useWords } from '../language/language.js';
import classes from './timeline.module.css';
import { TimelineEntry } from './timeline-entry.js';
import type { TimelineStep } from './timeline-step.js';

export interface TimelineProps {
  /** "Vie de la facture" */
  readonly label: string;
  /** What happened, in the order it happened; the last is where things stand. */
  readonly steps: readonly TimelineStep[];
  /** What normally comes next, nearest first. */
  readonly toCome?: readonly { readonly key: string; readonly title: string }[] | undefined;
  readonly now?: Date | undefined;
}

/** Where things stand on top, the way there below it, what is still to come in grey above. */
export function Timeline({ label, steps, toCome = [], now }: TimelineProps) {
  const words = useWords();
  return (
    <div className={classes.timeline}>
      {toCome.length > 0 && (
        <ol className={classes.toCome} reversed aria-label={words.stepsToCome}>
          {[...toCome].reverse().map(({ key, title }) => (
            <li key={key}>{title}</li>
          ))}
        </ol>
      )}
      <ol className={classes.steps} reversed aria-label={label}>
        {[...steps].reverse().map((step, position) => (
          <TimelineEntry key={step.key} step={step} current={position === 0} now={now} />
        ))}
      </ol>
    </div>
  );
}
