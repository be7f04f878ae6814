import { useMutation } from '@apollo/client/react';
import { Dialog } from '@parvis/ui/acts/dialog';
import { FileButton } from '@parvis/ui/documents/file-button';
import { Form } from '@parvis/ui/form/form';
import { FormActs } from '@parvis/ui/form/form-acts';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { TextArea } from '@parvis/ui/form/text-area';
import { useToast } from '@parvis/ui/toast/toasts';
import { type ReactNode, useState } from 'react';
import { useDisplay } from '../display/use-display.js';
import { uploadFile } from '../documents/upload-file.js';
import { ClaimOwnershipDocument, type JoinRequestPartsFragment } from '../gql/graphql.js';
import { useLanguage } from '../words/i18n.js';
import classes from './people.module.css';
import { outcomeOf } from './people-answer.js';
import { usePeopleWords } from './words.js';

export interface ClaimDialogProps {
  readonly request: JoinRequestPartsFragment;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** The managers are gone: the person asks to take over, with a proof. */
export function ClaimDialog({ request, onDone, onClose }: ClaimDialogProps): ReactNode {
  const say = usePeopleWords();
  const language = useLanguage();
  const toast = useToast();
  const { labelled } = useDisplay();
  const [claim] = useMutation(ClaimOwnershipDocument);
  const [explanation, setExplanation] = useState('');
  const [file, setFile] = useState<File>();
  const [sending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<FormOutcome>();
  const { structureId, structureName } = request;

  const send = async (): Promise<FormOutcome | undefined> => {
    if (!file)
      return {
        kind: 'field-errors',
        errors: [{ fieldId: 'claim-proof', message: say('claimProofMissing') }],
      };
    const sent = await uploadFile(file, { language, to: '/documents/proofs' });
    if (sent.kind === 'refused') return { kind: 'refused', message: sent.message ?? say('failed') };
    if (sent.kind !== 'uploaded') return { kind: 'failed' };
    const input = { structureId, explanation, uploadId: sent.uploadId };
    const answer = await claim({ variables: { input } }).catch(() => undefined);
    return outcomeOf(answer?.data?.claimOwnership, 'claim');
  };
  const submit = async (): Promise<void> => {
    setSending(true);
    const problem = await send();
    setSending(false);
    if (problem) return setOutcome(problem);
    toast({ message: say('claimSent') });
    onDone();
  };
  const proofError = errorOf(outcome, 'claim-proof');

  return (
    <Dialog opened onClose={onClose} title={say('claimTitle', { structure: structureName })}>
      <Form
        onSubmit={() => void submit()}
        outcome={outcome}
        sending={sending}
        actions={
          <FormActs sending={sending} submit={say('claimSend')} leave={say('cancel')} onLeave={onClose} />
        }
      >
        <p>{say('claimText')}</p>
        <TextArea
          id="claim-explanation"
          label={say('claimExplanation')}
          rows={3}
          maxLength={500}
          value={explanation}
          onChange={setExplanation}
          error={errorOf(outcome, 'claim-explanation')}
        />
        <div id="claim-proof" tabIndex={-1} className={classes.services}>
          <span>{file ? labelled(say('claimProof'), file.name) : say('claimProof')}</span>
          <span>
            <FileButton accept=".pdf,.png,.jpg,.jpeg" onFile={setFile}>
              {say('claimChoose')}
            </FileButton>
          </span>
          {proofError && <p className={classes.error}>{proofError}</p>}
        </div>
      </Form>
    </Dialog>
  );
}
