import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { Notice } from '@parvis/ui/display/notice';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { NoRight } from '@parvis/ui/states/no-right';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { ReadOnlyNotice } from '@parvis/ui/states/read-only-notice';
import { type ReactNode, useState } from 'react';
import { Broken } from '../errors/broken.js';
import { type IssuedKeyFragment, type Side, TechnicalAccountsDocument } from '../gql/graphql.js';
import { useCurrentMembership, type ViewerMembership } from '../session/current-structure.js';
import { type KeyAct, KeyDialog } from './key-dialogs.js';
import { KeyForm } from './key-form.js';
import { KeyShown } from './key-shown.js';
import { ProgramCard, type ShownProgram } from './program-card.js';
import classes from './technical-accounts.module.css';
import { useKeyWords } from './words.js';

/** The programs of the structure one works for: make a key, test it, renew it, end it. */
export interface TechnicalAccountsPageProps {
  readonly side: Side;
  /** The pages beside this one, where it is one of several. */
  readonly tabs?: ReactNode;
}

export function TechnicalAccountsPage({ side, tabs }: TechnicalAccountsPageProps): ReactNode {
  const say = useKeyWords();
  const membership = useCurrentMembership(side);
  if (!membership?.rights.includes('TECHNICAL_ACCOUNT_READ'))
    return (
      <>
        <PageHeader title={say('title')} />
        {tabs}
        <NoRight title={say('noRightTitle')} right={say('noRight')} whoCanGive={say('whoCanGive')} />
      </>
    );
  return <Programs key={membership.structure.id} membership={membership} tabs={tabs} />;
}

interface ProgramsProps {
  readonly membership: ViewerMembership;
  readonly tabs: ReactNode;
}

function Programs({ membership, tabs }: ProgramsProps): ReactNode {
  const say = useKeyWords();
  const { structure, rights } = membership;
  const mayManage = rights.includes('TECHNICAL_ACCOUNT_MANAGE');
  const { data, error, refetch } = useQuery(TechnicalAccountsDocument, {
    variables: { structureId: structure.id },
    fetchPolicy: 'cache-and-network',
  });
  const [adding, setAdding] = useState(false);
  const [issued, setIssued] = useState<IssuedKeyFragment>();
  const [asked, setAsked] = useState<KeyAct>();
  const programs = data?.technicalAccounts;

  const show = (key: IssuedKeyFragment): void => {
    setIssued(key);
    setAdding(false);
    setAsked(undefined);
    void refetch();
  };
  const ended = (): void => {
    setAsked(undefined);
    void refetch();
  };
  const newKey = (
    <Button size="md" onClick={() => setAdding(true)}>
      {say('newKey')}
    </Button>
  );

  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say(`subtitle_${membership.side}`, { structure: structure.name })}
        mainAct={mayManage && !adding && !issued && programs?.length ? newKey : undefined}
      />
      {tabs}
      <div className={classes.page}>
        {!mayManage && <ReadOnlyNotice>{say('readOnly')}</ReadOnlyNotice>}
        {issued && (
          <KeyShown
            key={issued.key.id}
            issued={issued}
            onTested={() => void refetch()}
            onDone={() => setIssued(undefined)}
          />
        )}
        {adding && <KeyForm membership={membership} onIssued={show} onCancel={() => setAdding(false)} />}
        {!programs &&
          (error ? <Broken error={error} onRetry={() => void refetch()} /> : <PageLoading shape="list" />)}
        {programs?.length === 0 && !adding && (
          <EmptyState
            title={say('emptyTitle')}
            why={say('emptyWhy')}
            firstStep={mayManage ? newKey : undefined}
          />
        )}
        {programs && <EndingSoon programs={programs} />}
        {programs?.map((program) => (
          <ProgramCard
            key={program.id}
            program={program}
            mayManage={mayManage}
            onRenew={(shown) => setAsked({ act: 'renew', shown })}
            onRevoke={(shown) => setAsked({ act: 'revoke', shown })}
            onClose={(closing) => setAsked({ act: 'close', program: closing })}
          />
        ))}
      </div>
      {asked && (
        <KeyDialog asked={asked} onIssued={show} onDone={ended} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}

const SOON_MS = 30 * 86_400_000;

function EndingSoon({ programs }: { readonly programs: readonly ShownProgram[] }): ReactNode {
  const say = useKeyWords();
  const soon = Date.now() + SOON_MS;
  const count = programs
    .filter(({ closedAt }) => !closedAt)
    .flatMap(({ keys }) => keys)
    .filter(({ state, expiresAt }) => state === 'IN_FORCE' && Date.parse(expiresAt) < soon).length;
  return count > 0 ? <Notice tone="warning" title={say('endsSoon', { count })} /> : null;
}
