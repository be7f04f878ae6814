import type { ReactNode } from 'react';
import classes from './form.module.css';

export interface CheckboxFieldProps {
  readonly id: string;
  readonly label: ReactNode;
  /** What it means when ticked, under the label. */
  readonly text?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean | undefined;
}

/** A yes or a no that explains itself. */
export function CheckboxField({ id, label, text, checked, onChange, disabled = false }: CheckboxFieldProps) {
  return (
    <label className={classes.card} data-checked={checked || undefined} data-disabled={disabled || undefined}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={text ? `${id}-text` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        <span className={classes.cardLabel}>{label}</span>
        {text && (
          <span id={`${id}-text`} className={classes.cardText}>
            {text}
          </span>
        )}
      </span>
    </label>
  );
}
