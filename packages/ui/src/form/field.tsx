import type { ReactNode } from 'react';
import classes from './field.module.css';
import { FieldLabel } from './field-label.js';

export interface FieldFrameProps {
  /** Of the control. */
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly optional?: boolean | undefined;
  /** For a choice that explains itself by where it stands; screen readers still say its label. */
  readonly labelHidden?: boolean | undefined;
  readonly children: ReactNode;
}

const hintOf = (id: string): string => `${id}-hint`;
const errorOf = (id: string): string => `${id}-error`;

/** What stands around every control: its name, how to fill it in, what is wrong with it. */
export function FieldFrame({ id, label, hint, error, optional, labelHidden, children }: FieldFrameProps) {
  return (
    <div className={classes.field} data-error={error ? '' : undefined}>
      <label htmlFor={id} className={labelHidden ? 'pv-visually-hidden' : classes.label}>
        <FieldLabel label={label} optional={optional} />
      </label>
      {hint && (
        <p id={hintOf(id)} className={classes.hint}>
          {hint}
        </p>
      )}
      {children}
      {error && typeof error !== 'boolean' && (
        <p id={errorOf(id)} className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}

/** What the control itself must say, so that people who do not see the frame hear it. */
export const controlProps = ({
  id,
  hint,
  error,
  optional,
}: Pick<FieldFrameProps, 'id' | 'hint' | 'error' | 'optional'>) => {
  const told = [hint && hintOf(id), error && typeof error !== 'boolean' && errorOf(id)].filter(Boolean);
  return {
    id,
    className: classes.control,
    'aria-required': !optional,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': told.length > 0 ? told.join(' ') : undefined,
  } as const;
};
