import { useMutation } from '@apollo/client/react';
import { Form } from '@parvis/ui/form/form';
import { errorOf, type FieldError, type FormOutcome } from '@parvis/ui/form/outcome';
import { PasswordField } from '@parvis/ui/form/password-field';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { TextField } from '@parvis/ui/form/text-field';
import { type ReactNode, useState } from 'react';
import { SignInDocument, type SignInMutation } from '../gql/graphql.js';
import type { Viewer } from './session.js';
import { useSessionWords } from './words.js';

export interface SignInFormProps {
  readonly onSignedIn: (viewer: Viewer) => void;
  /** Known already, when someone signs in again. */
  readonly email?: string;
}

/** Every way it may end has its sentence: fields empty, refused, too many tries, no answer. */
export function SignInForm({ onSignedIn, email: known = '' }: SignInFormProps): ReactNode {
  const say = useSessionWords();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [signIn, { loading }] = useMutation(SignInDocument);

  const submit = async (): Promise<void> => {
    const errors: FieldError[] = [];
    if (email.trim() === '') errors.push({ fieldId: 'email', message: say('emailMissing') });
    if (password === '') errors.push({ fieldId: 'password', message: say('passwordMissing') });
    if (errors.length > 0) return setOutcome({ kind: 'field-errors', errors });
    const input = { email: email.trim(), password };
    const answer = await signIn({ variables: { input } }).catch(() => undefined);
    if (answer?.data?.signIn.__typename === 'SignedIn') return onSignedIn(answer.data.signIn.viewer);
    setOutcome(outcomeOf(answer?.data?.signIn, say('credentials-refused')));
  };

  return (
    <Form
      onSubmit={() => void submit()}
      outcome={outcome}
      sending={loading}
      actions={
        <SubmitButton sending={loading} fullWidth>
          {say('signIn')}
        </SubmitButton>
      }
    >
      <TextField
        id="email"
        name="email"
        type="email"
        label={say('email')}
        autoComplete="username"
        value={email}
        onChange={setEmail}
        error={errorOf(outcome, 'email')}
      />
      <PasswordField
        id="password"
        name="password"
        label={say('password')}
        autoComplete="current-password"
        data-autofocus={known !== '' || undefined}
        value={password}
        onChange={setPassword}
        error={errorOf(outcome, 'password')}
      />
    </Form>
  );
}

const outcomeOf = (answer: SignInMutation['signIn'] | undefined, refused: string): FormOutcome => {
  if (answer?.__typename !== 'SignInRefused') return { kind: 'failed' };
  if (answer.retryAt) return { kind: 'too-many-tries', retryAt: new Date(answer.retryAt) };
  return { kind: 'refused', message: answer.code === 'credentials-refused' ? refused : answer.message };
};
