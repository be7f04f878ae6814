import type { ReactNode } from 'react';
import { CloseButton } from '../acts/close-button.js';
import { useWords } from '../language/language.js';
import classes from './notice.module.css';
import type { Tone } from './tone.js';
import { ToneIcon } from './tone-icon.js';

export interface NoticeProps {
  readonly tone: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly onClose?: (() => void) | undefined;
  /** True for an answer to what the person just did: screen readers say it at once. */
  readonly live?: boolean | undefined;
}

/** Something to know before going on. */
export function Notice({ tone, title, children, actions, onClose, live = false }: NoticeProps) {
  const words = useWords();
  const role = live ? (tone === 'danger' || tone === 'warning' ? 'alert' : 'status') : undefined;
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      <ToneIcon tone={tone} />
      <div className={classes.words}>
        {title && <p className={classes.title}>{title}</p>}
        {children && <div className={classes.text}>{children}</div>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {onClose && (
        <CloseButton size="sm" className={classes.close} aria-label={words.dismiss} onClick={onClose} />
      )}
    </div>
  );
}
