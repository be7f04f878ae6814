import { NativeSelect } from '@mantine/core';
import { useWords } from '../language/language.js';
import { FieldLabel } from './field-label.js';
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
  return (
    <NativeSelect
      {...input}
      size="md"
      disabled={disabled}
      label={
        <span className={labelHidden ? 'pv-visually-hidden' : undefined}>
          <FieldLabel label={label} optional={optional} />
        </span>
      }
      description={hint}
      error={error}
      aria-required={!optional}
      data={prompt === false ? choices : [{ value: '', label: prompt ?? words.choose }, ...choices]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
