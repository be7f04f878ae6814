import { setTimeout as wait } from 'node:timers/promises';
import type { HttpAnswer, HttpQuestion, Transport } from '@parvis/connector-kit/exchange';
import { NotNow, Refused } from '@parvis/connector-kit/failures';
import { parseJson, understood } from '@parvis/connector-kit/understood';
import { say } from '@parvis/domain/display/language';
import { type ZodType, z } from 'zod';
import type { OdooAccount } from '../settings.js';
import { credentialsRefused, httpFailure, type Reading, readJson2, readRpc } from './answers.js';
import type { Session, SignedIn } from './session.js';

/** How often a call is made again at once when the database was busy. */
const CONTENTION_TRIES = 8;
/** From here on a server speaks JSON-2; XML-RPC and JSON-RPC end with Odoo 22. */
const FIRST_WITH_JSON_2 = 19;

/** One method of a model. */
export interface Call {
  readonly model: string;
  readonly method: string;
  /** The records it is about; left out for methods of the model itself. */
  readonly ids?: readonly number[];
  /** Its parameters by name, in the order in which the method takes them: JSON-RPC knows places, JSON-2 names. */
  readonly args?: Readonly<Record<string, unknown>>;
  readonly context?: Readonly<Record<string, unknown>>;
}

export interface Search {
  readonly model: string;
  readonly domain: readonly unknown[];
  readonly fields: readonly string[];
  readonly limit?: number;
  /** `write_date asc, id asc` */
  readonly order?: string;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** Every method throws `Refused`, `NotNow` or `NoAnswer`. */
export interface OdooClient {
  signedIn(): Promise<SignedIn>;
  call<Answer>(call: Call, shape: ZodType<Answer>): Promise<Answer>;
  search<Row>(search: Search, shape: ZodType<Row>): Promise<Row[]>;
}

export const makeOdooClient = (account: OdooAccount, session: Session, transport: Transport): OdooClient => {
  const signIn = async (): Promise<SignedIn> => {
    const version = await readVersion(account, transport);
    const speaks = version.major >= FIRST_WITH_JSON_2 ? ('json-2' as const) : ('json-rpc' as const);
    const bare = { ...version, speaks, userId: 0, context: {} };
    const userId = speaks === 'json-rpc' ? await authenticate(account, transport) : 0;
    const question = questionOf(account, { ...bare, userId }, { model: 'res.users', method: 'context_get' });
    const { uid, ...context } = understood(
      'Odoo',
      'res.users.context_get',
      resultOf(readingOf(speaks, await transport(question))),
      userContext,
    );
    return { ...bare, userId: userId || (uid ?? 0), context };
  };

  const signedIn = (): Promise<SignedIn> => {
    session.signedIn ??= signIn().catch((error: unknown) => {
      session.signedIn = undefined;
      throw error;
    });
    return session.signedIn;
  };

  const call: OdooClient['call'] = async (asked, shape) => {
    for (let tries = 1; ; tries += 1) {
      const who = await signedIn();
      const reading = readingOf(who.speaks, await transport(questionOf(account, who, asked)));
      if (reading.kind !== 'contention' || tries === CONTENTION_TRIES) {
        // A key that was taken back may come again under the same name; a server may have been renewed meanwhile.
        if (reading.kind === 'failed' && reading.error instanceof Refused) forget(session, reading.error);
        return understood('Odoo', `${asked.model}.${asked.method}`, resultOf(reading), shape);
      }
      await wait(Math.min(2_000, 100 * 2 ** tries) * (0.5 + Math.random() / 2));
    }
  };

  return {
    signedIn,
    call,
    search: ({ model, domain, fields, limit, order, context = {} }, shape) =>
      call(
        {
          model,
          method: 'search_read',
          args: { domain, fields, offset: 0, limit: limit ?? null, order: order ?? null },
          context,
        },
        z.array(shape),
      ),
  };
};

const forget = (session: Session, { code }: Refused): void => {
  if (code === 'credentials-refused' || code === 'answer-not-understood') session.signedIn = undefined;
};

const versionAnswer = z.looseObject({ version: z.string(), version_info: z.array(z.unknown()) });
const versionResult = z.looseObject({
  server_version: z.string(),
  server_version_info: z.array(z.unknown()),
});

/** Since Odoo 19 a page of its own tells the version; before, the service of JSON-RPC that goes away. */
const readVersion = async (
  account: OdooAccount,
  transport: Transport,
): Promise<Pick<SignedIn, 'version' | 'major'>> => {
  const page = await transport({
    what: 'version',
    method: 'GET',
    url: at(account, 'web/version'),
    headers: { accept: 'application/json' },
  });
  const told = versionAnswer.safeParse(page.status === 200 ? parseJson(page.body) : undefined);
  if (told.success) return { version: told.data.version, major: majorOf(told.data.version_info) };
  if (page.status !== 404 && page.status !== 200) throw httpFailure(page);
  const reading = readRpc(await transport(rpcQuestion(account, 'common', 'version', [])));
  const { server_version, server_version_info } = understood(
    'Odoo',
    'version',
    resultOf(reading),
    versionResult,
  );
  return { version: server_version, major: majorOf(server_version_info) };
};

/** `[17, 0, 0, "final", 0, ""]`, and `["saas~17", 4, …]` for what is between two versions. */
const majorOf = ([first]: readonly unknown[]): number => Number(/\d+/.exec(String(first))?.[0] ?? 0);

/** Zero: the key alone tells who we are. */
const userContext = z.looseObject({ uid: z.int().optional() });

const authenticate = async (account: OdooAccount, transport: Transport): Promise<number> => {
  const { database, user, apiKey } = account;
  const question = rpcQuestion(account, 'common', 'authenticate', [database, user, apiKey, {}]);
  const userId = understood(
    'Odoo',
    'authenticate',
    resultOf(readRpc(await transport(question))),
    z.union([z.int(), z.literal(false)]),
  );
  if (userId === false) throw credentialsRefused();
  return userId;
};

const at = ({ url }: OdooAccount, path: string): string => `${url.replace(/\/+$/, '')}/${path}`;

const questionOf = (account: OdooAccount, who: SignedIn, asked: Call): HttpQuestion => {
  const { model, method, ids, args = {} } = asked;
  const context = { ...who.context, ...asked.context };
  if (who.speaks === 'json-2') {
    return {
      what: `${model}.${method}`,
      method: 'POST',
      url: at(account, `json/2/${model}/${method}`),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        authorization: `bearer ${account.apiKey}`,
        'x-odoo-database': account.database,
      },
      body: JSON.stringify({ ...(ids ? { ids } : {}), context, ...args }),
    };
  }
  const { database, apiKey } = account;
  const places = [...(ids ? [ids] : []), ...Object.values(args)];
  return rpcQuestion(
    account,
    'object',
    'execute_kw',
    [database, who.userId, apiKey, model, method, places, { context }],
    `${model}.${method}`,
  );
};

const rpcQuestion = (
  account: OdooAccount,
  service: 'common' | 'object',
  method: string,
  args: readonly unknown[],
  what = method,
): HttpQuestion => ({
  what,
  method: 'POST',
  url: at(account, 'jsonrpc'),
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ jsonrpc: '2.0', method: 'call', id: 1, params: { service, method, args } }),
});

const readingOf = (speaks: SignedIn['speaks'], http: HttpAnswer): Reading =>
  speaks === 'json-2' ? readJson2(http) : readRpc(http);

const resultOf = (reading: Reading): unknown => {
  switch (reading.kind) {
    case 'result':
      return reading.result;
    case 'contention':
      throw new NotNow(
        say(
          'La base d’Odoo est trop occupée ; nouvel essai prévu.',
          'Odoo’s database is too busy; another try is planned.',
        ),
      );
    case 'failed':
      throw reading.error;
  }
};

/** JSON-RPC sends the key with every call, third among its arguments. */
export const hideKey = (question: HttpQuestion): HttpQuestion => {
  const body = question.url.endsWith('/jsonrpc') ? question.body : undefined;
  if (body === undefined) return question;
  const hidden: unknown = JSON.parse(body, (name, value: unknown) =>
    name === 'args' && Array.isArray(value) && typeof value[2] === 'string'
      ? value.with(2, '(hidden)')
      : value,
  );
  return { ...question, body: JSON.stringify(hidden) };
};
