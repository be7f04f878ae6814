import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { useToast } from '@parvis/ui/toast/toasts';
import { type ReactNode, useState } from 'react';
import { WaitingInvitationsDocument, WithdrawInvitationDocument } from '../gql/graphql.js';
import type { ViewerMembership } from '../session/current-structure.js';
import { useAccessNames } from './access-words.js';
import { GrantChips } from './grant-chips.js';
import { emptyInvitation, InviteDialog } from './invite-dialog.js';
import { LastDay } from './last-day.js';
import classes from './people.module.css';
import { usePeopleWords } from './words.js';

export interface InvitationsProps {
  readonly membership: ViewerMembership;
  readonly inviting: boolean;
  readonly onInviting: (inviting: boolean) => void;
}

/** Links that wait to be followed; nothing is shown when none does. */
export function Invitations({ membership, inviting, onInviting }: InvitationsProps): ReactNode {
  const say = usePeopleWords();
  const names = useAccessNames();
  const [draft, setDraft] = useState(() => emptyInvitation(membership.side));
  const toast = useToast();
  const structureId = membership.structure.id;
  const { data, refetch } = useQuery(WaitingInvitationsDocument, {
    variables: { structureId },
    fetchPolicy: 'cache-and-network',
  });
  const [withdraw] = useMutation(WithdrawInvitationDocument);
  const waiting = data?.invitations ?? [];
  const take = async (invitationId: string): Promise<void> => {
    const answer = await withdraw({ variables: { structureId, invitationId } }).catch(() => undefined);
    const outcome = answer?.data?.withdrawInvitation;
    if (outcome?.__typename === 'ActRefused') toast({ tone: 'danger', message: outcome.message });
    else if (outcome) toast({ message: say('withdrawn') });
    void refetch();
  };
  return (
    <>
      {waiting.length > 0 && (
        <section className="pv-panel">
          <h2 className="pv-panel-title">{say('invitationsTitle')}</h2>
          <ul className={classes.list}>
            {waiting.map(({ id, email, invitedByName, role, grants, until }) => (
              <li key={id} className={classes.bar}>
                <div className={classes.invited}>
                  <p>{say('invitationLine', { email, by: invitedByName })}</p>
                  <p className={classes.faint}>
                    {names.role(role)}
                    {until && (
                      <>
                        {' · '}
                        {say('until')} <LastDay end={until} />
                      </>
                    )}
                  </p>
                  <GrantChips role={role} grants={grants} />
                </div>
                {membership.rights.includes('PERSON_GRANT') && (
                  <Button size="compact-sm" variant="default" onClick={() => void take(id)}>
                    {say('withdraw')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {inviting && (
        <InviteDialog
          membership={membership}
          draft={draft}
          onChange={setDraft}
          onClose={() => onInviting(false)}
          onDone={() => {
            onInviting(false);
            setDraft(emptyInvitation(membership.side));
            void refetch();
          }}
        />
      )}
    </>
  );
}
