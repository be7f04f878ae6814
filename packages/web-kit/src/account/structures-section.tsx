import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { ConfirmDialog } from '@parvis/ui/acts/confirm-dialog';
import { useToast } from '@parvis/ui/toast/toasts';
import { type ReactNode, useState } from 'react';
import { LeaveStructureDocument } from '../gql/graphql.js';
import { useAccessNames } from '../people/access-words.js';
import type { ViewerMembership } from '../session/current-structure.js';
import { useSession } from '../session/session.js';
import classes from './account.module.css';
import { useAccountWords } from './words.js';

/** Where I belong, and the way out. */
export function StructuresSection(): ReactNode {
  const say = useAccountWords();
  const { viewer } = useSession();
  const [leaving, setLeaving] = useState<ViewerMembership>();
  return (
    <section className="pv-panel">
      <h2 className="pv-panel-title">{say('structures')}</h2>
      {viewer.memberships.length === 0 && <p className={classes.text}>{say('noStructure')}</p>}
      <ul className={classes.rows}>
        {viewer.memberships.map((membership) => (
          <StructureRow
            key={`${membership.structure.id} ${membership.mandateHolderName ?? ''}`}
            membership={membership}
            onLeave={() => setLeaving(membership)}
          />
        ))}
      </ul>
      {leaving && <LeaveDialog membership={leaving} onClose={() => setLeaving(undefined)} />}
    </section>
  );
}

interface RowProps {
  readonly membership: ViewerMembership;
  readonly onLeave: () => void;
}

function StructureRow({ membership, onLeave }: RowProps): ReactNode {
  const say = useAccountWords();
  const names = useAccessNames();
  const { structure, role, mandateHolderName } = membership;
  return (
    <li className={classes.row}>
      <div>
        <strong>{structure.name}</strong>
        <div className={classes.faint}>
          {mandateHolderName ? say('throughMandate', { holder: mandateHolderName }) : names.role(role)}
        </div>
      </div>
      {!mandateHolderName && (
        <Button
          variant="subtle"
          color="red"
          aria-label={say('leaveName', { structure: structure.name })}
          onClick={onLeave}
        >
          {say('leave')}
        </Button>
      )}
    </li>
  );
}

interface LeaveDialogProps {
  readonly membership: ViewerMembership;
  readonly onClose: () => void;
}

function LeaveDialog({ membership: { structure }, onClose }: LeaveDialogProps): ReactNode {
  const say = useAccountWords();
  const toast = useToast();
  const client = useApolloClient();
  const [leave] = useMutation(LeaveStructureDocument);
  const confirm = async (): Promise<void> => {
    onClose();
    const variables = { structureId: structure.id };
    const answer = (await leave({ variables })).data?.leaveStructure;
    if (answer?.__typename === 'ActRefused')
      return toast({ message: `${answer.message} ${answer.nextStep}`, tone: 'danger' });
    await client.refetchQueries({ include: ['Session'] });
    toast({ message: say('left', { structure: structure.name }) });
  };
  return (
    <ConfirmDialog
      opened
      destructive
      title={say('leaveName', { structure: structure.name })}
      confirmLabel={say('leave')}
      onConfirm={() => void confirm().catch(() => toast({ message: say('failed'), tone: 'danger' }))}
      onClose={onClose}
    >
      <p>{say('leaveText')}</p>
    </ConfirmDialog>
  );
}
