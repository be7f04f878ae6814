import { useMutation } from '@apollo/client/react';
import { useToast } from '@parvis/ui/toast/toasts';
import type { ReactNode } from 'react';
import { type JoinRequestPartsFragment, RefuseJoinRequestDocument } from '../gql/graphql.js';
import { outcomeOf } from './people-answer.js';
import { ReasonDialog } from './reason-dialog.js';
import { usePeopleWords } from './words.js';

export interface RefuseDialogProps {
  readonly request: JoinRequestPartsFragment;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function RefuseDialog({ request, onDone, onClose }: RefuseDialogProps): ReactNode {
  const say = usePeopleWords();
  const toast = useToast();
  const [refuse] = useMutation(RefuseJoinRequestDocument);
  const { id: requestId, structureId, name } = request;
  const confirm = async (reason: string) => {
    const answer = await refuse({ variables: { structureId, requestId, reason } }).catch(() => undefined);
    const problem = outcomeOf(answer?.data?.refuseJoinRequest, 'act');
    if (problem) return problem;
    toast({ message: say('refused', { name }) });
    onDone();
    return undefined;
  };
  return (
    <ReasonDialog
      title={say('refuseTitle', { name })}
      text={say('refuseText')}
      confirmLabel={say('refuse')}
      destructive
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
