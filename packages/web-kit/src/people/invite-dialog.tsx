import { useMutation } from '@apollo/client/react';
import { Dialog } from '@parvis/ui/acts/dialog';
import { Form } from '@parvis/ui/form/form';
import { FormActs } from '@parvis/ui/form/form-acts';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { TextArea } from '@parvis/ui/form/text-area';
import { TextField } from '@parvis/ui/form/text-field';
import { useToast } from '@parvis/ui/toast/toasts';
import { type ReactNode, useState } from 'react';
import { InviteMemberDocument, type Side } from '../gql/graphql.js';
import type { ViewerMembership } from '../session/current-structure.js';
import { outcomeOf } from './people-answer.js';
import { endOf, grantsOf, type RightsDraft } from './rights-draft.js';
import { RightsEditor } from './rights-editor.js';
import { rolesToGive } from './roles-to-give.js';
import { startingDraft } from './starting-draft.js';
import { usePeopleWords } from './words.js';

export interface InviteDialogProps {
  readonly membership: ViewerMembership;
  readonly draft: InvitationDraft;
  readonly onChange: (draft: InvitationDraft) => void;
  /** The dialog is out of the way; what was typed stays for the next time. */
  readonly onClose: () => void;
  /** The invitation was sent, or given up. */
  readonly onDone: () => void;
}

/** What a form says of somebody to be invited. */
export interface InvitationDraft {
  readonly email: string;
  readonly rights: RightsDraft;
  readonly reason: string;
}

export const emptyInvitation = (side: Side): InvitationDraft => ({
  email: '',
  rights: startingDraft(side),
  reason: '',
});

/** Sends somebody a link by which they join with the rights said here. */
export function InviteDialog({ membership, draft, onChange, onClose, onDone }: InviteDialogProps): ReactNode {
  const say = usePeopleWords();
  const toast = useToast();
  const [invite, { loading }] = useMutation(InviteMemberDocument);
  const { structure, side } = membership;
  const { email, rights, reason } = draft;
  const [outcome, setOutcome] = useState<FormOutcome>();

  const submit = async (): Promise<void> => {
    const input = {
      structureId: structure.id,
      email,
      asDeputy: rights.role === 'DEPUTY_MANAGER',
      grants: grantsOf(rights),
      until: endOf(rights.until),
      reason,
    };
    const answer = await invite({ variables: { input } }).catch(() => undefined);
    const problem = outcomeOf(answer?.data?.inviteMember, 'invite');
    if (problem) return setOutcome(problem);
    toast({ message: say('sent', { email }) });
    onDone();
  };

  return (
    <Dialog opened onClose={onClose} title={say('inviteTitle')}>
      <Form
        onSubmit={() => void submit()}
        outcome={outcome}
        sending={loading}
        actions={<FormActs sending={loading} submit={say('send')} leave={say('cancel')} onLeave={onDone} />}
      >
        <TextField
          id="invite-email"
          type="email"
          inputMode="email"
          label={say('email')}
          hint={say('inviteText')}
          value={email}
          onChange={(next) => onChange({ ...draft, email: next })}
          error={errorOf(outcome, 'invite-email')}
        />
        <RightsEditor
          prefix="invite"
          structureId={structure.id}
          side={side}
          roles={rolesToGive(membership).filter((role) => role !== 'MAIN_MANAGER')}
          draft={rights}
          onChange={(next) => onChange({ ...draft, rights: next })}
          errorOf={(field) => errorOf(outcome, `invite-${field}`)}
        />
        <TextArea
          id="invite-reason"
          label={say('reason')}
          hint={say('reasonHint')}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(next) => onChange({ ...draft, reason: next })}
          error={errorOf(outcome, 'invite-reason')}
        />
      </Form>
    </Dialog>
  );
}
