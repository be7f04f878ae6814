import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readListView } from './features/invoices/list-view.js';
import { AppBroken } from './frame/app-broken.js';
import { AppNotFound } from './frame/app-not-found.js';
import { BackOfficeFrame } from './frame/back-office-frame.js';

const root = createRootRoute({ component: BackOfficeFrame, notFoundComponent: AppNotFound });

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./features/inbox/inbox-page.js'), 'InboxPage'),
});

export const invoicesRoute = createRoute({
  getParentRoute: () => root,
  path: '/factures',
  validateSearch: readListView,
  component: lazyRouteComponent(() => import('./features/invoices/invoices-page.js'), 'InvoicesPage'),
});

export const invoiceRoute = createRoute({
  getParentRoute: () => root,
  path: '/factures/$id',
  component: lazyRouteComponent(() => import('./features/invoice/invoice-page.js'), 'InvoicePage'),
});

const connectors = createRoute({
  getParentRoute: () => root,
  path: '/connecteurs',
  component: lazyRouteComponent(() => import('./features/connectors/connectors-page.js'), 'ConnectorsPage'),
});

const directory = createRoute({
  getParentRoute: () => root,
  path: '/annuaire',
  component: lazyRouteComponent(() => import('./features/directory/directory-page.js'), 'DirectoryPage'),
});

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisation',
  component: lazyRouteComponent(
    () => import('./features/organisation/organisation-page.js'),
    'OrganisationPage',
  ),
});

export const router = createRouter({
  routeTree: root.addChildren([inbox, invoicesRoute, invoiceRoute, connectors, directory, organisation]),
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
