import { useMutation } from '@apollo/client/react';
import { Dialog } from '@parvis/ui/acts/dialog';
import { Form } from '@parvis/ui/form/form';
import { FormActs } from '@parvis/ui/form/form-acts';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { TextArea } from '@parvis/ui/form/text-area';
import { TextField } from '@parvis/ui/form/text-field';
import { useToast } from '@parvis/ui/toast/toasts';
import { type ReactNode, useState } from 'react';
import { InviteMemberDocument } from '../gql/graphql.js';
import type { ViewerMembership } from '../session/current-structure.js';
import { outcomeOf } from './people-answer.js';
import { endOf, grantsOf, type RightsDraft } from './rights-draft.js';
import { RightsEditor } from './rights-editor.js';
import { rolesToGive } from './roles-to-give.js';
import { startingDraft } from './starting-draft.js';
import { usePeopleWords } from './words.js';

export interface InviteDialogProps {
  readonly membership: ViewerMembership;
  readonly onSent: () => void;
  readonly onClose: () => void;
}

/** Sends somebody a link by which they join with the rights said here. */
export function InviteDialog({ membership, onSent, onClose }: InviteDialogProps): ReactNode {
  const say = usePeopleWords();
  const toast = useToast();
  const [invite, { loading }] = useMutation(InviteMemberDocument);
  const { structure, side } = membership;
  const [email, setEmail] = useState('');
  const [draft, setDraft] = useState<RightsDraft>(() => startingDraft(side));
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState<FormOutcome>();

  const submit = async (): Promise<void> => {
    const input = {
      structureId: structure.id,
      email,
      asDeputy: draft.role === 'DEPUTY_MANAGER',
      grants: grantsOf(draft),
      until: endOf(draft.until),
      reason,
    };
    const answer = await invite({ variables: { input } }).catch(() => undefined);
    const problem = outcomeOf(answer?.data?.inviteMember, 'invite');
    if (problem) return setOutcome(problem);
    toast({ message: say('sent', { email }) });
    onSent();
  };

  return (
    <Dialog opened onClose={onClose} title={say('inviteTitle')}>
      <Form
        onSubmit={() => void submit()}
        outcome={outcome}
        sending={loading}
        actions={<FormActs sending={loading} submit={say('send')} leave={say('cancel')} onLeave={onClose} />}
      >
        <TextField
          id="invite-email"
          type="email"
          inputMode="email"
          label={say('email')}
          hint={say('inviteText')}
          value={email}
          onChange={setEmail}
          error={errorOf(outcome, 'invite-email')}
        />
        <RightsEditor
          prefix="invite"
          structureId={structure.id}
          side={side}
          roles={rolesToGive(membership).filter((role) => role !== 'MAIN_MANAGER')}
          draft={draft}
          onChange={setDraft}
          errorOf={(field) => errorOf(outcome, `invite-${field}`)}
        />
        <TextArea
          id="invite-reason"
          label={say('reason')}
          hint={say('reasonHint')}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
          error={errorOf(outcome, 'invite-reason')}
        />
      </Form>
    </Dialog>
  );
}
