import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** What a test's provider says of somebody. */
export interface Claims {
  readonly email: string;
  readonly email_verified: boolean;
  readonly given_name: string;
  readonly usual_name: string;
  readonly siret?: string;
}

export interface IdentityProvider {
  readonly issuer: string;
  /** By account: what the next sign-ins say. */
  readonly people: Map<string, Claims>;
  /** Goes through the provider's pages as this account; answers the address it sends the browser back to. */
  signIn(address: string, account: string): Promise<URL>;
  close(): Promise<void>;
}

export const clientSecret = 'a secret of the tests alone';

/** A real OpenID provider in this process, on a port of its own; one client, whose callback is told. */
export const startIdentityProvider = async (callback: string, port: number): Promise<IdentityProvider> => {
  const people = new Map<string, Claims>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'parvis',
        client_secret: clientSecret,
        redirect_uris: [callback],
        // As ProConnect does.
        userinfo_signed_response_alg: 'RS256',
        post_logout_redirect_uris: [`${new URL(callback).origin}/`],
      },
    ],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      given_name: ['given_name'],
      usual_name: ['usual_name'],
      siret: ['siret'],
    },
    features: {
      devInteractions: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      jwtUserinfo: { enabled: true },
    },
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Interaction: 60, Session: 60, Grant: 60 },
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, ...people.get(accountId) }),
    }),
  });
  server.on('request', provider.callback());
  return {
    issuer,
    people,
    signIn: (address, account) => walkThrough(address, account, callback),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** A browser of few words: keeps cookies, follows, and fills in the provider's own two forms. */
const walkThrough = async (address: string, account: string, callback: string): Promise<URL> => {
  const cookies = new Map<string, string>();
  const ask = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  let response = await ask(address);
  for (let steps = 0; steps < 12; steps += 1) {
    const location = response.headers.get('location');
    if (location) {
      const next = new URL(location, response.url);
      if (next.href.startsWith(callback)) return next;
      response = await ask(next.href);
      continue;
    }
    const page = await response.text();
    const [, action = ''] = /action="([^"]+)"/.exec(page) ?? [];
    const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(page) ?? [];
    if (action === '')
      throw new Error(`the provider shows no form: ${response.status} ${page.slice(0, 200)}`);
    response = await ask(new URL(action, response.url).href, { prompt, login: account, password: 'x' });
  }
  throw new Error('the provider never sends back');
};
