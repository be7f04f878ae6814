import { useMutation } from '@apollo/client/react';
import { Dialog } from '@parvis/ui/acts/dialog';
import { Form } from '@parvis/ui/form/form';
import { FormActs } from '@parvis/ui/form/form-acts';
import { errorOf, type FormOutcome } from '@parvis/ui/form/outcome';
import { useToast } from '@parvis/ui/toast/toasts';
import { type ReactNode, useEffect, useState } from 'react';
import {
  ApproveJoinRequestDocument,
  type JoinRequestPartsFragment,
  OpenJoinRequestDocument,
} from '../gql/graphql.js';
import type { ViewerMembership } from '../session/current-structure.js';
import { outcomeOf } from './people-answer.js';
import { endOf, grantsOf } from './rights-draft.js';
import { RightsEditor } from './rights-editor.js';
import { rolesToGive } from './roles-to-give.js';
import { startingDraft } from './starting-draft.js';
import { usePeopleWords } from './words.js';

export interface ApproveDialogProps {
  readonly membership: ViewerMembership;
  readonly request: JoinRequestPartsFragment;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Lets somebody in; it begins with what most newcomers need. Whoever opens it has seen the request. */
export function ApproveDialog({ membership, request, onDone, onClose }: ApproveDialogProps): ReactNode {
  const say = usePeopleWords();
  const toast = useToast();
  const [open] = useMutation(OpenJoinRequestDocument);
  const [approve, { loading }] = useMutation(ApproveJoinRequestDocument);
  const { structure, side } = membership;
  const [draft, setDraft] = useState(() => startingDraft(side));
  const [outcome, setOutcome] = useState<FormOutcome>();
  const { id: requestId, name } = request;

  useEffect(() => {
    // Only tells the person that somebody looks; the approval does not wait for it.
    open({ variables: { structureId: structure.id, requestId } }).catch(() => undefined);
  }, [open, structure.id, requestId]);

  const submit = async (): Promise<void> => {
    const input = {
      structureId: structure.id,
      requestId,
      role: draft.role,
      grants: grantsOf(draft),
      until: endOf(draft.until),
    };
    const answer = await approve({ variables: { input } }).catch(() => undefined);
    const problem = outcomeOf(answer?.data?.approveJoinRequest, 'approve');
    if (problem) return setOutcome(problem);
    toast({ message: say('approved', { name }) });
    onDone();
  };

  return (
    <Dialog opened onClose={onClose} title={say('approveOf', { name })}>
      <Form
        onSubmit={() => void submit()}
        outcome={outcome}
        sending={loading}
        actions={
          <FormActs sending={loading} submit={say('approveAct')} leave={say('cancel')} onLeave={onClose} />
        }
      >
        <RightsEditor
          prefix="approve"
          structureId={structure.id}
          side={side}
          roles={rolesToGive(membership)}
          draft={draft}
          onChange={setDraft}
          errorOf={(field) => errorOf(outcome, `approve-${field}`)}
        />
      </Form>
    </Dialog>
  );
}
