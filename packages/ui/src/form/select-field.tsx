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
  /** The first line while nothing is chosen: "Choisir un service". */
  readonly prompt?: string | undefined;
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
  disabled = false,
  ...input
}: SelectFieldProps) {
  const words = useWords();
  return (
    <NativeSelect
      {...input}
      size="md"
      disabled={disabled}
      label={<FieldLabel label={label} optional={optional} />}
      description={hint}
      error={error}
      aria-required={!optional}
      data={[{ value: '', label: prompt ?? words.choose }, ...choices]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
