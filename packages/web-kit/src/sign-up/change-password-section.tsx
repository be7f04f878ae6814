import { useMutation } from '@apollo/client/react';
import { Form } from '@parvis/ui/form/form';
import { errorOf } from '@parvis/ui/form/outcome';
import { PasswordField } from '@parvis/ui/form/password-field';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { type ReactNode, useState } from 'react';
import { ChangePasswordDocument } from '../gql/graphql.js';
import { sideHere } from './place.js';
import { useAccountForm } from './use-account-form.js';
import { useSignUpWords } from './words.js';

const CURRENT = 'sign-up-password-current';
const NEXT = 'sign-up-password-next';

/** On the account page: a new password, with the current one as proof. */
export function ChangePasswordSection(): ReactNode {
  const say = useSignUpWords();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const { outcome, send } = useAccountForm({ current: 'password-current', next: 'password-next' });
  const [change, { loading: sending }] = useMutation(ChangePasswordDocument);
  const submit = (): Promise<void> =>
    send(
      async () => {
        const variables = { input: { current, password, side: sideHere() } };
        return (await change({ variables })).data?.changePassword;
      },
      () => {
        setCurrent('');
        setPassword('');
        return say('passwordChanged');
      },
    );
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
