import { useMutation } from '@apollo/client/react';
import type { FieldError, FormOutcome } from '@parvis/ui/form/outcome';
import { useToast } from '@parvis/ui/toast/toasts';
import { useSession } from '@parvis/web-kit/session/session';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { useState } from 'react';
import { CompleteInvoiceDocument, type InvoicePageFragment } from '../../gql/graphql.js';
import { answerDraft } from './answer-draft.js';
import { uploadIds } from './attachments.js';
import { useAttachments } from './use-attachments.js';
import { useWords } from './words.js';

const MOST_CHARACTERS = 255;

/** The answer being written: kept as a draft, checked, sent, and every way that may end. */
export const useAnswer = (invoice: InvoicePageFragment) => {
  const say = useWords();
  const show = useToast();
  const language = useLanguage() === 'en' ? ('EN' as const) : ('FR' as const);
  const { viewer } = useSession();
  const draft = answerDraft(localStorage, {
    viewerId: viewer.id,
    invoiceId: invoice.id,
    sequence: invoice.sequence,
  });
  const [comment, setComment] = useState(draft.read);
  const [outcome, setOutcome] = useState<FormOutcome>();
  const attachments = useAttachments();
  const [complete, { loading: sending }] = useMutation(CompleteInvoiceDocument);

  const write = (text: string): void => {
    setComment(text);
    draft.write(text);
  };

  const send = async (): Promise<void> => {
    const attachmentUploadIds = uploadIds(attachments.list);
    const errors = faultsOf(comment, attachmentUploadIds, say);
    if (errors.length > 0 || !attachmentUploadIds) return setOutcome({ kind: 'field-errors', errors });
    const input = {
      invoiceId: invoice.id,
      attachmentUploadIds,
      expectedSequence: invoice.sequence,
      language,
      ...(comment.trim() !== '' && { comment: comment.trim() }),
    };
    const answer = await complete({ variables: { input, language } }).catch(() => undefined);
    const result = answer?.data?.completeInvoice;
    if (result?.__typename === 'InvoiceActedOn') {
      draft.forget();
      show({ message: say('sent', { recipient: invoice.recipient.name }) });
    } else {
      setOutcome(result ? { kind: 'refused', ...result } : { kind: 'failed' });
    }
  };

  return { comment, write, attachments, outcome, sending, send: () => void send() };
};

const faultsOf = (
  comment: string,
  attachmentUploadIds: readonly string[] | undefined,
  say: ReturnType<typeof useWords>,
): FieldError[] => {
  const at = (message: string) => [{ fieldId: 'comment', message }];
  if (comment.trim().length > MOST_CHARACTERS) return at(say('tooLong'));
  if (!attachmentUploadIds) return at(say('stillUploading'));
  return comment.trim() === '' && attachmentUploadIds.length === 0 ? at(say('nothingToSend')) : [];
};
