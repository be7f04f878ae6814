import type { ReactNode } from 'react';
import { PageTitle } from '../frame/page-title.js';
import classes from './state-panel.module.css';

export interface StatePanelProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly tone?: 'neutral' | 'danger' | undefined;
  readonly role?: 'alert' | undefined;
  /** It is all there is on the page: its title is the page's. */
  readonly wholePage?: boolean | undefined;
}

/** The common shape of a page that has something to say instead of something to show. */
export function StatePanel(props: StatePanelProps) {
  const { icon, title, children, actions, tone = 'neutral', role, wholePage = false } = props;
  const Title = wholePage ? 'h1' : 'h2';
  return (
    <div className={classes.panel} data-tone={tone} role={role}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      {wholePage && <PageTitle title={title} />}
      <Title className={classes.title}>{title}</Title>
      <div className={classes.text}>{children}</div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
