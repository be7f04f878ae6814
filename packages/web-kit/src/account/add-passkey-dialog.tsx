import { useMutation } from '@apollo/client/react';
import type { FormOutcome } from '@parvis/ui/form/outcome';
import { useToast } from '@parvis/ui/toast/toasts';
import { type ReactNode, useState } from 'react';
import { AddPasskeyDocument, StartPasskeyDocument } from '../gql/graphql.js';
import { registerOnDevice } from '../session/passkey-device.js';
import { NameDialog } from './name-dialog.js';
import { useProof } from './proof.js';
import type { SectionProps } from './section-props.js';
import { useAccountWords } from './words.js';

interface AddPasskeyDialogProps extends Pick<SectionProps, 'onChanged'> {
  readonly onClose: () => void;
}

/** A name first, then the device: its own window comes last, on top of all. */
export function AddPasskeyDialog({ onChanged, onClose }: AddPasskeyDialogProps): ReactNode {
  const say = useAccountWords();
  const withProof = useProof();
  const toast = useToast();
  const [outcome, setOutcome] = useState<FormOutcome>();
  const [sending, setSending] = useState(false);
  const [start] = useMutation(StartPasskeyDocument);
  const [add] = useMutation(AddPasskeyDocument);

  const make = async (name: string): Promise<void> => {
    const question = await withProof(async () => (await start()).data?.startPasskey);
    if (!question) return;
    if (question.__typename !== 'PasskeyQuestion') return setOutcome({ kind: 'refused', ...question });
    const device = await registerOnDevice(question.options);
    if (device.kind !== 'answered')
      return setOutcome({
        kind: 'refused',
        message: say(device.kind === 'cancelled' ? 'passkeyNotMade' : 'passkeyUnknown'),
      });
    const input = { challenge: question.challenge, answer: device.answer, name };
    const answer = (await add({ variables: { input } })).data?.addPasskey;
    if (answer?.__typename !== 'ProtectionChanged')
      return setOutcome(answer ? { kind: 'refused', ...answer } : { kind: 'failed' });
    if (answer.recoveryCodes.length === 0) toast({ message: say('passkeyAdded') });
    onClose();
    onChanged(answer.protection, answer.recoveryCodes);
  };
  const submit = (name: string): void => {
    setSending(true);
    void make(name)
      .catch(() => setOutcome({ kind: 'failed' }))
      .finally(() => setSending(false));
  };
  return (
    <NameDialog
      title={say('addPasskey')}
      name={say('defaultPasskeyName')}
      submitLabel={say('addPasskey')}
      sending={sending}
      outcome={outcome}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
