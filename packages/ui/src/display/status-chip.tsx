import type { ReactNode } from 'react';
import classes from './status-chip.module.css';
import type { Tone } from './tone.js';
import { ToneIcon } from './tone-icon.js';

export interface StatusChipProps {
  readonly tone: Tone;
  /** The status in words: "En attente d'un justificatif". */
  readonly children: ReactNode;
  /** The official code, small, for those who need it: "208". */
  readonly code?: string | undefined;
  /** Instead of the tone's own icon. */
  readonly icon?: ReactNode;
  readonly size?: 'small' | 'large' | undefined;
}

/** A status: colour, shape and word. */
export function StatusChip({ tone, children, code, icon, size = 'small' }: StatusChipProps) {
  return (
    <span className={classes.chip} data-tone={tone} data-size={size}>
      {icon ?? <ToneIcon tone={tone} size={size === 'large' ? 18 : 15} />}
      <span>{children}</span>
      {code && <code className={classes.code}>{code}</code>}
    </span>
  );
}
