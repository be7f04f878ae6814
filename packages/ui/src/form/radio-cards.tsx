import { type ReactNode, useId } from 'react';
import { FieldLabel } from './field-label.js';
import classes from './form.module.css';

export interface RadioCardsProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly choices: readonly {
    readonly value: string;
    readonly label: ReactNode;
    /** What choosing it means. */
    readonly description?: ReactNode;
  }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly optional?: boolean | undefined;
}

/** One of a few, each with the sentence that helps to choose. */
export function RadioCards({ id, label, choices, value, onChange, hint, error, optional }: RadioCardsProps) {
  const name = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className={classes.radios} aria-describedby={described || undefined}>
      <legend className={classes.legend}>
        <FieldLabel label={label} optional={optional} />
      </legend>
      {hint && (
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      )}
      {choices.map((choice, position) => (
        <label key={choice.value} className={classes.card} data-checked={choice.value === value || undefined}>
          <input
            type="radio"
            id={position === 0 ? id : undefined}
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            <span className={classes.cardLabel}>{choice.label}</span>
            {choice.description && <span className={classes.cardText}>{choice.description}</span>}
          </span>
        </label>
      ))}
      {error && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
