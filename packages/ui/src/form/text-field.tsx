import type { ReactNode } from 'react';
import { controlProps, FieldFrame } from './field.js';
import classes from './field.module.css';
import type { FieldProps } from './field-props.js';

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'search' | 'tel' | 'url' | 'date' | undefined;
  /** Which keyboard a phone shows. */
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | undefined;
  readonly maxLength?: number | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly placeholder?: string | undefined;
  /** Said while one types, below; it stops nobody. */
  readonly advice?: ReactNode;
}

export function TextField({
  id,
  label,
  hint,
  optional,
  onChange,
  error,
  type = 'text',
  disabled = false,
  advice,
  ...input
}: TextFieldProps) {
  const field = { id, hint, error, optional };
  return (
    <FieldFrame {...field} label={label}>
      <input
        {...input}
        {...controlProps(field)}
        type={type}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {advice && (
        <div className={classes.advice} aria-live="polite">
          {advice}
        </div>
      )}
    </FieldFrame>
  );
}
