import { useMutation, useQuery } from '@apollo/client/react';
import { ConfirmDialog } from '@parvis/ui/acts/confirm-dialog';
import { FormAnswer } from '@parvis/ui/form/form-answer';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { SelectField } from '@parvis/ui/form/select-field';
import { TextArea } from '@parvis/ui/form/text-area';
import { useToast } from '@parvis/ui/toast/toasts';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { type ReactNode, useState } from 'react';
import {
  ActReasonsDocument,
  type BuyerInvoiceFragment,
  RefuseInvoiceDocument,
  SuspendInvoiceDocument,
} from '../../gql/graphql.js';
import classes from './invoice.module.css';
import { useWords } from './words.js';

export type ActWithReason = 'SUSPEND' | 'REFUSE';

interface ReasonDialogProps {
  readonly action: ActWithReason;
  readonly invoice: BuyerInvoiceFragment;
  readonly onClose: () => void;
}

const MAXIMUM_COMMENT = 255;

/** Asks why, and shows what the supplier will read before it is sent. */
export function ReasonDialog({ action, invoice, onClose }: ReasonDialogProps): ReactNode {
  const say = useWords();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const { data } = useQuery(ActReasonsDocument, { variables: { action, language } });
  const [reasonCode, setReasonCode] = useState('');
  const [comment, setComment] = useState('');
  const { send, sending, outcome, refuseField } = useActWithReason(action, invoice, onClose);
  const reason = data?.reasons.find(({ code }) => code === reasonCode);

  const confirm = (): void => {
    if (!reason) refuseField('reason', say('reasonMissing'));
    else if (reasonCode === 'AUTRE' && comment.trim() === '') refuseField('comment', say('commentMissing'));
    else void send({ reasonCode, comment: comment.trim() });
  };

  return (
    <ConfirmDialog
      opened
      title={say(action === 'SUSPEND' ? 'suspendTitle' : 'refuseTitle', { number: invoice.number })}
      confirmLabel={say(action === 'SUSPEND' ? 'confirmSuspend' : 'confirmRefuse')}
      destructive={action === 'REFUSE'}
      sending={sending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{say(`next_${action}`)}</p>
      {outcome && <FormAnswer outcome={outcome} />}
      <SelectField
        id="reason"
        label={say('reason')}
        value={reasonCode}
        onChange={setReasonCode}
        error={errorOf(outcome, 'reason')}
        choices={(data?.reasons ?? []).map(({ code, label }) => ({ value: code, label }))}
      />
      <TextArea
        id="comment"
        label={say('comment')}
        hint={say('commentHint')}
        value={comment}
        onChange={setComment}
        maxLength={MAXIMUM_COMMENT}
        error={errorOf(outcome, 'comment')}
        optional={reasonCode !== 'AUTRE'}
      />
      {reason && (
        <section aria-label={say('preview')}>
          <h3>{say('preview')}</h3>
          <blockquote className={classes.preview}>
            <p>
              <strong>{reason.label}.</strong> {reason.supplierText}
            </p>
            {comment && <p>{comment}</p>}
          </blockquote>
        </section>
      )}
    </ConfirmDialog>
  );
}

const useActWithReason = (action: ActWithReason, invoice: BuyerInvoiceFragment, onClose: () => void) => {
  const say = useWords();
  const show = useToast();
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const [suspend, suspending] = useMutation(SuspendInvoiceDocument);
  const [refuse, refusing] = useMutation(RefuseInvoiceDocument);
  const [outcome, setOutcome] = useState<FormOutcome>();

  const send = async (why: { readonly reasonCode: string; readonly comment: string }): Promise<void> => {
    const { comment, ...reason } = why;
    const input = {
      invoiceId: invoice.id,
      expectedSequence: invoice.sequence,
      language,
      ...reason,
      ...(comment && { comment }),
    } as const;
    const variables = { input, language } as const;
    const answer =
      action === 'SUSPEND'
        ? (await suspend({ variables }).catch(() => undefined))?.data?.suspendInvoice
        : (await refuse({ variables }).catch(() => undefined))?.data?.refuseInvoice;
    if (answer?.__typename === 'InvoiceActedOn') {
      show({ message: say(`done_${action}`) });
      onClose();
      return;
    }
    setOutcome(
      answer
        ? { kind: 'refused', message: answer.message, nextStep: answer.nextStep }
        : { kind: 'refused', message: say('failed') },
    );
  };
  return {
    send,
    sending: suspending.loading || refusing.loading,
    outcome,
    refuseField: (fieldId: string, message: string): void =>
      setOutcome({ kind: 'field-errors', errors: [{ fieldId, message }] }),
  };
};
