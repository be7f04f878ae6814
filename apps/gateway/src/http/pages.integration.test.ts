import { alice } from '@parvis/application/testing/cast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

let test: TestGateway;
let stranger: ApiClient;
beforeAll(async () => {
  test = await startTestGateway();
  stranger = new ApiClient(test.url);
});
afterAll(() => test.close());

describe('the pages', () => {
  it('begin with one that leads on, in the language of the visitor', async () => {
    const french = await (await stranger.get('/')).text();
    const english = await (await stranger.get('/', { 'accept-language': 'en-GB,fr;q=0.5' })).text();
    expect(french).toContain('<html lang="fr">');
    expect(english).toContain('<html lang="en">');
    for (const page of [french, english]) {
      expect(page).toContain('href="/fournisseur/"');
      expect(page).toContain('href="/administration/"');
    }
  });

  it('offer an explorer to browsers that opens nothing from elsewhere', async () => {
    const response = await stranger.get('/graphql', { accept: 'text/html' });
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'sha256-/,
    );
    expect(page).toContain('<textarea id="query"');
    expect(page).not.toMatch(/(src|href)="?https?:/);
  });

  it('say what to do where nothing is', async () => {
    const response = await stranger.get('/nowhere', { 'accept-language': 'en' });
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'address-unknown' }]);
  });

  it('of the apps cannot be left for other files of the machine', async () => {
    for (const path of [
      '/fournisseur/..%2f..%2fgateway%2fpackage.json',
      '/fournisseur/%2e%2e/package.json',
    ]) {
      const text = await (await stranger.get(path)).text();
      expect(text).not.toContain('@parvis/');
    }
  });

  it('all say that they are what they say they are, and who may frame them', async () => {
    for (const path of ['/', '/graphql', '/healthz', '/fournisseur/', '/documents/x/original']) {
      const { headers } = await stranger.get(path);
      expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
      expect([path, headers.get('x-frame-options')]).toEqual([path, 'SAMEORIGIN']);
      expect([path, headers.get('x-powered-by')]).toEqual([path, null]);
    }
  });
});

describe('the health', () => {
  it('says that the process lives and that the database answers', async () => {
    expect((await stranger.get('/healthz')).status).toBe(200);
    expect((await stranger.get('/readyz')).status).toBe(200);
  });

  it('measures requests, and tells a proxy nothing without the token', async () => {
    const metrics = await (await stranger.get('/metrics')).text();
    expect(metrics).toContain('parvis_http_request_seconds_bucket');
    const forwarded = await stranger.get('/metrics', { 'x-forwarded-for': '192.0.2.7' });
    expect(forwarded.status).toBe(403);
  });
});

describe('the API', () => {
  it('refuses what is too deep, too wide or too long before it does any work', async () => {
    const deep = '{ viewer { memberships { structure { ... on Structure { id } } } } }';
    expect((await stranger.ask(deep)).errors).toEqual([]);
    const chain = (levels: number): string =>
      levels === 0 ? '{ id }' : `{ deliveries { invoice ${chain(levels - 1)} } }`;
    const tooDeep = await stranger.ask(`query ($id: ID!) { invoice(id: $id) ${chain(7)} }`, { id: 'x' });
    expect(tooDeep.errors).toMatchObject([{ extensions: { refusal: 'request-too-large' } }]);
    const wide = Array.from({ length: 13 }, (_, index) => `a${index}: viewer { id }`).join(' ');
    expect((await stranger.ask(`{ ${wide} }`)).errors).toMatchObject([
      { extensions: { refusal: 'request-too-large' } },
    ]);
    const long = await stranger.ask(`{ viewer { ${'id '.repeat(4000)} } }`);
    expect(long.errors).toHaveLength(1);
  });

  it('takes one request at a time', async () => {
    const response = await fetch(`${test.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ viewer { id } }' }, { query: '{ viewer { id } }' }]),
    });
    expect(response.status).toBe(400);
  });

  it('names the limit to a body that is too large, and the mistake to one that is no JSON', async () => {
    const send = async (body: string) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${test.url}/graphql`, { method: 'POST', headers, body });
      return [response.status, await response.json()];
    };
    expect(await send(JSON.stringify({ query: ' '.repeat(2_000_000) }))).toMatchObject([
      413,
      { code: 'body-too-large' },
    ]);
    expect(await send('{"query"')).toMatchObject([400, { code: 'body-not-json' }]);
  });

  it('shows a failure by its reference only', async () => {
    const client = await ApiClient.signedInAs(alice, test.url);
    await test.persistence.dataSource.query('ALTER TABLE structure RENAME TO elsewhere');
    try {
      const { errors } = await client.ask('{ directory(search: "x") { totalCount } }');
      expect(errors).toMatchObject([
        { extensions: { code: 'INTERNAL_SERVER_ERROR', reference: expect.stringMatching(/^[0-9a-f]{8}$/) } },
      ]);
      expect(JSON.stringify(errors)).not.toMatch(/relation|structure|stack/i);
    } finally {
      await test.persistence.dataSource.query('ALTER TABLE elsewhere RENAME TO structure');
    }
  });
});
