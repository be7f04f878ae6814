import { ReadOnlyNotice } from '@parvis/ui/states/read-only-notice';
import type { ReactNode } from 'react';
import { useMayAct } from './may-act.js';
import classes from './reader-notice.module.css';

/** Tells those who may only read why they see no act; says nothing to the others. */
export function ReaderNotice({ children }: { readonly children: ReactNode }): ReactNode {
  if (useMayAct()) return null;
  return (
    <div className={classes.notice}>
      <ReadOnlyNotice>{children}</ReadOnlyNotice>
    </div>
  );
}
