import type { ReactNode } from 'react';
import { useWords } from '../language/language.js';
import classes from './form.module.css';

/** The name of a field; what may be left out says so, the rest is compulsory. */
export function FieldLabel({
  label,
  optional,
}: {
  readonly label: ReactNode;
  readonly optional: boolean | undefined;
}) {
  const words = useWords();
  return (
    <>
      {label}
      {optional && <span className={classes.optional}> ({words.optional})</span>}
    </>
  );
}
