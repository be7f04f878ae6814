import { PageLoading } from '@parvis/ui/states/page-loading';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readFilters } from '../features/invoices/invoice-filters.js';
import { BrokenPage } from '../frame/broken-page.js';
import { NotFoundPage } from '../frame/not-found-page.js';
import { InsideFrame, OpenFrame, PersonFrame } from '../frame/supplier-frame.js';

/** What the address bar may hold for the directory. */
type DirectorySearch = Readonly<Partial<Record<'q' | 'departement' | 'type', unknown>>>;

const root = createRootRoute({
  notFoundComponent: () => (
    <OpenFrame>
      <NotFoundPage />
    </OpenFrame>
  ),
});

/** Pages for whoever is signed in. */
const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: InsideFrame });

/** Pages of the person alone, whatever their structures. */
const person = createRoute({ getParentRoute: () => root, id: 'person', component: PersonFrame });

/** Pages that strangers see too. */
const open = createRoute({ getParentRoute: () => root, id: 'open', component: OpenFrame });

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('../features/home/home-page.js'), 'HomePage'),
});

const invoices = createRoute({
  getParentRoute: () => inside,
  path: '/factures',
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import('../features/invoices/invoices-page.js'), 'InvoicesPage'),
});

const invoice = createRoute({
  getParentRoute: () => inside,
  path: '/factures/$invoiceId',
  component: lazyRouteComponent(() => import('../features/invoice/invoice-page.js'), 'InvoicePage'),
});

const deposit = createRoute({
  getParentRoute: () => inside,
  path: '/deposer',
  validateSearch: ({ pour, service }: Record<string, unknown>): { pour?: string; service?: string } => ({
    ...(pour === undefined ? {} : { pour: String(pour) }),
    ...(service === undefined ? {} : { service: String(service) }),
  }),
  component: lazyRouteComponent(() => import('../features/deposit/deposit-page.js'), 'DepositPage'),
});

const directory = createRoute({
  getParentRoute: () => open,
  path: '/annuaire',
  // Checked where it is read: the numbers of departments need not come with the first page of every visit.
  validateSearch: (search: Record<string, unknown>): DirectorySearch => search,
  component: lazyRouteComponent(() => import('../features/directory/directory-page.js'), 'DirectoryPage'),
});

const directoryEntry = createRoute({
  getParentRoute: () => open,
  path: '/annuaire/$siret',
  validateSearch: ({ pour }: Record<string, unknown>): { pour?: string } =>
    typeof pour === 'string' || typeof pour === 'number' ? { pour: String(pour) } : {},
  component: lazyRouteComponent(() => import('../features/directory/entry-page.js'), 'EntryPage'),
});

const directoryFiles = createRoute({
  getParentRoute: () => open,
  path: '/annuaire/fichiers',
  component: lazyRouteComponent(() => import('../features/directory/files-page.js'), 'FilesPage'),
});

const organisation = createRoute({
  getParentRoute: () => inside,
  path: '/organisation',
  component: lazyRouteComponent(
    () => import('../features/organisation/organisation-page.js'),
    'OrganisationPage',
  ),
});

const technicalAccounts = createRoute({
  getParentRoute: () => inside,
  path: '/acces-api',
  component: lazyRouteComponent(() => import('../features/technical-accounts/keys-page.js'), 'KeysPage'),
});

const account = createRoute({
  getParentRoute: () => person,
  path: '/compte',
  component: lazyRouteComponent(() => import('@parvis/web-kit/account/account-page'), 'AccountPage'),
});

/** Who belongs to the structure, who asks to, and where invitations lead. */
const peoplePage = (name: keyof typeof import('../features/people/people-pages.js')) =>
  lazyRouteComponent(() => import('../features/people/people-pages.js'), name);

const people = createRoute({
  getParentRoute: () => inside,
  path: '/organisation/personnes',
  component: peoplePage('People'),
});

const mandates = createRoute({
  getParentRoute: () => inside,
  path: '/organisation/mandats',
  component: lazyRouteComponent(() => import('../features/mandates/mandates-page.js'), 'MandatesPage'),
});

/** For people without any structure yet, too: their own requests stand there. */
const requests = createRoute({
  getParentRoute: () => person,
  path: '/organisation/demandes',
  component: peoplePage('Requests'),
});

const invitation = createRoute({
  getParentRoute: () => open,
  path: '/invitation',
  component: peoplePage('Invitation'),
});

/** The pages by which strangers become people of ours, and get in again. */
const signUpPage = (name: keyof typeof import('../features/sign-up/sign-up-pages.js')) =>
  lazyRouteComponent(() => import('../features/sign-up/sign-up-pages.js'), name);

const signUpRoutes = [
  createRoute({ getParentRoute: () => open, path: '/inscription', component: signUpPage('SignUp') }),
  createRoute({
    getParentRoute: () => open,
    path: '/inscription/confirmer',
    component: signUpPage('ConfirmSignUp'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/mot-de-passe-oublie',
    component: signUpPage('ForgottenPassword'),
  }),
  createRoute({
    getParentRoute: () => open,
    path: '/mot-de-passe-oublie/nouveau',
    component: signUpPage('NewPassword'),
  }),
  createRoute({ getParentRoute: () => open, path: '/adresse/confirmer', component: signUpPage('NewEmail') }),
];

export const router = createRouter({
  routeTree: root.addChildren([
    inside.addChildren([home, invoices, invoice, deposit, technicalAccounts, organisation, people, mandates]),
    person.addChildren([account, requests]),
    open.addChildren([directory, directoryEntry, directoryFiles, invitation, ...signUpRoutes]),
  ]),
  basepath: '/fournisseur',
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingComponent: () => <PageLoading />,
  defaultErrorComponent: BrokenPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
