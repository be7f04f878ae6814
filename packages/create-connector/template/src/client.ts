import type { Transport } from '@parvis/connector-kit/exchange';
import { classifyStatus, NotNow, Refused, retryAfterSeconds } from '@parvis/connector-kit/failures';
import { say } from '@parvis/domain/display/language';
import type { ZodType } from 'zod';

/** One question to the system. `what` names it in your words: people read it in the list of exchanges. */
export interface Question {
  readonly what: string;
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

export type Client = <Answer>(question: Question, shape: ZodType<Answer>) => Promise<Answer>;

/** Asks, reads, and throws one of three: `Refused` (a person must act), `NotNow` (asked again later), `NoAnswer`. */
export const makeClient = (
  { url, token }: { readonly url: string; readonly token: string },
  transport: Transport,
): Client => {
  const base = url.endsWith('/') ? url : `${url}/`;
  return async ({ what, method = 'GET', path, query = {}, body }, shape) => {
    const address = new URL(`api/${path}`, base);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    const answer = await transport({
      what,
      method,
      url: address.href,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (answer.status >= 300) throw failureOf(answer.status, answer.body, retryAfterSeconds(answer));
    const parsed = shape.safeParse(parseJson(answer.body));
    if (parsed.success) return parsed.data;
    throw new Refused(
      'answer-not-understood',
      say(`Réponse inattendue à « ${what} ».`, `Unexpected answer to "${what}".`),
    );
  };
};

/** Where your system has words of its own for a failure, read them here first. */
const failureOf = (status: number, body: string, waitSeconds: number | undefined): Error => {
  const words = body.slice(0, 300);
  switch (classifyStatus(status)) {
    case 'auth':
      return new Refused(
        'credentials-refused',
        say('Le jeton de la connexion est refusé.', 'The token of the connection is refused.'),
      );
    case 'right':
      return new Refused('right-missing', words);
    case 'gone':
      return new Refused('gone-there', words);
    case 'refused':
      return new Refused('validation-refused', words);
    case 'retry':
    case 'unknown':
      return new NotNow(
        say(`Le système est indisponible (${status}).`, `The system is unavailable (${status}).`),
        waitSeconds,
      );
  }
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
