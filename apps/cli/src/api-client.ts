import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { type CliConfig, UnusableError } from './config.js';
import type { Words } from './words.js';

const TRIES = 4;

/** Talks GraphQL and HTTP to the platform, as a program with its key or as one signed-in person. */
export class ApiClient {
  private constructor(
    private readonly config: CliConfig,
    readonly token: string,
  ) {}

  /** With a key as it is; else signs in with what the configuration holds, asking on a terminal for what it lacks. */
  static async signIn(config: CliConfig, words: Words): Promise<ApiClient> {
    if (config.key !== undefined) return new ApiClient(config, config.key);
    const email = config.email ?? (await ask(words.email, words.missing('PARVIS_EMAIL')));
    const password = config.password ?? (await ask(words.password, words.missing('PARVIS_PASSWORD'), true));
    const anonymous = new ApiClient(config, '');
    const { signIn } = await anonymous.query<{ signIn: SignInAnswer }>(SIGN_IN, {
      input: { email, password },
    });
    if (signIn.__typename === 'SignInRefused') throw new UnusableError(signIn.message);
    if (signIn.__typename === 'SecondFactorRequired') throw new UnusableError(words.secondFactor);
    return new ApiClient(config, signIn.token);
  }

  get webSocketUrl(): string {
    return `${this.config.url.replace(/^http/, 'ws')}/graphql`;
  }

  /** Repeats when the line drops: callers pass only what is safe to repeat (reads, keyed deposits). */
  async query<Answer>(query: string, variables: Record<string, unknown>): Promise<Answer> {
    const response = await this.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Answer; errors?: { message: string }[] };
    if (!data || errors?.length)
      throw new UnusableError(errors?.map(({ message }) => message).join('\n') ?? response.statusText);
    return data;
  }

  async upload(fileName: string, bytes: Uint8Array): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.from(bytes)]), fileName);
    const response = await this.send('/documents/uploads', { method: 'POST', body: form });
    const answer = (await response.json()) as { uploadId?: string; message?: string };
    if (!answer.uploadId) throw new UnusableError(answer.message ?? response.statusText);
    return answer.uploadId;
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    const headers = {
      ...init.headers,
      'accept-language': this.config.language,
      ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await fetch(this.config.url + path, { ...init, headers });
        if (response.status < 502 || attempt === TRIES) return response;
      } catch (error) {
        if (attempt === TRIES) throw unreachable(this.config, error);
      }
      await new Promise((resolve) => setTimeout(resolve, 300 * 2 ** attempt));
    }
  }
}

const unreachable = ({ url, language }: CliConfig, error: unknown): UnusableError => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  return new UnusableError(
    language === 'fr'
      ? `${url} ne répond pas (${cause}). Vérifiez l'adresse, ou démarrez Parvis avec npm start.`
      : `${url} does not answer (${cause}). Check the address, or start Parvis with npm start.`,
  );
};

type SignInAnswer =
  | { readonly __typename: 'SignedIn'; readonly token: string }
  | { readonly __typename: 'SecondFactorRequired' }
  | { readonly __typename: 'SignInRefused'; readonly message: string };

const SIGN_IN = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { __typename ... on SignedIn { token } ... on SignInRefused { message } }
}`;

const ask = async (question: string, whenNobodyThere: string, hidden = false): Promise<string> => {
  if (!process.stdin.isTTY) throw new UnusableError(whenNobodyThere);
  const output = hidden ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stderr;
  if (hidden) process.stderr.write(question);
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  const answer = await terminal.question(hidden ? '' : question);
  terminal.close();
  if (hidden) process.stderr.write('\n');
  return answer.trim();
};
