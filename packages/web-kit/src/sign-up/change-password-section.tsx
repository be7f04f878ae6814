import { useMutation } from '@apollo/client/react';
import { Form } from '@parvis/ui/form/form';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { PasswordField } from '@parvis/ui/form/password-field';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { type ReactNode, useState } from 'react';
import { ChangePasswordDocument } from '../gql/graphql.js';
import { sideHere } from './place.js';
import { outcomeOf } from './refusal-outcome.js';
import { useSignUpWords } from './words.js';

const CURRENT = 'sign-up-password-current';
const NEXT = 'sign-up-password-next';

/** On the account page: a new password, with the current one as proof. */
export function ChangePasswordSection(): ReactNode {
  const say = useSignUpWords();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [change, { loading: sending }] = useMutation(ChangePasswordDocument);
  const submit = async (): Promise<void> => {
    const variables = { input: { current, password, side: sideHere() } };
    const answer = (await change({ variables }).catch(() => undefined))?.data?.changePassword;
    if (answer?.__typename !== 'AccountActDone') {
      const about = answer?.code === 'current-password-wrong' ? 'password-current' : 'password-next';
      return setOutcome(outcomeOf(answer, about));
    }
    setCurrent('');
    setPassword('');
    setOutcome({ kind: 'done', message: say('passwordChanged') });
  };
  return (
    <section className="pv-panel" aria-labelledby="change-password">
      <h2 id="change-password" className="pv-panel-title">
        {say('changePasswordTitle')}
      </h2>
      <Form
        onSubmit={() => void submit()}
        outcome={outcome}
        sending={sending}
        actions={<SubmitButton sending={sending}>{say('changePassword')}</SubmitButton>}
      >
        <PasswordField
          id={CURRENT}
          name="current-password"
          autoComplete="current-password"
          label={say('currentPassword')}
          value={current}
          onChange={setCurrent}
          error={errorOf(outcome, CURRENT)}
        />
        <PasswordField
          id={NEXT}
          name="new-password"
          autoComplete="new-password"
          label={say('newPassword')}
          hint={say('passwordHint')}
          value={password}
          onChange={setPassword}
          error={errorOf(outcome, NEXT)}
        />
      </Form>
    </section>
  );
}
