import { useQuery } from '@apollo/client/react';
import { Button } from '@parvis/ui/acts/button';
import { AppFrame } from '@parvis/ui/frame/app-frame';
import { HeaderSearch } from '@parvis/ui/frame/header-search';
import type { NavigationEntry } from '@parvis/ui/frame/navigation';
import { OrganisationSwitch } from '@parvis/ui/frame/organisation-switch';
import { Link } from '@parvis/ui/link/link';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { chooseStructure, useCurrentMembership } from '@parvis/web-kit/session/current-structure';
import { SignedInOnly, useMaybeSession, useSession } from '@parvis/web-kit/session/session';
import { chooseLanguage } from '@parvis/web-kit/words/i18n';
import {
  IconBuildingCommunity,
  IconFileInvoice,
  IconInbox,
  IconListDetails,
  IconPlugConnected,
} from '@tabler/icons-react';
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { FrameCountsDocument, type Right } from '../gql/graphql.js';
import { paths } from '../paths.js';
import { ChangesWatch } from './changes-watch.js';
import { useWords } from './words.js';

const awaitingDecision: readonly string[] = ['MADE_AVAILABLE', 'TAKEN_IN_CHARGE', 'COMPLETED'];

// Only newcomers see it.
const Waiting = lazy(() =>
  import('../features/sign-up/sign-up-pages.js').then((module) => ({ default: module.Waiting })),
);

/** Whoever is signed in, and the door for others. */
export function InsideFrame(): ReactNode {
  return (
    <SignedInOnly>
      <BackOfficeFrame />
    </SignedInOnly>
  );
}

/** Pages of the person alone: their account, whatever their structures. */
export function PersonFrame(): ReactNode {
  return (
    <SignedInOnly>
      <BackOfficeFrame anybody />
    </SignedInOnly>
  );
}

/** Pages that strangers see too: signing up; and what stands at an address that is none. */
export function OpenFrame({ children = <Outlet /> }: { readonly children?: ReactNode }): ReactNode {
  return useMaybeSession() ? (
    <BackOfficeFrame anybody>{children}</BackOfficeFrame>
  ) : (
    <StrangerFrame>{children}</StrangerFrame>
  );
}

interface FrameProps {
  /** For whoever is signed in, an entity's or not. */
  readonly anybody?: boolean;
  readonly children?: ReactNode;
}

/** What surrounds every page of the back office. */
function BackOfficeFrame({ anybody = false, children = <Outlet /> }: FrameProps): ReactNode {
  const say = useWords();
  const { viewer, signOut } = useSession();
  const { history } = useRouter();
  const path = useRouterState({ select: ({ location }) => location.publicHref.replace(/[?#].*$/, '') });
  const entities = viewer.memberships.filter(({ side }) => side === 'PUBLIC_ENTITY');
  const current = useCurrentMembership('PUBLIC_ENTITY');
  return (
    <AppFrame
      product={say('product')}
      area={say('area')}
      homeHref={paths.inbox}
      navigation={useNavigation(path)}
      pageKey={path}
      organisation={
        current && (
          <OrganisationSwitch
            organisations={entities.map(({ structure }) => ({ id: structure.id, name: structure.name }))}
            currentId={current.structure.id}
            onChange={chooseStructure}
          />
        )
      }
      search={
        <HeaderSearch
          label={say('searchInvoices')}
          onSearch={(text) => history.push(paths.invoicesLike(text))}
        />
      }
      account={{
        name: viewer.name,
        detail: viewer.email,
        entries: [{ label: say('account'), href: paths.account }],
        onSignOut: () => void signOut(),
      }}
      onLanguageChange={chooseLanguage}
    >
      {current && <ChangesWatch />}
      {anybody || current ? children : <NotHere nowhere={viewer.memberships.length === 0} />}
    </AppFrame>
  );
}

const useNavigation = (path: string): NavigationEntry[] => {
  const say = useWords();
  const membership = useCurrentMembership('PUBLIC_ENTITY');
  const may = (right: Right): boolean => membership?.rights.includes(right) ?? false;
  const { data } = useQuery(
    FrameCountsDocument,
    membership && may('RECEIVED_INVOICE_READ')
      ? { variables: { structureId: membership.structure.id } }
      : { skip: true },
  );
  const count = (data?.invoices.countByStatus ?? [])
    .filter(({ status }) => awaitingDecision.includes(status))
    .reduce((sum, entry) => sum + entry.count, 0);
  const isUnder = (href: string): boolean => path === href || path.startsWith(`${href}/`);
  const entries: readonly (NavigationEntry & { readonly right?: Right })[] = [
    {
      key: 'inbox',
      label: say('inbox'),
      href: paths.inbox,
      icon: IconInbox,
      count,
      countLabel: say('inboxCount', { count }),
      current: path === paths.inbox || `${path}/` === paths.inbox,
    },
    {
      key: 'invoices',
      label: say('invoices'),
      href: paths.invoices,
      icon: IconFileInvoice,
      current: isUnder(paths.invoices),
    },
    {
      key: 'connectors',
      label: say('connectors'),
      href: paths.connectors,
      icon: IconPlugConnected,
      right: 'CONNECTOR_READ',
      current: isUnder(paths.connectors),
    },
    {
      key: 'directory',
      label: say('directory'),
      href: paths.directory,
      icon: IconListDetails,
      current: isUnder(paths.directory),
    },
    {
      key: 'organisation',
      label: say('organisation'),
      href: paths.organisation,
      icon: IconBuildingCommunity,
      current: isUnder(paths.organisation),
    },
  ];
  return entries.filter(({ right }) => right === undefined || may(right));
};

function StrangerFrame({ children }: { readonly children: ReactNode }): ReactNode {
  const say = useWords();
  const path = useRouterState({ select: ({ location }) => location.publicHref.replace(/[?#].*$/, '') });
  return (
    <AppFrame
      product={say('product')}
      area={say('area')}
      homeHref={paths.inbox}
      pageKey={path}
      tools={
        <Button href={paths.inbox} variant="default">
          {say('signIn')}
        </Button>
      }
      onLanguageChange={chooseLanguage}
    >
      {children}
    </AppFrame>
  );
}

function NotHere({ nowhere }: { readonly nowhere: boolean }): ReactNode {
  const say = useWords();
  if (nowhere) {
    return (
      <Suspense fallback={<PageLoading shape="block" />}>
        <Waiting />
      </Suspense>
    );
  }
  return (
    <EmptyState
      wholePage
      title={say('notPublicTitle')}
      why={say('notPublicText')}
      firstStep={
        <Link href="/fournisseur/" className="pv-link">
          {say('goToSupplier')}
        </Link>
      }
    />
  );
}
