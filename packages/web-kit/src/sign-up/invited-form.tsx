import { useMutation } from '@apollo/client/react';
import { Form } from '@parvis/ui/form/form';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { PasswordField } from '@parvis/ui/form/password-field';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { TextField } from '@parvis/ui/form/text-field';
import { type ReactNode, useState } from 'react';
import { SignUpInvitedDocument } from '../gql/graphql.js';
import { useLanguage } from '../words/i18n.js';
import { fieldId, outcomeOf } from './refusal-outcome.js';
import { useSignUpWords } from './words.js';

export interface InvitedFormProps {
  /** Of the invitation's link. */
  readonly token: string;
  /** The address the invitation was sent to; the account bears it. */
  readonly email: string;
  readonly onJoined: (structureId: string) => void;
}

/** An account for whoever was invited: name and password, the invitation says the rest. */
export function InvitedForm({ token, email, onJoined }: InvitedFormProps): ReactNode {
  const say = useSignUpWords();
  const language = useLanguage();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [signUp, { loading: sending }] = useMutation(SignUpInvitedDocument);
  const submit = async (): Promise<void> => {
    const chosen = language === 'en' ? ('EN' as const) : ('FR' as const);
    const input = { token, name, password, language: chosen };
    const answer = (await signUp({ variables: { input } }).catch(() => undefined))?.data?.signUpInvited;
    if (answer?.__typename !== 'InvitedSignedUp') return setOutcome(outcomeOf(answer));
    onJoined(answer.structure.id);
  };
  return (
    <Form
      onSubmit={() => void submit()}
      outcome={outcome}
      sending={sending}
      actions={
        <SubmitButton sending={sending} sendingLabel={say('submitting')} fullWidth>
          {say('submitInvited')}
        </SubmitButton>
      }
    >
      <TextField
        id={fieldId('email')}
        name="email"
        type="email"
        autoComplete="username"
        label={say('email')}
        hint={say('invitedEmailHint')}
        value={email}
        onChange={() => undefined}
        disabled
        error={errorOf(outcome, fieldId('email'))}
      />
      <TextField
        id={fieldId('name')}
        name="name"
        autoComplete="name"
        autoFocus
        label={say('name')}
        value={name}
        onChange={setName}
        error={errorOf(outcome, fieldId('name'))}
      />
      <PasswordField
        id={fieldId('password')}
        name="password"
        autoComplete="new-password"
        label={say('password')}
        hint={say('passwordHint')}
        value={password}
        onChange={setPassword}
        error={errorOf(outcome, fieldId('password'))}
      />
    </Form>
  );
}
