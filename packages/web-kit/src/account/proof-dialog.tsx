import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { Dialog } from '@parvis/ui/acts/dialog';
import { Form } from '@parvis/ui/form/form';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { PasswordField } from '@parvis/ui/form/password-field';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { TextField } from '@parvis/ui/form/text-field';
import { type ReactNode, useState } from 'react';
import {
  AskPasskeyDocument,
  type FactorMethod,
  ProveAgainDocument,
  type ProveAgainInput,
} from '../gql/graphql.js';
import { signWithDevice } from '../session/passkey-device.js';
import classes from './account.module.css';
import { useAccountWords } from './words.js';

export interface ProofDialogProps {
  /** Without any, the password. */
  readonly methods: readonly FactorMethod[];
  readonly onProved: () => void;
  readonly onClose: () => void;
}

type Way = FactorMethod | 'PASSWORD';

/** Asks again who is there, on top of what they were about to do. */
export function ProofDialog({ methods, onProved, onClose }: ProofDialogProps): ReactNode {
  const say = useAccountWords();
  const [way, setWay] = useState<Way>(methods[0] ?? 'PASSWORD');
  const [typed, setTyped] = useState('');
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [sending, setSending] = useState(false);
  const [prove] = useMutation(ProveAgainDocument);
  const [askPasskey] = useMutation(AskPasskeyDocument);

  const send = async (input: ProveAgainInput): Promise<void> => {
    const answer = (await prove({ variables: { input } })).data?.proveAgain;
    if (answer?.__typename === 'Proved') return onProved();
    setTyped('');
    setOutcome(answer ? { kind: 'refused', ...answer } : { kind: 'failed' });
  };
  const sign = async (): Promise<void> => {
    const question = (await askPasskey({ variables: { challenge: null } })).data?.askPasskey;
    if (question?.__typename !== 'PasskeyQuestion') return setOutcome({ kind: 'failed' });
    const device = await signWithDevice(question.options);
    if (device.kind !== 'answered')
      return setOutcome({
        kind: 'refused',
        message: say(device.kind === 'cancelled' ? 'passkeyCancelled' : 'passkeyUnknown'),
      });
    await send({ factor: { method: 'PASSKEY', answer: device.answer }, challenge: question.challenge });
  };
  const submit = async (): Promise<void> => {
    if (way === 'PASSKEY') return sign();
    if (typed.trim() === '') {
      const message = say(way === 'PASSWORD' ? 'passwordMissing' : 'codeMissing');
      return setOutcome({ kind: 'field-errors', errors: [{ fieldId: 'proof', message }] });
    }
    await send(way === 'PASSWORD' ? { password: typed } : { factor: { method: way, answer: typed } });
  };
  const press = (): void => {
    setSending(true);
    void submit()
      .catch(() => setOutcome({ kind: 'failed' }))
      .finally(() => setSending(false));
  };
  const choose = (chosen: Way): void => {
    setWay(chosen);
    setTyped('');
    setOutcome(undefined);
  };

  const field = {
    id: 'proof',
    name: 'proof',
    value: typed,
    onChange: setTyped,
    error: errorOf(outcome, 'proof'),
  };
  return (
    <Dialog opened size="md" title={say('proofTitle')} onClose={onClose}>
      <p className={classes.dialogText}>{say('proofText')}</p>
      <Form
        outcome={outcome}
        sending={sending}
        onSubmit={press}
        actions={
          <SubmitButton sending={sending} fullWidth>
            {say(way === 'PASSKEY' ? 'usePasskey' : 'confirm')}
          </SubmitButton>
        }
      >
        {way === 'PASSWORD' && (
          <PasswordField {...field} label={say('password')} autoComplete="current-password" />
        )}
        {way === 'TOTP' && (
          <TextField {...field} label={say('code')} inputMode="numeric" autoComplete="one-time-code" />
        )}
        {way === 'RECOVERY_CODE' && <TextField {...field} label={say('recoveryCode')} autoComplete="off" />}
      </Form>
      <div className={classes.acts}>
        {methods
          .filter((method) => method !== way)
          .map((method) => (
            <Button key={method} variant="subtle" onClick={() => choose(method)}>
              {say(wayWords[method])}
            </Button>
          ))}
      </div>
    </Dialog>
  );
}

const wayWords = {
  PASSKEY: 'usePasskey',
  TOTP: 'useTotp',
  RECOVERY_CODE: 'useRecoveryCode',
} as const satisfies Record<FactorMethod, string>;
