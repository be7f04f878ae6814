import { Form } from '@parvis/ui/form/form';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { PasswordField } from '@parvis/ui/form/password-field';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { type ReactNode, useState } from 'react';
import { fieldId } from './refusal-outcome.js';
import { SignUpFrame } from './sign-up-frame.js';
import { useSignUpWords } from './words.js';

export interface LinkFormProps {
  readonly outcome: FormOutcome | undefined;
  readonly sending: boolean;
  readonly onSubmit: (password: string) => void;
}

/** The link was opened where nobody signed up: the password tells that it is the same person. */
export function LinkForm({ outcome, sending, onSubmit }: LinkFormProps): ReactNode {
  const say = useSignUpWords();
  const [password, setPassword] = useState('');
  return (
    <SignUpFrame title={say('confirmTitle')} subtitle={say('linkText')}>
      <Form
        onSubmit={() => onSubmit(password)}
        outcome={outcome}
        sending={sending}
        actions={
          <SubmitButton sending={sending} sendingLabel={say('confirming')} fullWidth>
            {say('confirm')}
          </SubmitButton>
        }
      >
        <PasswordField
          id={fieldId('password')}
          name="password"
          autoComplete="current-password"
          label={say('password')}
          value={password}
          onChange={setPassword}
          error={errorOf(outcome, fieldId('password'))}
        />
      </Form>
    </SignUpFrame>
  );
}
