import { ConfirmDialog } from '@parvis/ui/acts/confirm-dialog';
import { Notice } from '@parvis/ui/display/notice';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { TextArea } from '@parvis/ui/form/text-area';
import { type ReactNode, useState } from 'react';
import { usePeopleWords } from './words.js';

export interface ReasonDialogProps {
  readonly title: string;
  /** What follows from the act. */
  readonly text: string;
  readonly confirmLabel: string;
  readonly destructive?: boolean;
  /** Undefined once it is done; what is wrong otherwise. */
  readonly onConfirm: (reason: string) => Promise<FormOutcome | undefined>;
  readonly onClose: () => void;
}

/** Asks once, with the reason that stays in the history. */
export function ReasonDialog({
  title,
  text,
  confirmLabel,
  destructive,
  onConfirm,
  onClose,
}: ReasonDialogProps): ReactNode {
  const say = usePeopleWords();
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<FormOutcome>();
  const confirm = async (): Promise<void> => {
    setSending(true);
    const problem = await onConfirm(reason);
    setSending(false);
    setOutcome(problem);
  };
  return (
    <ConfirmDialog
      opened
      title={title}
      confirmLabel={confirmLabel}
      destructive={destructive}
      sending={sending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{text}</p>
      <TextArea
        id="act-reason"
        label={say('reason')}
        hint={say('reasonHint')}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={errorOf(outcome, 'act-reason')}
      />
      {outcome?.kind === 'refused' && (
        <Notice tone="danger" live title={outcome.message}>
          {outcome.nextStep}
        </Notice>
      )}
      {outcome?.kind === 'failed' && <Notice tone="danger" live title={say('failed')} />}
    </ConfirmDialog>
  );
}
