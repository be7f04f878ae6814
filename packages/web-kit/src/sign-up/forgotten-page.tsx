import { useMutation } from '@apollo/client/react';
import { Form } from '@parvis/ui/form/form';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { TextField } from '@parvis/ui/form/text-field';
import { Link } from '@parvis/ui/link/link';
import { type ReactNode, useState } from 'react';
import { RequestPasswordResetDocument } from '../gql/graphql.js';
import type { SignUpPlace } from './place.js';
import { fieldId, outcomeOf } from './refusal-outcome.js';
import { SignUpFrame } from './sign-up-frame.js';
import { useSignUpWords } from './words.js';

/** Asks for a link; whether the address has an account is not said. */
export function ForgottenPage({ side, homeHref }: SignUpPlace): ReactNode {
  const say = useSignUpWords();
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [request, { loading: sending }] = useMutation(RequestPasswordResetDocument);
  const submit = async (): Promise<void> => {
    const variables = { input: { email, side } };
    const answer = (await request({ variables }).catch(() => undefined))?.data?.requestPasswordReset;
    if (answer?.__typename !== 'AccountActDone') return setOutcome(outcomeOf(answer, 'email'));
    setSentTo(answer.email ?? email);
  };
  const back = (
    <Link href={homeHref} className="pv-link">
      {say('signIn')}
    </Link>
  );
  if (sentTo !== undefined) {
    return (
      <SignUpFrame title={say('linkSentTitle')} below={back}>
        <p role="status">{say('linkSent', { email: sentTo })}</p>
      </SignUpFrame>
    );
  }
  return (
    <SignUpFrame title={say('forgottenTitle')} subtitle={say('forgottenText')} below={back}>
      <Form
        onSubmit={() => void submit()}
        outcome={outcome}
        sending={sending}
        actions={
          <SubmitButton sending={sending} fullWidth>
            {say('sendLink')}
          </SubmitButton>
        }
      >
        <TextField
          id={fieldId('email')}
          name="email"
          type="email"
          autoComplete="username"
          label={say('email')}
          value={email}
          onChange={setEmail}
          error={errorOf(outcome, fieldId('email'))}
        />
      </Form>
    </SignUpFrame>
  );
}
