import { Notice } from '@parvis/ui/display/notice';
import { FileDrop } from '@parvis/ui/documents/file-drop';
import { Form } from '@parvis/ui/form/form';
import { errorOf } from '@parvis/ui/form/outcome';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { TextArea } from '@parvis/ui/form/text-area';
import type { ReactNode } from 'react';
import type { InvoicePageFragment } from '../../gql/graphql.js';
import { AttachmentRow } from './attachment-row.js';
import classes from './invoice.module.css';
import { useAnswer } from './use-answer.js';
import { useWords } from './words.js';

const MOST_CHARACTERS = 255;
const MOST_BYTES = 10_000_000;
const KINDS = '.pdf,.png,.jpg,.jpeg,.gif,.tif,.tiff,.txt,.csv,.doc,.docx,.odt,.rtf,.xls,.xlsx,.ods,.xml,.zip';

/** What the recipient asks for, and the answer: a message, documents, or both. */
export function AnswerPanel({ invoice }: { readonly invoice: InvoicePageFragment }): ReactNode {
  const say = useWords();
  const answer = useAnswer(invoice);
  const suspension = invoice.timeline.findLast(({ to }) => to === 'SUSPENDED');
  return (
    <section className={`pv-panel ${classes.answer}`}>
      <h2 className="pv-panel-title">{say('completeTitle')}</h2>
      {suspension && (
        <Notice
          tone="warning"
          title={suspension.reasonLabel ?? say('askedBy', { name: suspension.actorName })}
        >
          {suspension.comment}
        </Notice>
      )}
      <Form
        onSubmit={answer.send}
        outcome={answer.outcome}
        sending={answer.sending}
        actions={<SubmitButton sending={answer.sending}>{say('send')}</SubmitButton>}
      >
        <TextArea
          id="comment"
          label={say('comment')}
          hint={say('commentHint')}
          rows={3}
          optional
          maxLength={MOST_CHARACTERS}
          value={answer.comment}
          onChange={answer.write}
          error={errorOf(answer.outcome, 'comment')}
        />
        <FileDrop
          compact
          accept={KINDS}
          maximumBytes={MOST_BYTES}
          hint={say('addFilesHint')}
          onFiles={answer.attachments.add}
        />
        {answer.attachments.list.length > 0 && (
          <ul className={classes.documents}>
            {answer.attachments.list.map((one) => (
              <AttachmentRow
                key={one.id}
                attachment={one}
                onRetry={() => answer.attachments.again(one)}
                onRemove={() => answer.attachments.remove(one.id)}
              />
            ))}
          </ul>
        )}
        {answer.comment !== '' && <p className={classes.faint}>{say('draftKept')}</p>}
      </Form>
    </section>
  );
}
