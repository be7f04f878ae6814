import { password } from '@parvis/application/testing/cast';
import type { Person } from '@parvis/domain/access/actor';

export interface Answer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** Speaks to the gateway as a program does: GraphQL over HTTP, signed in by a token or not at all. */
export class ApiClient {
  constructor(
    readonly url: string,
    readonly token?: string,
  ) {}

  static async signedInAs({ email }: Person, url: string): Promise<ApiClient> {
    const { data } = await new ApiClient(url).ask<{ signIn: { token: string } }>(
      'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { token } } }',
      { input: { email, password } },
    );
    return new ApiClient(url, data.signIn.token);
  }

  async ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers() },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors = [] } = (await response.json()) as Answer<Data>;
    return { status: response.status, data, errors };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url + path, { headers: { ...this.headers(), ...headers }, redirect: 'manual' });
  }

  upload(fileName: string, bytes: Uint8Array, headers: Record<string, string> = {}): Promise<Response> {
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.from(bytes)]), fileName);
    return fetch(`${this.url}/documents/uploads`, {
      method: 'POST',
      headers: { ...this.headers(), ...headers },
      body: form,
    });
  }

  private headers(): Record<string, string> {
    return this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
  }
}
