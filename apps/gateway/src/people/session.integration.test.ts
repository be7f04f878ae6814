import { alice, claire, password } from '@parvis/application/testing/cast';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on SignedIn { token expiresAt viewer { name memberships { side role structure { name siret } } } }
    ... on SignInRefused { code retryAt }
  }
}`;
const VIEWER = '{ viewer { email language } }';

let test: TestGateway;
beforeAll(async () => {
  test = await startTestGateway();
});
afterAll(() => test.close());

const signIn = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${test.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: SIGN_IN, variables: { input: body } }),
  });

describe('a session', () => {
  it('opens with address and password, and tells who is there', async () => {
    const client = new ApiClient(test.url);
    const { data } = await client.ask<{ signIn: Record<string, unknown> }>(SIGN_IN, {
      input: { email: alice.email.toUpperCase(), password },
    });
    expect(data.signIn).toMatchObject({
      __typename: 'SignedIn',
      viewer: {
        name: alice.name,
        memberships: [
          {
            side: 'SUPPLIER',
            role: 'USER',
            structure: { name: 'Papeterie du Bocage', siret: '00000012500013' },
          },
        ],
      },
    });
  });

  it('reaches browsers as a cookie that no script reads and no other site sends', async () => {
    const response = await signIn({ email: alice.email, password });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^parvis_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=/);
    const signedIn = await fetch(`${test.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: cookie.split(';')[0] ?? '' },
      body: JSON.stringify({ query: VIEWER }),
    });
    expect(await signedIn.json()).toEqual({ data: { viewer: { email: alice.email, language: 'FR' } } });
  });

  it('ends for good when the person signs out', async () => {
    const client = await ApiClient.signedInAs(claire, test.url);
    await client.ask('mutation { signOut }');
    expect((await client.ask(VIEWER)).data).toEqual({ viewer: null });
  });

  it('is refused for a wrong password without saying what was wrong', async () => {
    const known = await new ApiClient(test.url).ask(SIGN_IN, {
      input: { email: claire.email, password: 'x' },
    });
    const unknown = await new ApiClient(test.url).ask(SIGN_IN, {
      input: { email: 'nobody@exemple.invalid', password: 'x' },
    });
    expect(known.data).toEqual({
      signIn: { __typename: 'SignInRefused', code: 'credentials-refused', retryAt: null },
    });
    expect(unknown.data).toEqual(known.data);
  });

  it('waits after too many tries', async () => {
    const email = 'guessed@exemple.invalid';
    for (let tries = 0; tries < 5; tries += 1) await signIn({ email, password: String(tries) });
    const { data } = await new ApiClient(test.url).ask<{ signIn: { code: string; retryAt: string } }>(
      SIGN_IN,
      {
        input: { email, password },
      },
    );
    expect(data.signIn.code).toBe('too-many-tries');
    expect(Date.parse(data.signIn.retryAt)).toBeGreaterThan(Date.now());
  });

  it('is not used by another site either, whatever credentials a browser adds by itself', async () => {
    const { token } = await ApiClient.signedInAs(claire, test.url);
    const headers = {
      origin: 'https://elsewhere.example',
      authorization: 'Basic dmlzaXRldXI6dmlzaXRldXI=',
      cookie: `parvis_session=${token}`,
    };
    const response = await signIn({ email: alice.email, password }, headers);
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'origin-refused' }]);
  });

  it('is not opened for another site', async () => {
    const response = await signIn({ email: alice.email, password }, { origin: 'https://elsewhere.example' });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'origin-refused' });
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it('is not opened by a form, which needs no permission to cross sites', async () => {
    const response = await fetch(`${test.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: SIGN_IN, variables: { input: { email: alice.email, password } } }),
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});
