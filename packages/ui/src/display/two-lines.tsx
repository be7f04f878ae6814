import type { ReactNode } from 'react';
import classes from './two-lines.module.css';

export interface TwoLinesProps {
  readonly children: ReactNode;
  /** Smaller, below: the number under the supplier, the engagement under the service. */
  readonly second?: ReactNode;
}

/** Two facts in one cell: what one looks for, and what confirms it. */
export function TwoLines({ children, second }: TwoLinesProps) {
  return (
    <span className={classes.both}>
      <span>{children}</span>
      {second && <span className={classes.second}>{second}</span>}
    </span>
  );
}
