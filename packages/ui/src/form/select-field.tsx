import { IconChevronDown } from '@tabler/icons-react';
import { useWords } from '../language/language.js';
import { controlProps, FieldFrame } from './field.js';
import classes from './field.module.css';
import type { FieldProps } from './field-props.js';

export interface SelectFieldProps extends FieldProps {
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    readonly disabled?: boolean;
  }[];
  /** The first line while nothing is chosen: "Choisir un service"; false when something always is. */
  readonly prompt?: string | false | undefined;
  /** For a choice that explains itself by where it stands; screen readers still say its label. */
  readonly labelHidden?: boolean | undefined;
}

/** One of a list: the browser's own, which every phone and screen reader knows. */
export function SelectField({
  id,
  label,
  hint,
  optional,
  onChange,
  error,
  choices,
  prompt,
  labelHidden = false,
  disabled = false,
  ...input
}: SelectFieldProps) {
  const words = useWords();
  const field = { id, hint, error, optional };
  const shown = prompt === false ? choices : [{ value: '', label: prompt ?? words.choose }, ...choices];
  return (
    <FieldFrame {...field} label={label} labelHidden={labelHidden}>
      <div className={classes.framed}>
        <select
          {...input}
          {...controlProps(field)}
          disabled={disabled}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {shown.map((choice) => (
            <option
              key={choice.value}
              value={choice.value}
              disabled={'disabled' in choice && choice.disabled}
            >
              {choice.label}
            </option>
          ))}
        </select>
        <IconChevronDown size={16} stroke={1.8} aria-hidden />
      </div>
    </FieldFrame>
  );
}
