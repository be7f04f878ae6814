import { Button } from '@parvis/ui/acts/button';
import { AppFrame } from '@parvis/ui/frame/app-frame';
import { HeaderSearch } from '@parvis/ui/frame/header-search';
import type { NavigationEntry } from '@parvis/ui/frame/navigation';
import { OrganisationSwitch } from '@parvis/ui/frame/organisation-switch';
import { NoRight } from '@parvis/ui/states/no-right';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { chooseStructure, useCurrentMembership } from '@parvis/web-kit/session/current-structure';
import { SignedInOnly, useMaybeSession, useSession } from '@parvis/web-kit/session/session';
import { chooseLanguage } from '@parvis/web-kit/words/i18n';
import {
  IconAddressBook,
  IconBuilding,
  IconChecklist,
  IconFileInvoice,
  IconFileUpload,
  IconKey,
} from '@tabler/icons-react';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import type { Right } from '../gql/graphql.js';
import { paths } from '../paths.js';
import { useFrameWords } from './words.js';

// Only newcomers see it.
const Waiting = lazy(() =>
  import('../features/sign-up/sign-up-pages.js').then((module) => ({ default: module.Waiting })),
);

/** Whoever is signed in, and the door for others. */
export function InsideFrame(): ReactNode {
  return (
    <SignedInOnly>
      <SupplierFrame />
    </SignedInOnly>
  );
}

/** Pages of the person alone: their account, whatever their structures. */
export function PersonFrame(): ReactNode {
  return (
    <SignedInOnly>
      <SupplierFrame anybody />
    </SignedInOnly>
  );
}

/** Pages that strangers see too: the directory, signing up; and what stands at an address that is none. */
export function OpenFrame({ children = <Outlet /> }: { readonly children?: ReactNode }): ReactNode {
  return useMaybeSession() ? (
    <SupplierFrame anybody>{children}</SupplierFrame>
  ) : (
    <StrangerFrame>{children}</StrangerFrame>
  );
}

interface FrameProps {
  /** For whoever is signed in, a supplier's or not. */
  readonly anybody?: boolean;
  readonly children?: ReactNode;
}

/** Header, navigation and the page. Someone without a supplier to act for is told so, and where to go. */
function SupplierFrame({ anybody = false, children = <Outlet /> }: FrameProps): ReactNode {
  const say = useFrameWords();
  const { viewer, signOut } = useSession();
  const navigate = useNavigate();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const structures = viewer.memberships.filter(({ side }) => side === 'SUPPLIER');
  const current = useCurrentMembership('SUPPLIER');
  return (
    <AppFrame
      product={say('product')}
      area={say('area')}
      homeHref={paths.home}
      navigation={useNavigation(path)}
      pageKey={path}
      organisation={
        current && (
          <OrganisationSwitch
            organisations={structures.map(({ structure, mandateHolderName }) => ({
              id: structure.id,
              name: structure.name,
              detail: mandateHolderName ? say('throughMandate') : undefined,
            }))}
            currentId={current.structure.id}
            onChange={chooseStructure}
          />
        )
      }
      search={
        <HeaderSearch
          label={say('searchInvoices')}
          onSearch={(q) => void navigate({ to: '/factures', search: { q } })}
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
      {anybody || structures.length > 0 ? children : <NoSupplier nowhere={viewer.memberships.length === 0} />}
    </AppFrame>
  );
}

const useNavigation = (path: string): NavigationEntry[] => {
  const say = useFrameWords();
  const membership = useCurrentMembership('SUPPLIER');
  const entries: readonly (NavigationEntry & { readonly right?: Right })[] = [
    { key: 'home', label: say('home'), href: paths.home, icon: IconChecklist },
    { key: 'invoices', label: say('invoices'), href: paths.invoices, icon: IconFileInvoice },
    {
      key: 'deposit',
      label: say('deposit'),
      href: paths.deposit,
      icon: IconFileUpload,
      right: 'ISSUED_INVOICE_DEPOSIT',
    },
    { key: 'directory', label: say('directory'), href: paths.directory, icon: IconAddressBook },
    {
      key: 'technicalAccounts',
      label: say('technicalAccounts'),
      href: paths.technicalAccounts,
      icon: IconKey,
      right: 'TECHNICAL_ACCOUNT_READ',
    },
    { key: 'organisation', label: say('organisation'), href: paths.organisation, icon: IconBuilding },
  ];
  return entries
    .filter(({ right }) => right === undefined || membership?.rights.includes(right))
    .map((entry) => ({ ...entry, current: isWithin(path, entry.href) }));
};

/** The router tells paths without the app's own prefix. */
const isWithin = (path: string, href: string): boolean => {
  const place = href.slice(paths.home.length - 1);
  return place === '/' ? path === '/' : path.startsWith(place);
};

function StrangerFrame({ children }: { readonly children: ReactNode }): ReactNode {
  const say = useFrameWords();
  const path = useLocation({ select: ({ pathname }) => pathname });
  return (
    <AppFrame
      product={say('product')}
      area={say('area')}
      homeHref={paths.home}
      pageKey={path}
      tools={
        <Button href={paths.home} variant="default">
          {say('signIn')}
        </Button>
      }
      onLanguageChange={chooseLanguage}
    >
      {children}
    </AppFrame>
  );
}

function NoSupplier({ nowhere }: { readonly nowhere: boolean }): ReactNode {
  const say = useFrameWords();
  if (nowhere) {
    return (
      <Suspense fallback={<PageLoading shape="block" />}>
        <Waiting />
      </Suspense>
    );
  }
  return (
    <NoRight
      wholePage
      title={say('notSupplierTitle')}
      right={say('notSupplierRight')}
      whoCanGive={say('notSupplierText')}
      actions={<Button href="/administration/">{say('goToAdministration')}</Button>}
    />
  );
}
