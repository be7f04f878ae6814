import { PageLoading } from '@parvis/ui/states/page-loading';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readFilters } from '../features/invoices/invoice-filters.js';
import { BrokenPage } from '../frame/broken-page.js';
import { NotFoundPage } from '../frame/not-found-page.js';
import { SupplierFrame } from '../frame/supplier-frame.js';

const root = createRootRoute({ component: SupplierFrame, notFoundComponent: NotFoundPage });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../features/home/home-page.js'), 'HomePage'),
});

const invoices = createRoute({
  getParentRoute: () => root,
  path: '/factures',
  validateSearch: readFilters,
  component: lazyRouteComponent(() => import('../features/invoices/invoices-page.js'), 'InvoicesPage'),
});

const invoice = createRoute({
  getParentRoute: () => root,
  path: '/factures/$invoiceId',
  component: lazyRouteComponent(() => import('../features/invoice/invoice-page.js'), 'InvoicePage'),
});

const deposit = createRoute({
  getParentRoute: () => root,
  path: '/deposer',
  component: lazyRouteComponent(() => import('../features/deposit/deposit-page.js'), 'DepositPage'),
});

const directory = createRoute({
  getParentRoute: () => root,
  path: '/annuaire',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } =>
    typeof q === 'string' || typeof q === 'number' ? { q: String(q) } : {},
  component: lazyRouteComponent(() => import('../features/directory/directory-page.js'), 'DirectoryPage'),
});

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisation',
  component: lazyRouteComponent(
    () => import('../features/organisation/organisation-page.js'),
    'OrganisationPage',
  ),
});

export const router = createRouter({
  routeTree: root.addChildren([home, invoices, invoice, deposit, directory, organisation]),
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
