import { useMutation } from '@apollo/client/react';
import { Notice } from '@parvis/ui/display/notice';
import { Form } from '@parvis/ui/form/form';
import { errorOf, type FieldError, type FormOutcome } from '@parvis/ui/form/outcome';
import { PasswordField } from '@parvis/ui/form/password-field';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { TextField } from '@parvis/ui/form/text-field';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type SignInAnswerFragment, SignInDocument } from '../gql/graphql.js';
import { linkProvider } from './provider-return.js';
import type { SecondStepProps } from './second-step.js';
import type { Viewer } from './session.js';
import { signInOutcome } from './sign-in-outcome.js';
import { useSessionWords } from './words.js';

// Only whoever has a second factor needs to give it.
const SecondStep = lazy(() => import('./second-step.js').then((module) => ({ default: module.SecondStep })));
const OtherWays = lazy(() => import('./other-ways.js').then((module) => ({ default: module.OtherWays })));

export interface SignInFormProps {
  readonly onSignedIn: (viewer: Viewer) => void;
  /** Known already, when someone signs in again. */
  readonly email?: string;
  /** On top of a page that must stay as it is: a provider opens in a tab of its own. */
  readonly again?: boolean;
}

/** Each app serves the account under its own first segment. */
const accountAddress = (): string => `/${location.pathname.split('/')[1]}/compte`;

type Second = Pick<SecondStepProps, 'challenge' | 'methods'>;

/** Every way it may end has its sentence: fields empty, refused, too many tries, a second factor, no answer. */
export function SignInForm({ onSignedIn, email: known = '', again = false }: SignInFormProps): ReactNode {
  const say = useSessionWords();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [second, setSecond] = useState<Second>();
  const [signIn, { loading }] = useMutation(SignInDocument);

  const [linking, setLinking] = useState(false);

  const letIn = (viewer: Viewer): void => {
    // The account is proved: from now on the provider opens it. A link that has expired keeps nobody out.
    if (linking) void linkProvider().finally(() => onSignedIn(viewer));
    else onSignedIn(viewer);
  };
  const take = (answer: SignInAnswerFragment | undefined): void => {
    if (answer?.__typename === 'SignedIn' && answer.mustProtectAgain && !again)
      location.assign(accountAddress());
    else if (answer?.__typename === 'SignedIn') letIn(answer.viewer);
    else if (answer?.__typename === 'SecondFactorRequired') setSecond(answer);
    else setOutcome(signInOutcome(answer));
  };
  const submit = async (): Promise<void> => {
    const errors: FieldError[] = [];
    if (email.trim() === '') errors.push({ fieldId: 'email', message: say('emailMissing') });
    if (password === '') errors.push({ fieldId: 'password', message: say('passwordMissing') });
    if (errors.length > 0) return setOutcome({ kind: 'field-errors', errors });
    const input = { email: email.trim(), password };
    take((await signIn({ variables: { input } }).catch(() => undefined))?.data?.signIn);
  };
  const beginAgain = (): void => {
    setSecond(undefined);
    setPassword('');
    setOutcome(undefined);
  };

  if (second)
    return (
      <Suspense fallback={<PageLoading shape="form" />}>
        <SecondStep {...second} onSignedIn={letIn} onBeginAgain={beginAgain} />
      </Suspense>
    );
  return (
    <>
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
        {linking && <Notice tone="info">{say('openId_link')}</Notice>}
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
      <Suspense>
        <OtherWays again={again} onAnswer={take} onOutcome={setOutcome} onLink={() => setLinking(true)} />
      </Suspense>
    </>
  );
}
