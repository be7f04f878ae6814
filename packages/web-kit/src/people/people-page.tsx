import { Button } from '@parvis/ui/acts/button';
import { FilterBar } from '@parvis/ui/filters/filter-bar';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { NoRight } from '@parvis/ui/states/no-right';
import { ReadOnlyNotice } from '@parvis/ui/states/read-only-notice';
import { type ReactNode, useState } from 'react';
import type { Side } from '../gql/graphql.js';
import { useCurrentMembership, type ViewerMembership } from '../session/current-structure.js';
import { useLanguage } from '../words/i18n.js';
import { Invitations } from './invitations.js';
import { MembersTable } from './members-table.js';
import classes from './people.module.css';
import { RightsHistory } from './rights-history.js';
import { usePeopleWords } from './words.js';

export interface PeoplePageProps {
  readonly side: Side;
  /** Of the section the page belongs to. */
  readonly tabs: ReactNode;
}

/** Who works for the structure, what each may do, and how that came about. */
export function PeoplePage({ side, tabs }: PeoplePageProps): ReactNode {
  const say = usePeopleWords();
  const membership = useCurrentMembership(side);
  if (!membership?.rights.includes('PERSON_READ'))
    return (
      <>
        <PageHeader title={say('title')} />
        {tabs}
        <NoRight right={say('noRight')} whoCanGive={say('whoCanGive')} />
      </>
    );
  return <People key={membership.structure.id} membership={membership} tabs={tabs} />;
}

function People({
  membership,
  tabs,
}: {
  readonly membership: ViewerMembership;
  readonly tabs: ReactNode;
}): ReactNode {
  const say = usePeopleWords();
  const [shown, setShown] = useState<'people' | 'history'>('people');
  const [search, setSearch] = useState('');
  const [inviting, setInviting] = useState(false);
  const { structure, rights } = membership;
  const mayGrant = rights.includes('PERSON_GRANT');
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle', { structure: structure.name })}
        mainAct={
          mayGrant && (
            <Button size="md" onClick={() => setInviting(true)}>
              {say('invite')}
            </Button>
          )
        }
      />
      {tabs}
      <div className={classes.page}>
        {!mayGrant && <ReadOnlyNotice>{say('readOnly')}</ReadOnlyNotice>}
        <FilterBar
          label={say('show')}
          choices={[
            { key: 'people', label: say('people') },
            { key: 'history', label: say('history') },
          ]}
          current={shown}
          onChange={(key) => setShown(key === 'history' ? 'history' : 'people')}
          search={
            shown === 'people' ? { label: say('search'), value: search, onChange: setSearch } : undefined
          }
        >
          {rights.includes('PERSON_EXPORT') && <ExportLink structureId={structure.id} />}
        </FilterBar>
        {shown === 'people' ? (
          <>
            <MembersTable membership={membership} search={search} />
            <Invitations
              key={membership.structure.id}
              membership={membership}
              inviting={inviting}
              onInviting={setInviting}
            />
          </>
        ) : (
          <RightsHistory structureId={structure.id} />
        )}
      </div>
    </>
  );
}

function ExportLink({ structureId }: { readonly structureId: string }): ReactNode {
  const say = usePeopleWords();
  const language = useLanguage();
  const address = new URLSearchParams({ structure: structureId, lang: language });
  return (
    <span className={classes.acts}>
      <a className={classes.download} href={`/exports/rights.csv?${address}`} download>
        {say('export')} (CSV)
      </a>
      <a className={classes.download} href={`/exports/rights.xlsx?${address}`} download>
        Excel
      </a>
    </span>
  );
}
