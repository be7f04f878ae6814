import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readEngagementsView } from './features/engagements/engagements-view.js';
import { readListView } from './features/invoices/list-view.js';
import { readServicesView } from './features/services/services-view.js';
import { AppBroken } from './frame/app-broken.js';
import { AppNotFound } from './frame/app-not-found.js';
import { InsideFrame, OpenFrame, PersonFrame } from './frame/back-office-frame.js';

const root = createRootRoute({
  notFoundComponent: () => (
    <OpenFrame>
      <AppNotFound />
    </OpenFrame>
  ),
});

/** Pages for whoever is signed in. */
const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: InsideFrame });

/** Pages of the person alone, whatever their structures. */
const person = createRoute({ getParentRoute: () => root, id: 'person', component: PersonFrame });

/** Pages that strangers see too. */
const open = createRoute({ getParentRoute: () => root, id: 'open', component: OpenFrame });

const inbox = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('./features/inbox/inbox-page.js'), 'InboxPage'),
});

export const invoicesRoute = createRoute({
  getParentRoute: () => inside,
  path: '/factures',
  validateSearch: readListView,
  component: lazyRouteComponent(() => import('./features/invoices/invoices-page.js'), 'InvoicesPage'),
});

export const invoiceRoute = createRoute({
  getParentRoute: () => inside,
  path: '/factures/$id',
  component: lazyRouteComponent(() => import('./features/invoice/invoice-page.js'), 'InvoicePage'),
});

const connectors = createRoute({
  getParentRoute: () => inside,
  path: '/connecteurs',
  component: lazyRouteComponent(() => import('./features/connectors/connectors-page.js'), 'ConnectorsPage'),
});

/** Setting connections up and looking after one. */
const connectorRoutes = [
  createRoute({
    getParentRoute: () => inside,
    path: '/connecteurs/nouveau',
    component: lazyRouteComponent(() => import('./features/connectors/set-up/kinds-page.js'), 'KindsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/connecteurs/nouveau/$system',
    component: lazyRouteComponent(() => import('./features/connectors/set-up/set-up-page.js'), 'SetUpPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/connecteurs/$id',
    component: lazyRouteComponent(
      () => import('./features/connectors/connection/deliveries-page.js'),
      'DeliveriesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/connecteurs/$id/reglages',
    component: lazyRouteComponent(
      () => import('./features/connectors/connection/settings-page.js'),
      'ConnectionSettingsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/connecteurs/$id/essai',
    component: lazyRouteComponent(() => import('./features/connectors/trial/trial-page.js'), 'TrialPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/connecteurs/$id/rapprochement',
    component: lazyRouteComponent(
      () => import('./features/connectors/reconciliation/reconciliation-page.js'),
      'ReconciliationPage',
    ),
  }),
] as const;

const directory = createRoute({
  getParentRoute: () => inside,
  path: '/annuaire',
  component: lazyRouteComponent(() => import('./features/directory/settings-page.js'), 'SettingsPage'),
});

const settingsHistory = createRoute({
  getParentRoute: () => inside,
  path: '/annuaire/historique',
  component: lazyRouteComponent(
    () => import('./features/directory/settings-history-page.js'),
    'SettingsHistoryPage',
  ),
});

const services = createRoute({
  getParentRoute: () => inside,
  path: '/annuaire/services',
  validateSearch: readServicesView,
  component: lazyRouteComponent(() => import('./features/services/services-page.js'), 'ServicesPage'),
});

const service = createRoute({
  getParentRoute: () => inside,
  path: '/annuaire/services/$code',
  component: lazyRouteComponent(() => import('./features/services/service-page.js'), 'ServicePage'),
});

const engagements = createRoute({
  getParentRoute: () => inside,
  path: '/annuaire/engagements',
  validateSearch: readEngagementsView,
  component: lazyRouteComponent(
    () => import('./features/engagements/engagements-page.js'),
    'EngagementsPage',
  ),
});

const importTable = createRoute({
  getParentRoute: () => inside,
  path: '/annuaire/import/$kind',
  component: lazyRouteComponent(() => import('./features/imports/import-page.js'), 'ImportPage'),
});

const organisation = createRoute({
  getParentRoute: () => inside,
  path: '/organisation',
  component: lazyRouteComponent(
    () => import('./features/organisation/organisation-page.js'),
    'OrganisationPage',
  ),
});

const technicalAccounts = createRoute({
  getParentRoute: () => inside,
  path: '/organisation/acces-api',
  component: lazyRouteComponent(() => import('./features/technical-accounts/keys-page.js'), 'KeysPage'),
});

const account = createRoute({
  getParentRoute: () => person,
  path: '/compte',
  component: lazyRouteComponent(() => import('@parvis/web-kit/account/account-page'), 'AccountPage'),
});

/** Who belongs to the structure, who asks to, and where invitations lead. */
const peoplePage = (name: keyof typeof import('./features/people/people-pages.js')) =>
  lazyRouteComponent(() => import('./features/people/people-pages.js'), name);

const people = createRoute({
  getParentRoute: () => inside,
  path: '/organisation/personnes',
  component: peoplePage('People'),
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
const signUpPage = (name: keyof typeof import('./features/sign-up/sign-up-pages.js')) =>
  lazyRouteComponent(() => import('./features/sign-up/sign-up-pages.js'), name);

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
    inside.addChildren([
      inbox,
      invoicesRoute,
      invoiceRoute,
      connectors,
      ...connectorRoutes,
      directory,
      settingsHistory,
      services,
      service,
      engagements,
      importTable,
      organisation,
      technicalAccounts,
      people,
    ]),
    person.addChildren([account, requests]),
    open.addChildren([invitation, ...signUpRoutes]),
  ]),
  basepath: '/administration',
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: AppBroken,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
