import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { Dialog } from '@parvis/ui/acts/dialog';
import { Form } from '@parvis/ui/form/form';
import { FormActs } from '@parvis/ui/form/form-acts';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { TextArea } from '@parvis/ui/form/text-area';
import { useToast } from '@parvis/ui/toast/toasts';
import { type ReactNode, useState } from 'react';
import { ChangeMemberDocument, type MemberPartsFragment } from '../gql/graphql.js';
import type { ViewerMembership } from '../session/current-structure.js';
import { outcomeOf } from './people-answer.js';
import { draftOf, endOf, grantsOf } from './rights-draft.js';
import { RightsEditor } from './rights-editor.js';
import { rolesToGive } from './roles-to-give.js';
import { usePeopleWords } from './words.js';

export interface MemberDialogProps {
  readonly membership: ViewerMembership;
  readonly member: MemberPartsFragment;
  /** What is asked about the whole membership instead. */
  readonly onAct: (act: 'end' | 'transfer') => void;
  readonly onClose: () => void;
}

/** Changes what somebody holds; the change before can be had back for ten seconds. */
export function MemberDialog({ membership, member, onAct, onClose }: MemberDialogProps): ReactNode {
  const say = usePeopleWords();
  const toast = useToast();
  const [change, { loading }] = useMutation(ChangeMemberDocument);
  const [draft, setDraft] = useState(() => draftOf(member));
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState<FormOutcome>();
  const { structure, side, rights } = membership;
  const mayAppoint = rights.includes('PERSON_APPOINT');
  const named = { structureId: structure.id, userId: member.userId };

  const undo = async (): Promise<void> => {
    const { role, grants, until } = member;
    const before = grants.map(({ space, level, services, until: end }) => ({
      space,
      level,
      services: services ? [...services] : null,
      until: end,
    }));
    const input = { ...named, role, grants: before, until, reason: say('undoReason') };
    const answer = await change({ variables: { input } }).catch(() => undefined);
    if (answer?.data?.changeMember.__typename === 'MemberChanged')
      toast({ message: say('undone', { name: member.name }) });
  };
  const submit = async (): Promise<void> => {
    const input = { ...named, role: draft.role, grants: grantsOf(draft), until: endOf(draft.until), reason };
    const answer = await change({ variables: { input } }).catch(() => undefined);
    const problem = outcomeOf(answer?.data?.changeMember, 'member');
    if (problem) return setOutcome(problem);
    toast({ message: say('saved', { name: member.name }), undo: () => void undo() });
    onClose();
  };

  return (
    <Dialog opened onClose={onClose} title={say('changeOf', { name: member.name })}>
      <Form
        onSubmit={() => void submit()}
        outcome={outcome}
        sending={loading}
        actions={
          <FormActs sending={loading} submit={say('save')} leave={say('cancel')} onLeave={onClose}>
            {mayAppoint && member.role !== 'MAIN_MANAGER' && (
              <Button variant="subtle" size="md" onClick={() => onAct('transfer')}>
                {say('transferAct')}
              </Button>
            )}
            {(mayAppoint || member.role === 'USER') && (
              <Button variant="subtle" size="md" color="red" onClick={() => onAct('end')}>
                {say('endAct')}
              </Button>
            )}
          </FormActs>
        }
      >
        <RightsEditor
          prefix="member"
          structureId={structure.id}
          side={side}
          roles={rolesToGive(membership, member.role)}
          draft={draft}
          onChange={setDraft}
          errorOf={(field) => errorOf(outcome, `member-${field}`)}
        />
        <TextArea
          id="member-reason"
          label={say('reason')}
          hint={say('reasonHint')}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
          error={errorOf(outcome, 'member-reason')}
        />
      </Form>
    </Dialog>
  );
}
