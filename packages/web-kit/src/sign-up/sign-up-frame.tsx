import { PageHeader } from '@parvis/ui/frame/page-header';
import type { ReactNode } from 'react';
import classes from './sign-up.module.css';

export interface SignUpFrameProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

/** One question on a narrow page. */
export function SignUpFrame({ title, subtitle, below, children }: SignUpFrameProps): ReactNode {
  return (
    <div className={classes.narrow}>
      <PageHeader title={title} subtitle={subtitle} />
      <div className="pv-panel">{children}</div>
      {below && <div className={classes.below}>{below}</div>}
    </div>
  );
}
