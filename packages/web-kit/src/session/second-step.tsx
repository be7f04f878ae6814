import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { Form } from '@parvis/ui/form/form';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { TextField } from '@parvis/ui/form/text-field';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { ConfirmSecondFactorDocument, type FactorMethod, type SignInAnswerFragment } from '../gql/graphql.js';
import { PasskeyButton } from './passkey-button.js';
import type { Viewer } from './session.js';
import { signInOutcome } from './sign-in-outcome.js';
import classes from './sign-in-page.module.css';
import { useSessionWords } from './words.js';

// Few ever lose everything.
const LostAll = lazy(() =>
  import('../factor-resets/lost-all.js').then((module) => ({ default: module.LostAll })),
);

export interface SecondStepProps {
  readonly challenge: string;
  /** What this person may give, the best first. */
  readonly methods: readonly FactorMethod[];
  readonly onSignedIn: (viewer: Viewer) => void;
  readonly onBeginAgain: () => void;
}

/** The password is right: now the passkey, the code of the app, or a recovery code. */
export function SecondStep({ challenge, methods, onSignedIn, onBeginAgain }: SecondStepProps): ReactNode {
  const say = useSessionWords();
  const [method, setMethod] = useState(methods[0] ?? 'TOTP');
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [lostAll, setLostAll] = useState(false);
  const take = (answer: SignInAnswerFragment | undefined): void =>
    answer?.__typename === 'SignedIn' ? onSignedIn(answer.viewer) : setOutcome(signInOutcome(answer));
  const choose = (chosen: FactorMethod): void => {
    setOutcome(undefined);
    setMethod(chosen);
  };
  const others = methods.filter((each) => each !== method);
  if (lostAll)
    return (
      <Suspense fallback={<PageLoading shape="form" />}>
        <LostAll challenge={challenge} onBack={() => setLostAll(false)} onBeginAgain={onBeginAgain} />
      </Suspense>
    );
  return (
    <div className={classes.steps}>
      <h2 className={classes.stepTitle}>{say('secondTitle')}</h2>
      {method === 'PASSKEY' ? (
        <Form
          outcome={outcome}
          onSubmit={() => undefined}
          actions={
            <PasskeyButton
              main
              challenge={challenge}
              label={say('usePasskey')}
              onAnswer={take}
              onOutcome={setOutcome}
            />
          }
        >
          <p className={classes.text}>{say('passkeyText')}</p>
        </Form>
      ) : (
        <CodeForm
          key={method}
          challenge={challenge}
          method={method}
          outcome={outcome}
          onOutcome={setOutcome}
          onAnswer={take}
        />
      )}
      <div className={classes.others}>
        {others.map((other) => (
          <Button key={other} variant="subtle" onClick={() => choose(other)}>
            {say(other === 'PASSKEY' ? 'usePasskey' : `use_${other}`)}
          </Button>
        ))}
        <Button variant="subtle" onClick={onBeginAgain}>
          {say('beginAgain')}
        </Button>
        <Button variant="subtle" onClick={() => setLostAll(true)}>
          {say('lostAll')}
        </Button>
      </div>
    </div>
  );
}

interface CodeFormProps {
  readonly challenge: string;
  readonly method: 'TOTP' | 'RECOVERY_CODE';
  readonly outcome: FormOutcome | undefined;
  readonly onOutcome: (outcome: FormOutcome | undefined) => void;
  readonly onAnswer: (answer: SignInAnswerFragment | undefined) => void;
}

function CodeForm({ challenge, method, outcome, onOutcome, onAnswer }: CodeFormProps): ReactNode {
  const say = useSessionWords();
  const [code, setCode] = useState('');
  const [confirm, { loading }] = useMutation(ConfirmSecondFactorDocument);
  const submit = async (): Promise<void> => {
    if (code.trim() === '')
      return onOutcome({
        kind: 'field-errors',
        errors: [{ fieldId: 'code', message: say('secondMissing') }],
      });
    const input = { challenge, factor: { method, answer: code } };
    const answer = await confirm({ variables: { input } }).catch(() => undefined);
    setCode('');
    onAnswer(answer?.data?.confirmSecondFactor);
  };
  return (
    <Form
      outcome={outcome}
      sending={loading}
      onSubmit={() => void submit()}
      actions={
        <SubmitButton sending={loading} fullWidth>
          {say('confirm')}
        </SubmitButton>
      }
    >
      <TextField
        id="code"
        name="code"
        autoFocus
        label={say(`second_${method}`)}
        hint={say(`secondHint_${method}`)}
        autoComplete={method === 'TOTP' ? 'one-time-code' : 'off'}
        inputMode={method === 'TOTP' ? 'numeric' : 'text'}
        value={code}
        onChange={setCode}
        error={errorOf(outcome, 'code')}
      />
    </Form>
  );
}
