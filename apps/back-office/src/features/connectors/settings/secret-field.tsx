import { Button } from '@parvis/ui/acts/button';
import type { FieldProps } from '@parvis/ui/form/field-props';
import { PasswordField } from '@parvis/ui/form/password-field';
import { TextArea } from '@parvis/ui/form/text-area';
import { type ReactNode, useState } from 'react';
import classes from '../connectors.module.css';
import { useWords } from '../words.js';

interface SecretFieldProps extends FieldProps {
  readonly multiline: boolean;
  /** Stored already: it stays unless another one is written. */
  readonly isKept: boolean;
}

/** Written once, never shown again. */
export function SecretField({ multiline, isKept, ...field }: SecretFieldProps): ReactNode {
  const say = useWords();
  const [isReplacing, setReplacing] = useState(false);
  if (isKept && !isReplacing && field.value === '') {
    return (
      <div className={classes.kept}>
        <span id={`${field.id}-name`} className={classes.keptLabel}>
          {field.label}
        </span>
        <span className={classes.keptLine}>
          {say('secretKept')}
          <Button
            id={field.id}
            variant="default"
            size="compact-md"
            aria-describedby={`${field.id}-name`}
            onClick={() => setReplacing(true)}
          >
            {say('secretReplace')}
          </Button>
        </span>
      </div>
    );
  }
  const keepOld = (): void => {
    setReplacing(false);
    field.onChange('');
  };
  return (
    <div className={classes.secret}>
      {multiline ? (
        <TextArea {...field} rows={5} autoComplete="off" />
      ) : (
        <PasswordField {...field} autoComplete="new-password" />
      )}
      {isKept && (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={keepOld}>
            {say('secretKeepOld')}
          </Button>
        </div>
      )}
    </div>
  );
}
