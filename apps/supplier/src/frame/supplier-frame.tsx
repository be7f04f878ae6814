import { Button } from '@parvis/ui/acts/button';
import { AppFrame } from '@parvis/ui/frame/app-frame';
import { HeaderSearch } from '@parvis/ui/frame/header-search';
import type { NavigationEntry } from '@parvis/ui/frame/navigation';
import { NoRight } from '@parvis/ui/states/no-right';
import { useSession } from '@parvis/web-kit/session/session';
import { chooseLanguage } from '@parvis/web-kit/words/i18n';
import {
  IconAddressBook,
  IconBuilding,
  IconChecklist,
  IconFileInvoice,
  IconFileUpload,
} from '@tabler/icons-react';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../paths.js';
import { useFrameWords } from './words.js';

/** Header, navigation and the page. Someone without a supplier to act for is told so, and where to go. */
export function SupplierFrame(): ReactNode {
  const say = useFrameWords();
  const { viewer, signOut } = useSession();
  const navigate = useNavigate();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const structures = viewer.memberships.filter(({ side }) => side === 'SUPPLIER');
  return (
    <AppFrame
      product={say('product')}
      area={say('area')}
      homeHref={paths.home}
      navigation={useNavigation(path)}
      pageKey={path}
      search={
        <HeaderSearch
          label={say('searchInvoices')}
          onSearch={(q) => void navigate({ to: '/factures', search: { q } })}
        />
      }
      account={{
        name: viewer.name,
        detail: structures.map(({ structure }) => structure.name).join(', '),
        onSignOut: () => void signOut(),
      }}
      onLanguageChange={chooseLanguage}
    >
      {structures.length > 0 ? <Outlet /> : <NoSupplier />}
    </AppFrame>
  );
}

const useNavigation = (path: string): NavigationEntry[] => {
  const say = useFrameWords();
  const entries = [
    { key: 'home', label: say('home'), href: paths.home, icon: IconChecklist },
    { key: 'invoices', label: say('invoices'), href: paths.invoices, icon: IconFileInvoice },
    { key: 'deposit', label: say('deposit'), href: paths.deposit, icon: IconFileUpload },
    { key: 'directory', label: say('directory'), href: paths.directory, icon: IconAddressBook },
    { key: 'organisation', label: say('organisation'), href: paths.organisation, icon: IconBuilding },
  ];
  return entries.map((entry) => ({ ...entry, current: isWithin(path, entry.href) }));
};

/** The router tells paths without the app's own prefix. */
const isWithin = (path: string, href: string): boolean => {
  const place = href.slice(paths.home.length - 1);
  return place === '/' ? path === '/' : path.startsWith(place);
};

function NoSupplier(): ReactNode {
  const say = useFrameWords();
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
