import { controlProps, FieldFrame } from './field.js';
import type { FieldProps } from './field-props.js';

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'search' | 'tel' | 'url' | 'date' | undefined;
  /** Which keyboard a phone shows. */
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | undefined;
  readonly maxLength?: number | undefined;
  readonly autoFocus?: boolean | undefined;
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
    </FieldFrame>
  );
}
