/** A program of a supplier or of a public entity, speaking GraphQL as anybody's would. */
export class Api {
  private token: string | undefined;

  constructor(readonly url: string) {}

  async signIn(email: string, password: string): Promise<this> {
    const { signIn } = await this.query<{ signIn: { token?: string; message?: string } }>(
      `mutation ($input: SignInInput!) {
        signIn(input: $input) { ... on SignedIn { token } ... on SignInRefused { message } }
      }`,
      { input: { email, password } },
    );
    if (!signIn.token) throw new Error(`sign-in refused: ${signIn.message}`);
    this.token = signIn.token;
    return this;
  }

  get authorization(): Record<string, string> {
    return this.token ? { authorization: `Bearer ${this.token}` } : {};
  }

  /** For the socket over which changes are told. */
  get connectionParams(): Record<string, string> {
    return this.token ? { token: this.token } : {};
  }

  /** Sends a file over HTTP first; the answer is what a deposit or an act names it by. */
  async upload(fileName: string, bytes: Uint8Array, mediaType = 'application/xml'): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([Buffer.from(bytes)], { type: mediaType }), fileName);
    const response = await fetch(`${this.url}/documents/uploads`, {
      method: 'POST',
      headers: this.authorization,
      body: form,
    });
    if (!response.ok) throw new Error(`upload of ${fileName}: ${response.status} ${await response.text()}`);
    const { uploadId } = (await response.json()) as { uploadId: string };
    return uploadId;
  }

  /** A document at its address, as this person gets it. */
  download(address: string): Promise<Response> {
    return fetch(new URL(address, this.url), { headers: this.authorization });
  }

  async query<Answer>(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.authorization },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Answer; errors?: { message: string }[] };
    if (!data || errors) throw new Error(`GraphQL: ${JSON.stringify(errors ?? response.status)}`);
    return data;
  }
}

/** Asks again until the answer is there; fails with what it last saw. For what happens in other processes. */
export const eventually = async <Answer>(
  ask: () => Promise<Answer>,
  isThere: (answer: Answer) => boolean,
  withinSeconds = 60,
): Promise<Answer> => {
  const end = Date.now() + withinSeconds * 1000;
  for (;;) {
    const answer = await ask().catch((error: unknown) => error as Answer);
    if (!(answer instanceof Error) && isThere(answer)) return answer;
    if (Date.now() > end) {
      throw new Error(
        `not there after ${withinSeconds} s; last seen: ${answer instanceof Error ? answer.message : JSON.stringify(answer)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
};
