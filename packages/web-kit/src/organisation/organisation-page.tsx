import { useQuery } from '@apollo/client/react';
import { draftOf } from '@parvis/domain/directory/organisation-form';
import { KeyValueList } from '@parvis/ui/display/key-value-list';
import { Notice } from '@parvis/ui/display/notice';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { Link } from '@parvis/ui/link/link';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { ReadOnlyNotice } from '@parvis/ui/states/read-only-notice';
import { type ReactNode, useState } from 'react';
import { useKeptDraft } from '../drafts/kept-draft.js';
import { Broken } from '../errors/broken.js';
import { type OrganisationPartsFragment, OwnOrganisationDocument, type Side } from '../gql/graphql.js';
import { useCurrentMembership, type ViewerMembership } from '../session/current-structure.js';
import { BankAccountsSection } from './bank-accounts-section.js';
import { FactsForm } from './facts-form.js';
import { factsOf } from './facts-of.js';
import { FactsSection } from './facts-section.js';
import { HistorySection } from './history-section.js';
import { MoveSection } from './move-section.js';
import classes from './organisation.module.css';
import { useOrganisationWords } from './words.js';

export interface OrganisationPageProps {
  readonly side: Side;
  /** Above the page: the pages of the section. */
  readonly tabs: ReactNode;
  /** Where one's own account is. */
  readonly accountHref: string;
}

/** The structure one works for: who and where it is, where it is paid, what became of it. The same in both apps. */
export function OrganisationPage({ side, tabs, accountHref }: OrganisationPageProps): ReactNode {
  const say = useOrganisationWords();
  const membership = useCurrentMembership(side);
  if (membership) return <Inside key={membership.structure.id} {...{ membership, tabs, accountHref }} />;
  return (
    <>
      <PageHeader title={say('title')} />
      {tabs}
      <EmptyState title={say('noneTitle')} why={say('noneWhy')} />
    </>
  );
}

interface InsideProps extends Omit<OrganisationPageProps, 'side'> {
  readonly membership: ViewerMembership;
}

function Inside({ membership, tabs, accountHref }: InsideProps): ReactNode {
  const { structure } = membership;
  const { data, error, refetch } = useQuery(OwnOrganisationDocument, {
    variables: { structureId: structure.id },
    fetchPolicy: 'cache-and-network',
  });
  const organisation = data?.organisation;
  return (
    <>
      <PageHeader title={organisation?.name ?? structure.name} />
      {tabs}
      {!organisation &&
        (error ? (
          <Broken error={error} onRetry={() => void refetch().catch(() => undefined)} />
        ) : (
          <PageLoading shape="form" />
        ))}
      {organisation && <Sections {...{ membership, organisation, accountHref }} />}
    </>
  );
}

interface SectionsProps extends Omit<InsideProps, 'tabs'> {
  readonly organisation: OrganisationPartsFragment;
}

function Sections({ membership, organisation, accountHref }: SectionsProps): ReactNode {
  const say = useOrganisationWords();
  const kept = useKeptDraft(`parvis.organisation.${organisation.id}`, draftOf(factsOf(organisation)));
  // What was typed and not saved is still there, open as it was left.
  const [isEditing, setEditing] = useState(kept.isChanged);
  const { rights } = membership;
  const mayChange = rights.includes('ORGANISATION_CHANGE');
  const mayMove = rights.includes('ORGANISATION_MOVE');
  return (
    <div className={classes.sections}>
      <WhyNot membership={membership} organisation={organisation} mayChange={mayChange} />
      {isEditing && mayChange ? (
        <FactsForm organisation={organisation} kept={kept} onDone={() => setEditing(false)} />
      ) : (
        <FactsSection organisation={organisation} onEdit={mayChange ? () => setEditing(true) : undefined} />
      )}
      {organisation.side === 'SUPPLIER' && (
        <BankAccountsSection organisation={organisation} mayChange={mayChange} />
      )}
      {mayMove && <MoveSection organisation={organisation} />}
      <HistorySection structureId={organisation.id} />
      <section className="pv-panel">
        <h2 className="pv-panel-title">{say('you')}</h2>
        <KeyValueList
          entries={[{ key: 'role', label: say('yourRole'), value: say(`role_${membership.role}`) }]}
        />
        <p className={classes.more}>
          <Link href={accountHref} className="pv-link">
            {say('yourAccount')}
          </Link>
        </p>
      </section>
    </div>
  );
}

interface WhyNotProps extends Omit<SectionsProps, 'accountHref'> {
  readonly mayChange: boolean;
}

/** Why one may only read, and that the structure is closed where it is. */
function WhyNot({ membership, organisation, mayChange }: WhyNotProps): ReactNode {
  const say = useOrganisationWords();
  const { mandateHolderName: holder, structure } = membership;
  return (
    <>
      {!organisation.active && <Notice tone="warning">{say('inactive')}</Notice>}
      {!mayChange && (
        <ReadOnlyNotice>
          {holder ? say('throughMandate', { client: structure.name, holder }) : say('readOnly')}
        </ReadOnlyNotice>
      )}
    </>
  );
}
