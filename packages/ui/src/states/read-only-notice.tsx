import { IconEye } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../language/language.js';
import classes from './state-panel.module.css';

/** This can be read but not changed, and why. */
export function ReadOnlyNotice({ children }: { readonly children: ReactNode }) {
  const words = useWords();
  return (
    <div className={classes.notice}>
      <IconEye size={18} stroke={1.8} aria-hidden />
      <span>
        <strong>{words.readOnly}.</strong> {children}
      </span>
    </div>
  );
}
