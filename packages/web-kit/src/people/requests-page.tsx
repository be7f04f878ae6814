import { useQuery } from '@apollo/client/react';
import { FilterBar } from '@parvis/ui/filters/filter-bar';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { type ReactNode, useState } from 'react';
import { FactorResets, FactorResetsToDecide } from '../factor-resets/resets.js';
import { JoinRequestsDocument, type Side } from '../gql/graphql.js';
import { useCurrentMembership } from '../session/current-structure.js';
import { Claims } from './claims.js';
import { OwnRequests } from './own-requests.js';
import classes from './people.module.css';
import { RequestList } from './request-list.js';
import { usePeopleWords } from './words.js';

type Shown = 'waiting' | 'answered' | 'mine';

export interface RequestsPageProps {
  readonly side: Side;
  /** Of the section the page belongs to. */
  readonly tabs: ReactNode;
}

/** Who asks to join the structure, and what the person has asked for. */
export function RequestsPage({ side, tabs }: RequestsPageProps): ReactNode {
  const say = usePeopleWords();
  const membership = useCurrentMembership(side);
  const mayRead = membership?.rights.includes('PERSON_READ') ?? false;
  const [chosen, setShown] = useState<Shown>();
  const shown = chosen ?? (mayRead ? 'waiting' : 'mine');
  const structureId = membership?.structure.id ?? '';
  const { data } = useQuery(JoinRequestsDocument, {
    variables: { structureId, states: ['WAITING'] },
    skip: !mayRead,
    fetchPolicy: 'cache-and-network',
  });
  const choices = [
    ...(mayRead
      ? [
          {
            key: 'waiting',
            label: say('waiting'),
            count: data?.joinRequests.waiting,
            tone: 'warning' as const,
          },
          { key: 'answered', label: say('answered') },
        ]
      : []),
    { key: 'mine', label: say('mine') },
  ];
  return (
    <>
      <PageHeader
        title={say('requestsTitle')}
        subtitle={membership && say('requestsSubtitle', { structure: membership.structure.name })}
      />
      {tabs}
      <div className={classes.page}>
        <FilterBar
          label={say('show')}
          choices={choices}
          current={shown}
          onChange={(key) => setShown(key as Shown)}
        />
        {shown === 'mine' || !membership ? (
          <>
            <FactorResetsToDecide />
            <OwnRequests />
          </>
        ) : (
          <>
            {shown === 'waiting' && <FactorResets structureId={structureId} />}
            <Claims structureId={structureId} mayObject={membership.rights.includes('PERSON_APPOINT')} />
            <RequestList key={shown} membership={membership} waiting={shown === 'waiting'} />
          </>
        )}
      </div>
    </>
  );
}
