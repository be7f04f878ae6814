import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { formatTime } from '@parvis/ui/display/format-date';
import { Notice } from '@parvis/ui/display/notice';
import { Form } from '@parvis/ui/form/form';
import { FormAnswer } from '@parvis/ui/form/form-answer';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { TextField } from '@parvis/ui/form/text-field';
import { useLanguage } from '@parvis/ui/language/language';
import { Link } from '@parvis/ui/link/link';
import { type ReactNode, useState } from 'react';
import { ResendSignUpCodeDocument } from '../gql/graphql.js';
import { keepPending, type PendingSignUp } from './kept.js';
import { fieldId, outcomeOf } from './refusal-outcome.js';
import classes from './sign-up.module.css';
import { SignUpFrame } from './sign-up-frame.js';
import { useSignUpWords } from './words.js';

export interface CodeFormProps {
  readonly pending: PendingSignUp;
  readonly signUpHref: string;
  readonly outcome: FormOutcome | undefined;
  readonly sending: boolean;
  readonly onSubmit: (code: string) => void;
}

/** Six digits, sent by themselves once they are there; pasting works, with spaces too. */
export function CodeForm({ pending, signUpHref, outcome, sending, onSubmit }: CodeFormProps): ReactNode {
  const say = useSignUpWords();
  const { locale, timeZone } = useLanguage();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<FormOutcome>();
  const [expiresAt, setExpiresAt] = useState(pending.codeExpiresAt);
  const shown = missing ?? outcome;

  const change = (typed: string): void => {
    const before = digitsOf(code);
    const digits = digitsOf(typed);
    setCode(typed);
    setMissing(undefined);
    if (digits.length === 6 && digits !== before && !sending) onSubmit(digits);
  };
  const submit = (): void => {
    const digits = digitsOf(code);
    if (digits.length === 6) onSubmit(digits);
    else
      setMissing({
        kind: 'field-errors',
        errors: [{ fieldId: fieldId('code'), message: say('codeMissing') }],
      });
  };

  return (
    <SignUpFrame
      title={say('confirmTitle')}
      subtitle={say('codeSent', {
        email: pending.email,
        time: formatTime(new Date(expiresAt), locale, timeZone),
      })}
      below={<Resend pending={pending} signUpHref={signUpHref} onSent={setExpiresAt} />}
    >
      <Form
        onSubmit={submit}
        outcome={shown}
        sending={sending}
        actions={
          <SubmitButton sending={sending} sendingLabel={say('confirming')} fullWidth>
            {say('confirm')}
          </SubmitButton>
        }
      >
        <div className={classes.code}>
          <TextField
            id={fieldId('code')}
            name="code"
            label={say('code')}
            hint={say('codeHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            value={code}
            onChange={change}
            error={errorOf(shown, fieldId('code'))}
          />
        </div>
      </Form>
      {pending.mailbox && (
        <div className={classes.below}>
          <Notice
            tone="info"
            title={say('demonstration')}
            actions={
              <a href={pending.mailbox} target="_blank" rel="noreferrer" className="pv-link">
                {say('openMailbox')}
              </a>
            }
          />
        </div>
      )}
    </SignUpFrame>
  );
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

interface ResendProps {
  readonly pending: PendingSignUp;
  readonly signUpHref: string;
  readonly onSent: (codeExpiresAt: string) => void;
}

function Resend({ pending, signUpHref, onSent }: ResendProps): ReactNode {
  const say = useSignUpWords();
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [resend, { loading }] = useMutation(ResendSignUpCodeDocument);
  const send = async (): Promise<void> => {
    const variables = { signUpId: pending.signUpId };
    const answer = (await resend({ variables }).catch(() => undefined))?.data?.resendSignUpCode;
    if (answer?.__typename !== 'SignUpCodeSent') return setOutcome(outcomeOf(answer));
    const { codeExpiresAt } = answer;
    keepPending({ ...pending, codeExpiresAt });
    onSent(codeExpiresAt);
    setOutcome({ kind: 'done', message: say('resent') });
  };
  return (
    <section className={classes.more} aria-labelledby="nothing-came">
      <h2 id="nothing-came" className="pv-panel-title">
        {say('nothingCame')}
      </h2>
      <p>{say('nothingCameText')}</p>
      {outcome && !loading && <FormAnswer outcome={outcome} />}
      <Button variant="default" aria-disabled={loading || undefined} onClick={() => void send()}>
        {say('resend')}
      </Button>
      <Link href={signUpHref} className="pv-link">
        {say('wrongAddress')}
      </Link>
    </section>
  );
}
