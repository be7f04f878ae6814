import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { Form } from '@parvis/ui/form/form';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { PasswordField } from '@parvis/ui/form/password-field';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { type ReactNode, useState } from 'react';
import { ResetPasswordDocument } from '../gql/graphql.js';
import { useLinkSecret } from './link-secret.js';
import type { SignUpPlace } from './place.js';
import { fieldId, outcomeOf } from './refusal-outcome.js';
import { SignUpFrame } from './sign-up-frame.js';
import { useSignUpWords } from './words.js';

/** Where the mailed link leads: a new password, then the door. */
export function NewPasswordPage({ side, homeHref, forgottenHref }: SignUpPlace): ReactNode {
  const say = useSignUpWords();
  const link = useLinkSecret();
  const [password, setPassword] = useState('');
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [done, setDone] = useState(false);
  const [reset, { loading: sending }] = useMutation(ResetPasswordDocument);
  const submit = async (secret: string): Promise<void> => {
    const variables = { input: { link: secret, password, side } };
    const answer = (await reset({ variables }).catch(() => undefined))?.data?.resetPassword;
    if (answer?.__typename === 'AccountActDone') return setDone(true);
    const about = answer?.code.startsWith('password-') ? 'password' : undefined;
    setOutcome(outcomeOf(answer, about));
  };
  if (done) {
    return (
      <SignUpFrame title={say('newPasswordTitle')} below={<Button href={homeHref}>{say('signIn')}</Button>}>
        <p role="status">{say('passwordSet')}</p>
      </SignUpFrame>
    );
  }
  const askNew = (
    <Button href={forgottenHref} variant="default">
      {say('askNewLink')}
    </Button>
  );
  if (!link)
    return <EmptyState wholePage title={say('noLinkTitle')} why={say('noLinkText')} firstStep={askNew} />;
  return (
    <SignUpFrame
      title={say('newPasswordTitle')}
      subtitle={say('newPasswordText')}
      below={outcome?.kind === 'refused' ? askNew : undefined}
    >
      <Form
        onSubmit={() => void submit(link)}
        outcome={outcome}
        sending={sending}
        actions={
          <SubmitButton sending={sending} fullWidth>
            {say('setPassword')}
          </SubmitButton>
        }
      >
        <PasswordField
          id={fieldId('password')}
          name="password"
          autoComplete="new-password"
          label={say('newPassword')}
          hint={say('passwordHint')}
          value={password}
          onChange={setPassword}
          error={errorOf(outcome, fieldId('password'))}
        />
      </Form>
    </SignUpFrame>
  );
}
