import type { MouseEvent, ReactNode } from 'react';
import { Link } from '../link/link.js';
import classes from './data-table.module.css';

export interface RowOpenerProps {
  readonly href: string | undefined;
  readonly children: ReactNode;
}

/** What the row is called, as the link that opens it; without a link it only takes the focus. */
export function RowOpener({ href, children }: RowOpenerProps) {
  return href ? (
    <Link href={href} className={classes.opener} data-row-opener="">
      {children}
    </Link>
  ) : (
    <span className={classes.name} data-row-opener="" tabIndex={-1}>
      {children}
    </span>
  );
}

/** A click anywhere on a row opens it, except on what has a purpose of its own, or while text is being selected. */
export const openRow = ({ target, currentTarget }: MouseEvent<HTMLElement>): void => {
  if ((target as Element).closest('a, button, input, label, summary, [role="button"]')) return;
  if (window.getSelection()?.toString()) return;
  currentTarget.querySelector<HTMLElement>('a[data-row-opener]')?.click();
};
