import { useWords } from '../language/language.js';
import { controlProps, FieldFrame } from './field.js';
import type { FieldProps } from './field-props.js';
import classes from './form.module.css';

export interface TextAreaProps extends FieldProps {
  readonly rows?: number | undefined;
  /** Counted aloud near the end; typing beyond it is possible and said, so that a pasted text is not cut silently. */
  readonly maxLength?: number | undefined;
}

export function TextArea({
  id,
  label,
  hint,
  optional,
  onChange,
  error,
  rows = 4,
  maxLength,
  disabled = false,
  ...input
}: TextAreaProps) {
  const words = useWords();
  const left = maxLength === undefined ? undefined : maxLength - input.value.length;
  const field = { id, hint, error: error ?? (left !== undefined && left < 0), optional };
  return (
    <div>
      <FieldFrame {...field} label={label}>
        <textarea
          {...input}
          {...controlProps(field)}
          rows={rows}
          disabled={disabled}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </FieldFrame>
      {left !== undefined && (
        <p
          className={classes.counter}
          data-over={left < 0 || undefined}
          role={left < 20 ? 'status' : undefined}
        >
          {left < 0 ? words.charactersOver(-left) : words.charactersLeft(left)}
        </p>
      )}
    </div>
  );
}
