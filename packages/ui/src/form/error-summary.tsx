import { IconAlertTriangle } from '@tabler/icons-react';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useWords } from '../language/language.js';
import classes from './form.module.css';
import type { FieldError } from './outcome.js';

const goTo = (fieldId: string) => (event: MouseEvent) => {
  event.preventDefault();
  document.getElementById(fieldId)?.focus();
};

/** All that is to be corrected, above the form; it takes the focus when it appears and leads to each field. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  const words = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) place.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={place} tabIndex={-1} role="alert" className={classes.summary}>
      <IconAlertTriangle size={20} stroke={1.9} aria-hidden />
      <div>
        <p className={classes.summaryTitle}>{words.errorsTitle(errors.length)}</p>
        <ul>
          {errors.map(({ fieldId, message }) => (
            <li key={`${fieldId} ${message}`}>
              <a href={`#${fieldId}`} onClick={goTo(fieldId)}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
