import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../language/language.js';
import { controlProps, FieldFrame } from './field.js';
import classes from './field.module.css';
import type { FieldProps } from './field-props.js';

/** A password, hidden until asked for. Pasting and password managers work. */
export function PasswordField({
  id,
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
  const field = { id, hint, error, optional };
  const Icon = visible ? IconEyeOff : IconEye;
  return (
    <FieldFrame {...field} label={label}>
      <div className={classes.framed}>
        <input
          {...input}
          {...controlProps(field)}
          type={visible ? 'text' : 'password'}
          disabled={disabled}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <button
          type="button"
          className={classes.inside}
          aria-label={visible ? words.hidePassword : words.showPassword}
          onClick={() => setVisible(!visible)}
        >
          <Icon size={18} stroke={1.8} aria-hidden />
        </button>
      </div>
    </FieldFrame>
  );
}
