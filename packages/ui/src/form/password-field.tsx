import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../language/language.js';
import { FieldLabel } from './field-label.js';
import type { FieldProps } from './field-props.js';

/** A password, hidden until asked for. Pasting and password managers work. */
export function PasswordField({
  label,
  hint,
  optional,
  onChange,
  error,
  disabled = false,
  ...input
}: FieldProps) {
  const words = useWords();
  const [visible, setVisible] = useState(false);
  return (
    <PasswordInput
      {...input}
      size="md"
      disabled={disabled}
      label={<FieldLabel label={label} optional={optional} />}
      description={hint}
      error={error}
      aria-required={!optional}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{
        'aria-label': visible ? words.hidePassword : words.showPassword,
        tabIndex: 0,
      }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
