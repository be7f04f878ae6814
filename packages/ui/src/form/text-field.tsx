import { TextInput } from '@mantine/core';
import { FieldLabel } from './field-label.js';
import type { FieldProps } from './field-props.js';

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'search' | 'tel' | 'url' | 'date' | undefined;
  /** Which keyboard a phone shows. */
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | undefined;
  readonly maxLength?: number | undefined;
  readonly autoFocus?: boolean | undefined;
}

export function TextField({
  label,
  hint,
  optional,
  onChange,
  error,
  type = 'text',
  disabled = false,
  ...input
}: TextFieldProps) {
  return (
    <TextInput
      {...input}
      type={type}
      size="md"
      disabled={disabled}
      label={<FieldLabel label={label} optional={optional} />}
      description={hint}
      error={error}
      aria-required={!optional}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
