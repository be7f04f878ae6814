import type { ReactNode } from 'react';
import classes from './state-panel.module.css';

export interface StatePanelProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly tone?: 'neutral' | 'danger' | undefined;
  readonly role?: 'alert' | undefined;
}

/** The common shape of a page that has something to say instead of something to show. */
export function StatePanel({ icon, title, children, actions, tone = 'neutral', role }: StatePanelProps) {
  return (
    <div className={classes.panel} data-tone={tone} role={role}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <h2 className={classes.title}>{title}</h2>
      <div className={classes.text}>{children}</div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
