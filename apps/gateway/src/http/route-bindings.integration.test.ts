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
    'post /documents/uploads': 'issuedInvoice:check',
    'get /auth/openid/:provider/start': 'open',
    'get /auth/openid/:provider/callback': 'open',
    'get /auth/openid/done': 'open',
    'post /auth/openid/link': 'person',
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
