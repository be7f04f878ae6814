import { useMutation } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { StatusChip } from '@parvis/ui/display/status-chip';
import type { Tone } from '@parvis/ui/display/tone';
import { TwoLines } from '@parvis/ui/display/two-lines';
import type { Column } from '@parvis/ui/table/column';
import { useToast } from '@parvis/ui/toast/toasts';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import { useAccessNames } from '@parvis/web-kit/people/access-words';
import { LastDay } from '@parvis/web-kit/people/last-day';
import { chooseStructure, type ViewerMembership } from '@parvis/web-kit/session/current-structure';
import type { ReactNode } from 'react';
import { AnswerMandateDocument, type MandatePartsFragment, type MandateState } from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import classes from './mandates.module.css';
import type { Revoked } from './revoke-dialog.js';
import { useWords } from './words.js';

type Mandate = MandatePartsFragment;

const tones: Readonly<Record<MandateState, Tone>> = {
  OFFERED: 'warning',
  ACCEPTED: 'success',
  DECLINED: 'danger',
  REVOKED: 'danger',
  ENDED: 'neutral',
};

const isOver = ({ state, endsAt }: Mandate): boolean =>
  state === 'ACCEPTED' && Date.parse(endsAt) <= Date.now();

export interface MandateColumnsParts {
  readonly membership: ViewerMembership;
  readonly isClient: boolean;
  readonly onRevoke: (revoked: Revoked) => void;
  readonly onChanged: () => void;
}

export const useMandateColumns = (parts: MandateColumnsParts): readonly Column<Mandate>[] => {
  const say = useWords();
  const { isClient } = parts;
  const scope: Column<Mandate> = {
    key: 'scope',
    header: say('scope'),
    cardRole: 'detail',
    cell: ({ grants }) => <Scope grants={grants} />,
  };
  const stuck: Column<Mandate> = {
    key: 'stuck',
    header: say('stuck'),
    cardRole: 'detail',
    cell: (mandate) => <Stuck mandate={mandate} />,
  };
  return [
    {
      key: 'who',
      header: say(isClient ? 'holder' : 'client'),
      cardRole: 'title',
      cell: ({ holderName, clientName, kind }) => (
        <TwoLines second={say(`kind_${kind}`)}>{isClient ? holderName : clientName}</TwoLines>
      ),
    },
    isClient ? scope : stuck,
    {
      key: 'state',
      header: say('state'),
      cardRole: 'status',
      cell: (mandate) => (
        <StatusChip tone={isOver(mandate) ? 'neutral' : tones[mandate.state]}>
          {say(`state_${isOver(mandate) ? 'OVER' : mandate.state}`)}
        </StatusChip>
      ),
    },
    {
      key: 'ends',
      header: say('ends'),
      cardRole: 'deadline',
      nowrap: true,
      // The moment itself is the first of the next day.
      cell: ({ endsAt }) => <LastDay end={endsAt} />,
    },
    {
      key: 'acts',
      header: say('acts'),
      cardRole: 'detail',
      cell: (mandate) => <Acts {...parts} mandate={mandate} />,
    },
  ];
};

function Scope({ grants }: Pick<Mandate, 'grants'>): ReactNode {
  const say = useWords();
  const names = useAccessNames();
  const { labelled } = useDisplay();
  return (
    <ul className={classes.scope}>
      {grants.map(({ space, level }) => (
        <li key={space}>{labelled(names.space(space), say(`level_${level}`).toLowerCase())}</li>
      ))}
    </ul>
  );
}

function Stuck({ mandate: { stuck } }: { readonly mandate: Mandate }): ReactNode {
  const say = useWords();
  if (!stuck) return <span className={classes.faint}>{say('nothingStuck')}</span>;
  const parts = (['late', 'suspended', 'refused'] as const).filter((part) => stuck[part] > 0);
  return parts.map((part) => say(part, { count: stuck[part] })).join(' · ');
}

function Acts({
  membership,
  isClient,
  onRevoke,
  onChanged,
  mandate,
}: MandateColumnsParts & { readonly mandate: Mandate }): ReactNode {
  const say = useWords();
  const toast = useToast();
  const [answer] = useMutation(AnswerMandateDocument);
  const mayGive = membership.rights.includes('MANDATE_GIVE');
  const { id, state, clientId, clientName, holderName } = mandate;
  const other = isClient ? holderName : clientName;
  const tell = async (accepts: boolean): Promise<void> => {
    const answered = await answer({ variables: { mandateId: id, accepts } }).catch(() => undefined);
    const outcome = answered?.data?.answerMandate;
    if (outcome?.__typename === 'ActRefused') toast({ tone: 'danger', message: outcome.message });
    else if (outcome) toast({ message: say(accepts ? 'accepted' : 'declined', { name: clientName }) });
    onChanged();
  };
  const work = (): void => {
    chooseStructure(clientId);
    // The rights of a mandate just accepted come with the session: everything begins anew.
    location.assign(paths.invoices);
  };
  const isOpen = (state === 'OFFERED' || state === 'ACCEPTED') && !isOver(mandate);
  return (
    <span className={classes.acts}>
      {!isClient && state === 'OFFERED' && mayGive && (
        <>
          <Button
            size="compact-sm"
            aria-label={say('acceptOf', { name: other })}
            onClick={() => void tell(true)}
          >
            {say('accept')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={say('declineOf', { name: other })}
            onClick={() => void tell(false)}
          >
            {say('decline')}
          </Button>
        </>
      )}
      {!isClient && state === 'ACCEPTED' && isOpen && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={say('workOf', { name: other })}
          onClick={work}
        >
          {say('work')}
        </Button>
      )}
      {isOpen && mayGive && (isClient || state === 'ACCEPTED') && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={say('revokeOf', { name: other })}
          onClick={() => onRevoke({ mandateId: id, name: other })}
        >
          {say('revoke')}
        </Button>
      )}
    </span>
  );
}
