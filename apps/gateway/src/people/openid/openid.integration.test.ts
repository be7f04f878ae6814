import { createServer } from 'node:net';
import { alice, bruno, hospital } from '@parvis/application/testing/cast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../testing/api-client.js';
import {
  clientSecret,
  type IdentityProvider,
  startIdentityProvider,
} from '../../testing/identity-provider.js';
import { startTestGateway, type TestGateway } from '../../testing/test-gateway.js';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

let identities: IdentityProvider;
let test: TestGateway;
let url: string;
beforeAll(async () => {
  const port = await freePort();
  url = `http://localhost:${port}`;
  identities = await startIdentityProvider(`${url}/auth/openid/proconnect/callback`, 0);
  const provider = {
    key: 'proconnect',
    name: 'ProConnect',
    issuer: identities.issuer,
    clientId: 'parvis',
    clientSecret,
    userInfoAlgorithm: 'RS256',
  };
  test = await startTestGateway({
    PORT: String(port),
    PARVIS_PUBLIC_URL: url,
    PARVIS_OPENID_PROVIDERS: JSON.stringify([provider]),
  });
});
afterAll(async () => {
  await test?.close();
  await identities?.close();
});

/** A browser's cookies for our gateway. */
class Jar {
  readonly cookies = new Map<string, string>();

  async get(address: string): Promise<Response> {
    const response = await fetch(address, { redirect: 'manual', headers: this.headers() });
    this.keep(response);
    return response;
  }

  async post(path: string): Promise<Response> {
    const headers = { ...this.headers(), origin: url };
    const response = await fetch(url + path, { method: 'POST', headers });
    this.keep(response);
    return response;
  }

  async viewer(): Promise<unknown> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers() },
      body: JSON.stringify({ query: '{ viewer { name email } }' }),
    });
    return ((await response.json()) as { data: { viewer: unknown } }).data.viewer;
  }

  private headers(): Record<string, string> {
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  private keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

const knows = (account: string, email: string, more: object = {}): void =>
  void identities.people.set(account, {
    email,
    email_verified: true,
    given_name: 'Zoé',
    usual_name: 'Martin',
    ...more,
  });

/** To the provider, through its pages, and to our door again. */
const begin = async (jar: Jar): Promise<string> => {
  const response = await jar.get(`${url}/auth/openid/proconnect/start?retour=/fournisseur/factures`);
  return response.headers.get('location') ?? '';
};
const come = async (jar: Jar, account: string): Promise<URL> => identities.signIn(await begin(jar), account);
const landed = async (jar: Jar, address: URL | string): Promise<string | null> =>
  (await jar.get(String(address))).headers.get('location');

describe('signing in through a real provider', () => {
  it('makes an account for somebody new, and finds it the next time', async () => {
    knows('zoe', 'zoe@exemple.invalid');
    const first = new Jar();
    expect(await landed(first, await come(first, 'zoe'))).toBe('/fournisseur/factures');
    expect(await first.viewer()).toEqual({ name: 'Zoé Martin', email: 'zoe@exemple.invalid' });
    knows('zoe', 'zoe.martin@exemple.invalid');
    const second = new Jar();
    await landed(second, await come(second, 'zoe'));
    expect(await second.viewer()).toEqual({ name: 'Zoé Martin', email: 'zoe@exemple.invalid' });
  });

  it('asks the managers of the structure that the provider names', async () => {
    knows('agent', 'agent@exemple.invalid', { siret: hospital.siret });
    const jar = new Jar();
    await landed(jar, await come(jar, 'agent'));
    expect(await jar.viewer()).toMatchObject({ email: 'agent@exemple.invalid' });
    const rows: unknown[] = await test.persistence.dataSource.query(
      `SELECT 1 FROM join_request JOIN person USING (user_id)
       WHERE email = 'agent@exemple.invalid' AND structure_id = $1`,
      [hospital.structureId],
    );
    expect(rows).toHaveLength(1);
  });

  it('asks the provider with PKCE, a state and a nonce, each its own', async () => {
    const asked = [new URL(await begin(new Jar())), new URL(await begin(new Jar()))];
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(new Set(asked.map(({ searchParams }) => searchParams.get(name))).size).toBe(2);
    expect(asked[0]?.searchParams.get('code_challenge_method')).toBe('S256');
  });

  it('takes a return once: the same address again opens nothing', async () => {
    knows('zoe', 'zoe@exemple.invalid');
    const jar = new Jar();
    const cookies = new Map(jar.cookies);
    const address = await come(jar, 'zoe');
    for (const [name, value] of jar.cookies) cookies.set(name, value);
    await landed(jar, address);
    const thief = new Jar();
    for (const [name, value] of cookies) thief.cookies.set(name, value);
    expect(await landed(thief, address)).toContain('#connexion=echec');
    expect(await thief.viewer()).toBeNull();
  });

  it('refuses a return that another browser brings, or with a state of its own making', async () => {
    knows('zoe', 'zoe@exemple.invalid');
    const jar = new Jar();
    const address = await come(jar, 'zoe');
    const other = new Jar();
    expect(await landed(other, address)).toContain('#connexion=echec');
    expect(await other.viewer()).toBeNull();
    const forged = new URL(address);
    forged.searchParams.set('state', 'forged');
    expect(await landed(jar, forged)).toContain('#connexion=echec');
    expect(await jar.viewer()).toBeNull();
  });

  it('refuses a code that was given for another beginning: the nonce and the verifier differ', async () => {
    knows('zoe', 'zoe@exemple.invalid');
    const [victim, attacker] = [new Jar(), new Jar()];
    const stolen = await come(attacker, 'zoe');
    const own = await come(victim, 'zoe');
    own.searchParams.set('code', stolen.searchParams.get('code') ?? '');
    expect(await landed(victim, own)).toContain('#connexion=echec');
    expect(await victim.viewer()).toBeNull();
  });

  it('refuses a return that comes too late', async () => {
    knows('zoe', 'zoe@exemple.invalid');
    const jar = new Jar();
    const address = await come(jar, 'zoe');
    await test.persistence.dataSource.query(
      "UPDATE openid_request SET expires_at = now() - interval '1 second'",
    );
    expect(await landed(jar, address)).toContain('#connexion=echec');
  });

  it('lets nobody into the account of an address, verified or not, before its owner has signed in', async () => {
    knows('stranger', alice.email, { email_verified: false });
    const stranger = new Jar();
    expect(await landed(stranger, await come(stranger, 'stranger'))).toContain('#connexion=adresse');
    knows('alice', alice.email);
    const jar = new Jar();
    expect(await landed(jar, await come(jar, 'alice'))).toBe('/fournisseur/factures#connexion=relier');
    expect(await jar.viewer()).toBeNull();
    expect((await jar.post('/auth/openid/link')).status).toBe(401);
  });

  it('links an identity to the account its owner has proved, once, and opens it from then on', async () => {
    knows('bruno', bruno.email);
    const jar = new Jar();
    await landed(jar, await come(jar, 'bruno'));
    const { token } = await ApiClient.signedInAs(bruno, url);
    jar.cookies.set('parvis_session', token ?? '');
    expect((await jar.post('/auth/openid/link')).status).toBe(200);
    expect((await jar.post('/auth/openid/link')).status).not.toBe(200);
    const again = new Jar();
    await landed(again, await come(again, 'bruno'));
    expect(await again.viewer()).toMatchObject({ email: bruno.email });
  });

  it('leads back to pages of ours only', async () => {
    for (const elsewhere of [
      'https://elsewhere.example/',
      '//elsewhere.example',
      '/\\elsewhere',
      '/graphql',
    ]) {
      const jar = new Jar();
      await jar.get(`${url}/auth/openid/proconnect/start?retour=${encodeURIComponent(elsewhere)}`);
      expect(await landed(jar, `${url}/auth/openid/proconnect/callback?error=access_denied`)).toMatch(
        /^\/fournisseur\/#connexion=echec$/,
      );
    }
  });

  it('signs out of the provider too, when that opened the session', async () => {
    knows('zoe', 'zoe@exemple.invalid');
    const jar = new Jar();
    await landed(jar, await come(jar, 'zoe'));
    const client = new ApiClient(url, jar.cookies.get('parvis_session'));
    const { data } = await client.ask<{ signOutOfProvider: string }>('mutation { signOutOfProvider }');
    const address = new URL(data.signOutOfProvider);
    expect(address.origin).toBe(identities.issuer);
    expect(address.searchParams.get('id_token_hint')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(await jar.viewer()).toBeNull();
    const plain = await ApiClient.signedInAs({ ...alice }, url);
    expect((await plain.ask('mutation { signOutOfProvider }')).data).toEqual({ signOutOfProvider: null });
  });

  it('keeps what a provider gave sealed', async () => {
    const rows: { openid_token: string }[] = await test.persistence.dataSource.query(
      'SELECT openid_token FROM session WHERE openid_token IS NOT NULL',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { openid_token: kept } of rows) expect(kept).toMatch(/^v1\./);
  });
});
