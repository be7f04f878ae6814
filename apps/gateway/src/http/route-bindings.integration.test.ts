import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { mountedRoutes } from './route.js';

let test: TestGateway;
beforeAll(async () => {
  test = await startTestGateway();
});
afterAll(() => test.close());

interface Layer {
  readonly route?: { readonly path: string };
}

it('mounts no HTTP address but those bound to a right or opened for a reason', () => {
  const layers: readonly Layer[] = test.gateway.app.router.stack;
  const addresses = layers.flatMap(({ route }) => (route ? [route.path] : []));
  expect(addresses).toEqual(mountedRoutes(test.gateway.app).map(({ path }) => path));
});

it('binds each address as reviewed here', () => {
  const bindings = mountedRoutes(test.gateway.app).map(({ method, path, binding }) => [
    `${method} ${path}`,
    binding.kind === 'right'
      ? binding.right
      : binding.kind === 'anyRight'
        ? binding.rights.join(' or ')
        : binding.kind,
  ]);
  expect(Object.fromEntries(bindings)).toEqual({
    'get /': 'open',
    'get /boite-aux-lettres/': 'open',
    'get /healthz': 'open',
    'get /readyz': 'open',
    'get /metrics': 'open',
    'get /exports/discrepancies.csv': 'connector:read',
    'get /exports/discrepancies.xlsx': 'connector:read',
    'get /exports/rights.csv': 'person:export',
    'get /exports/rights.xlsx': 'person:export',
    'post /documents/proofs': 'person',
    'get /claims/:structureId/:claimId/proof': 'person',
    'post /documents/uploads': 'issuedInvoice:check or settings:change or engagement:manage',
    'get /exports/services.csv': 'settings:read',
    'get /exports/services.xlsx': 'settings:read',
    'get /exports/engagements.csv': 'engagement:read',
    'get /exports/engagements.xlsx': 'engagement:read',
    'get /exports/services-template.csv': 'open',
    'get /exports/services-template.xlsx': 'open',
    'get /exports/engagements-template.csv': 'open',
    'get /exports/engagements-template.xlsx': 'open',
    'get /imports/faulty-rows.csv': 'settings:change or engagement:manage',
    'get /imports/faulty-rows.xlsx': 'settings:change or engagement:manage',
    'get /auth/openid/:provider/start': 'open',
    'get /auth/openid/:provider/callback': 'open',
    'get /auth/openid/done': 'open',
    'post /auth/openid/link': 'person',
    'post /api/oauth/token': 'open',
    'post /webhooks/connections/:connectionId': 'open',
    'get /documents/:invoiceId/original': 'issuedInvoice:read or receivedInvoice:read',
    'get /documents/:invoiceId/attachments/:documentId': 'issuedInvoice:read or receivedInvoice:read',
    'get /documents/:invoiceId/readable': 'issuedInvoice:read or receivedInvoice:read',
    'get /annuaire/telecharger': 'open',
    'get /annuaire/telecharger/:file': 'open',
    'get /annuaire/telecharger/:day/:file': 'open',
    'get /fournisseur': 'open',
    'get /fournisseur/*rest': 'open',
    'get /administration': 'open',
    'get /administration/*rest': 'open',
  });
});
