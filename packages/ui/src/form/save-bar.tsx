import type { ReactNode } from 'react';
import { useFoot } from '../frame/use-foot.js';
import classes from './save-bar.module.css';

/** The acts of a long form, always in sight at the foot of the window; the focus and the toasts keep clear of it. */
export function SaveBar({ children }: { readonly children: ReactNode }) {
  const bar = useFoot<HTMLDivElement>();
  return (
    <div ref={bar} className={classes.save} data-testid="save-bar">
      {children}
    </div>
  );
}
