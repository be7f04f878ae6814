import { setTimeout as wait } from 'node:timers/promises';
import type { HttpAnswer, HttpQuestion, Transport } from '@parvis/connector-kit/exchange';
import { NotNow, Refused } from '@parvis/connector-kit/failures';
import { understood } from '@parvis/connector-kit/understood';
import { say } from '@parvis/domain/display/language';
import { type ZodType, z } from 'zod';
import { type Reading, readAnswer } from './answers.js';
import type { Session, SignedIn } from './session.js';

/** How often a call is made again at once when the database was busy. */
const CONTENTION_TRIES = 8;

type Argument = unknown;

/** A search: which records, how many, in which order, which fields. */
export interface Search {
  readonly domain: readonly Argument[];
  readonly limit?: number;
  readonly order?: readonly (readonly [string, 'ASC' | 'DESC'])[];
  readonly fields: readonly string[];
}

/** Whom to sign in, and where. */
export interface Account {
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

export interface TrytonClient {
  signedIn(): Promise<SignedIn>;
  /** Calls a method of a model; the context is added. Throws `Refused`, `NotNow` or `NoAnswer`. */
  call<Answer>(
    model: string,
    method: string,
    args: readonly Argument[],
    shape: ZodType<Answer>,
  ): Promise<Answer>;
  /** The same by a method's whole name, with more in the context: what wizards need. */
  invoke<Answer>(
    method: string,
    args: readonly Argument[],
    shape: ZodType<Answer>,
    moreContext?: Readonly<Record<string, unknown>>,
  ): Promise<Answer>;
  search<Row>(model: string, search: Search, shape: ZodType<Row>): Promise<Row[]>;
  version(): Promise<string>;
}

export const makeTrytonClient = (account: Account, session: Session, transport: Transport): TrytonClient => {
  const post = (method: string, params: readonly Argument[], authorization?: string): Promise<HttpAnswer> =>
    transport({
      what: method,
      method: 'POST',
      url: method === 'common.server.version' ? new URL('/', account.url).href : account.url,
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      // Exactly these three keys: with a fourth, failures come as HTML.
      body: JSON.stringify({ id: 0, method, params }),
    });

  const unauthenticated = async <Answer>(
    method: string,
    params: readonly Argument[],
    shape: ZodType<Answer>,
  ) => understood('Tryton', method, resultOf(readAnswer(await post(method, params))), shape);

  const signIn = async (): Promise<SignedIn> => {
    const { user, password } = account;
    const [userId, key] = await unauthenticated('common.db.login', [user, { password }, 'fr'], loginResult);
    const authorization = `Session ${Buffer.from(`${user}:${userId}:${key}`).toString('base64')}`;
    const method = 'model.res.user.get_preferences';
    const context = understood(
      'Tryton',
      method,
      resultOf(readAnswer(await post(method, [true, {}], authorization))),
      preferences,
    );
    return { userId, authorization, context, company: context.company };
  };

  const signedIn = (): Promise<SignedIn> => {
    session.signedIn ??= signIn().catch((error: unknown) => {
      session.signedIn = undefined;
      throw error;
    });
    return session.signedIn;
  };

  /** A session ends after a month, and at once where a call demands a fresh one: then sign in again, once. */
  const askSignedIn = async (method: string, args: readonly Argument[], more: object): Promise<Reading> => {
    const before = session.signedIn;
    const ask = async () => {
      const { authorization, context } = await signedIn();
      return readAnswer(await post(method, [...args, { ...context, ...more }], authorization));
    };
    const reading = await ask();
    if (reading.kind !== 'signed-out') return reading;
    if (before === undefined || session.signedIn === before) session.signedIn = undefined;
    return ask();
  };

  const invoke: TrytonClient['invoke'] = async (method, args, shape, more = {}) => {
    for (let tries = 1; ; tries += 1) {
      const reading = await askSignedIn(method, args, more);
      if (reading.kind !== 'contention' || tries === CONTENTION_TRIES)
        return understood('Tryton', method, resultOf(reading), shape);
      await wait(Math.min(2_000, 100 * 2 ** tries) * (0.5 + Math.random() / 2));
    }
  };
  const call: TrytonClient['call'] = (model, method, args, shape) =>
    invoke(`model.${model}.${method}`, args, shape);

  return {
    signedIn,
    invoke,
    call,
    search: (model, { domain, limit, order, fields }, shape) =>
      call(model, 'search_read', [domain, 0, limit ?? null, order ?? null, fields], z.array(shape)),
    version: () => unauthenticated('common.server.version', [], z.string()),
  };
};

const loginResult = z.tuple([z.int(), z.string()]).rest(z.unknown());
const preferences = z.looseObject({ company: z.int() });

const resultOf = (reading: Reading): unknown => {
  switch (reading.kind) {
    case 'result':
      return reading.result;
    case 'contention':
      throw new NotNow(
        say(
          'La base de Tryton est trop occupée ; nouvel essai prévu.',
          'Tryton’s database is too busy; another try is planned.',
        ),
      );
    case 'signed-out':
      throw new Refused(
        'credentials-refused',
        say(
          'Tryton refuse l’identifiant ou le mot de passe de la connexion.',
          'Tryton refuses the connection’s user name or password.',
        ),
      );
    case 'failed':
      throw reading.error;
  }
};

/** Recordings hold no key: it opens the session to whoever reads it. */
export const hideSessionKey = ({ what }: HttpQuestion, answer: HttpAnswer): HttpAnswer =>
  what === 'common.db.login'
    ? { ...answer, body: answer.body.replace(/("result":\s*\[\s*\d+\s*,\s*)"[^"]*"/, '$1"(hidden)"') }
    : answer;
