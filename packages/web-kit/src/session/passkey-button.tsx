import { useMutation } from '@apollo/client/react';
import type { FormOutcome } from '@parvis/ui/form/outcome';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { type ReactNode, useState } from 'react';
import {
  AskPasskeyDocument,
  ConfirmSecondFactorDocument,
  type SignInAnswerFragment,
  SignInWithPasskeyDocument,
} from '../gql/graphql.js';
import { signWithDevice } from './passkey-device.js';
import { useSessionWords } from './words.js';

export interface PasskeyButtonProps {
  /** Of the second step; without it a passkey signs in by itself. */
  readonly challenge?: string;
  readonly label: string;
  readonly main?: boolean;
  readonly onAnswer: (answer: SignInAnswerFragment | undefined) => void;
  readonly onOutcome: (outcome: FormOutcome) => void;
}

/** Has the device sign, and the gateway judge. */
export function PasskeyButton({
  challenge,
  label,
  main,
  onAnswer,
  onOutcome,
}: PasskeyButtonProps): ReactNode {
  const say = useSessionWords();
  const [asking, setAsking] = useState(false);
  const [ask] = useMutation(AskPasskeyDocument);
  const [signIn] = useMutation(SignInWithPasskeyDocument);
  const [confirm] = useMutation(ConfirmSecondFactorDocument);

  const send = async (question: string, answer: string): Promise<SignInAnswerFragment | undefined> => {
    if (challenge === undefined) {
      const sent = await signIn({ variables: { input: { challenge: question, answer } } });
      return sent.data?.signInWithPasskey;
    }
    const input = { challenge, factor: { method: 'PASSKEY' as const, answer } };
    return (await confirm({ variables: { input } })).data?.confirmSecondFactor;
  };

  const use = async (): Promise<void> => {
    const asked = (await ask({ variables: { challenge: challenge ?? null } })).data?.askPasskey;
    if (asked?.__typename !== 'PasskeyQuestion')
      return onOutcome(
        asked ? { kind: 'refused', message: asked.message, nextStep: asked.nextStep } : { kind: 'failed' },
      );
    const device = await signWithDevice(asked.options);
    if (device.kind !== 'answered')
      return onOutcome({
        kind: 'refused',
        message: say(device.kind === 'cancelled' ? 'passkeyCancelled' : 'passkeyUnknown'),
      });
    onAnswer(await send(asked.challenge, device.answer));
  };

  const press = (): void => {
    setAsking(true);
    void use()
      .catch(() => onOutcome({ kind: 'failed' }))
      .finally(() => setAsking(false));
  };

  return (
    <SubmitButton sending={asking} fullWidth variant={main ? 'filled' : 'default'} onClick={press}>
      {label}
    </SubmitButton>
  );
}
