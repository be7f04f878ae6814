import { useMutation } from '@apollo/client/react';
import { useToast } from '@parvis/ui/toast/toasts';
import { outcomeOf } from '@parvis/web-kit/people/people-answer';
import { ReasonDialog } from '@parvis/web-kit/people/reason-dialog';
import type { ReactNode } from 'react';
import { RevokeMandateDocument } from '../../gql/graphql.js';
import { useWords } from './words.js';

export interface Revoked {
  readonly mandateId: string;
  /** Of the other side. */
  readonly name: string;
}

export interface RevokeDialogProps {
  readonly revoked: Revoked;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Ends a mandate at once, with a reason that the other side reads. */
export function RevokeDialog({ revoked, onDone, onClose }: RevokeDialogProps): ReactNode {
  const say = useWords();
  const toast = useToast();
  const [revoke] = useMutation(RevokeMandateDocument);
  const { mandateId, name } = revoked;
  const confirm = async (reason: string) => {
    const answer = await revoke({ variables: { mandateId, reason } }).catch(() => undefined);
    const problem = outcomeOf(answer?.data?.revokeMandate, 'act');
    if (problem) return problem;
    toast({ message: say('revoked') });
    onDone();
    return undefined;
  };
  return (
    <ReasonDialog
      title={say('revokeOf', { name })}
      text={say('revokeText')}
      confirmLabel={say('revoke')}
      destructive
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
