import type { IncomingMessage } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import { seeing, sightOf } from '@parvis/application/access/sight';
import express, { type Express, type RequestHandler } from 'express';
import { explorer } from '../explorer/explorer.route.js';
import { endedSessionCookie, sessionCookie } from '../http/cookies.js';
import { bearerOf, type Caller, type Identify, preferredLanguage } from '../http/identify.js';
import { refuseNullCharacters, wellFormed } from '../http/null-character.js';
import { foreignOrigin } from '../http/origin-check.js';
import { sendRefusal } from '../http/problem.js';
import type { MakeContext } from '../make-context.js';
import type { RequestContext, SessionTransport } from '../request-context.js';
import { answerInTime } from './gate/answer-in-time.js';
import { type GateParts, mayAsk, operationGate, sendLimit } from './gate/operation-gate.js';
import { ANSWER_WITHIN_MS } from './limits.js';

interface GraphqlParts extends GateParts {
  readonly apollo: ApolloServer<RequestContext>;
  readonly identify: Identify;
  readonly makeContext: MakeContext;
  readonly publicUrl: string;
  readonly withExplorer: boolean;
}

/** One megabyte of file in base64, and the request around it. */
export const BODY_BYTES = 1_600_000;

/** Mounts `/graphql`: the explorer for browsers, Apollo Server for programs; each field guards itself. */
export const mountGraphql = (app: Express, parts: GraphqlParts): void => {
  const secure = parts.publicUrl.startsWith('https://');
  const callers: Callers = new WeakMap();
  if (parts.withExplorer) app.use('/graphql', explorer);
  app.use(
    '/graphql',
    sameOriginOnly(parts.publicUrl),
    express.json({ limit: BODY_BYTES, verify: refuseNullCharacters, reviver: wellFormed }),
    operationGate(parts),
    answerInTime(ANSWER_WITHIN_MS),
    sighted(callers, parts),
    expressMiddleware(parts.apollo, {
      context: async ({ req, res }) => {
        const caller = await callerOf(callers, req);
        res.set('Cache-Control', 'no-store');
        const session: SessionTransport = {
          open: (token, expiresAt) => void res.append('Set-Cookie', sessionCookie(token, expiresAt, secure)),
          close: () => void res.append('Set-Cookie', endedSessionCookie(secure)),
        };
        const userAgent = req.headers['user-agent'];
        const device = { ...(req.ip ? { networkAddress: req.ip } : {}), ...(userAgent ? { userAgent } : {}) };
        return parts.makeContext(caller, session, device);
      },
    }),
  );
};

type Callers = WeakMap<IncomingMessage, Promise<Caller>>;

/** Finds out who asks, and lets the database show the answer's makers what is in their sight. */
const sighted =
  (callers: Callers, { identify, documents }: Pick<GraphqlParts, 'identify' | 'documents'>): RequestHandler =>
  async (request, response, next) => {
    const caller = identify(request);
    callers.set(request, caller);
    // A failure to find out is told where the answer is made.
    const known = await caller.catch(() => undefined);
    if (!mayAsk(documents, request, known?.principal)) {
      const language = known?.language ?? preferredLanguage(request.headers['accept-language']);
      return sendLimit(response, { code: 'document-not-trusted' }, language);
    }
    seeing(sightOf(known?.principal), next);
  };

const callerOf = (callers: Callers, request: IncomingMessage): Promise<Caller> => {
  const caller = callers.get(request);
  if (!caller) throw new Error('nobody has asked who sends this request');
  return caller;
};

/** Signing in is refused to other sites too: nobody is signed in as somebody else behind their back. */
const sameOriginOnly =
  (publicUrl: string): RequestHandler =>
  (request, response, next) => {
    const origin = foreignOrigin(request.headers, publicUrl);
    const bearsToken = bearerOf(request.headers.authorization) !== undefined;
    if (origin === undefined || bearsToken) return next();
    sendRefusal(
      response,
      { code: 'origin-refused', origin },
      preferredLanguage(request.headers['accept-language']),
    );
  };
