import { IconPaperclip } from '@tabler/icons-react';
import { useWords } from '../language/language.js';
import { Link } from '../link/link.js';
import { DateText } from './date-text.js';
import classes from './timeline.module.css';
import type { TimelineStep } from './timeline-step.js';
import { ToneIcon } from './tone-icon.js';

export interface TimelineEntryProps {
  readonly step: TimelineStep;
  readonly current: boolean;
  readonly now: Date | undefined;
}

/** One step: what, who, when, and what came with it. */
export function TimelineEntry({ step, current, now }: TimelineEntryProps) {
  const words = useWords();
  const { title, code, tone = 'neutral', at, who, reason, comment, documents, source } = step;
  return (
    <li className={classes.step} data-tone={tone} aria-current={current ? 'step' : undefined}>
      <span className={classes.dot}>
        <ToneIcon tone={tone} size={current ? 20 : 16} />
      </span>
      <div className={classes.content}>
        <p className={classes.title}>
          {title} {code && <code className={classes.code}>{code}</code>}
        </p>
        <p className={classes.meta}>
          {who && <>{who} · </>}
          <DateText value={at} now={now} />
        </p>
        {reason && (
          <p className={classes.reason}>
            <span className={classes.label}>{words.reason}</span> {reason}
          </p>
        )}
        {comment && <blockquote className={classes.comment}>{comment}</blockquote>}
        {documents && documents.length > 0 && (
          <ul className={classes.documents} aria-label={words.documents}>
            {documents.map(({ key, label, href }) => (
              <li key={key}>
                <IconPaperclip size={14} stroke={2} aria-hidden />
                <Link href={href} className="pv-link">
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        )}
        {source && <p className={classes.source}>{source}</p>}
      </div>
    </li>
  );
}
