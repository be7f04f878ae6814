import { useMutation } from '@apollo/client/react';
import { Form } from '@parvis/ui/form/form';
import { errorOf } from '@parvis/ui/form/outcome';
import { PasswordField } from '@parvis/ui/form/password-field';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { TextField } from '@parvis/ui/form/text-field';
import { type ReactNode, useState } from 'react';
import { RequestEmailChangeDocument } from '../gql/graphql.js';
import { useSession } from '../session/session.js';
import { sideHere } from './place.js';
import { useAccountForm } from './use-account-form.js';
import { useSignUpWords } from './words.js';

const EMAIL = 'sign-up-email-next';
const CURRENT = 'sign-up-email-password';

/** On the account page: another address, which proves itself by a link. */
export function ChangeEmailSection(): ReactNode {
  const say = useSignUpWords();
  const { viewer } = useSession();
  const [email, setEmail] = useState('');
  const [current, setCurrent] = useState('');
  const { outcome, send } = useAccountForm({ current: 'email-password', next: 'email-next' });
  const [request, { loading: sending }] = useMutation(RequestEmailChangeDocument);
  const submit = (): Promise<void> =>
    send(
      async () => {
        const variables = { input: { email, current, side: sideHere() } };
        return (await request({ variables })).data?.requestEmailChange;
      },
      (done) => {
        setCurrent('');
        return say('emailAsked', { email: done.email ?? email });
      },
    );
  return (
    <section className="pv-panel" aria-labelledby="change-email">
      <h2 id="change-email" className="pv-panel-title">
        {say('changeEmailTitle')}
      </h2>
      <p>{say('changeEmailText', { email: viewer.email })}</p>
      <Form
        onSubmit={() => void submit()}
        outcome={outcome}
        sending={sending}
        actions={<SubmitButton sending={sending}>{say('changeEmail')}</SubmitButton>}
      >
        <TextField
          id={EMAIL}
          name="email"
          type="email"
          autoComplete="email"
          label={say('newEmail')}
          value={email}
          onChange={setEmail}
          error={errorOf(outcome, EMAIL)}
        />
        <PasswordField
          id={CURRENT}
          name="current-password"
          autoComplete="current-password"
          label={say('currentPassword')}
          value={current}
          onChange={setCurrent}
          error={errorOf(outcome, CURRENT)}
        />
      </Form>
    </section>
  );
}
