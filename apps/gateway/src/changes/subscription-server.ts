import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { TrustedDocuments } from '../graphql/gate/trusted-documents.js';
import { limits } from '../graphql/limits.js';
import { showError } from '../graphql/show-error.js';
import type { Caller, Identify } from '../http/identify.js';
import { foreignOrigin } from '../http/origin-check.js';
import { refusedError } from '../refusals/refused-error.js';
import type { RequestContext } from '../request-context.js';
import type { ChangeFeed } from './change-feed.js';
import { readSubscription } from './read-subscription.js';
import { sightedSubscribe } from './sighted-subscribe.js';

interface SubscriptionParts {
  readonly httpServer: Server;
  readonly schema: GraphQLSchema;
  readonly identify: Identify;
  readonly contextFor: (caller: Caller) => RequestContext;
  readonly publicUrl: string;
  readonly documents: TrustedDocuments;
  readonly feed: ChangeFeed;
  readonly log: Logger;
}

interface Connected {
  readonly connectionParams?: Readonly<Record<string, unknown>> | undefined;
  readonly extra: { readonly socket: WebSocket; readonly request: IncomingMessage };
}

const MESSAGE_BYTES = 65_536;
const CLOSE_WITHIN_MS = 1000;
const SERVICE_RESTART = 1012;

/** Subscriptions over WebSocket at `/graphql`. Answers the function that says goodbye to every client. */
export const startSubscriptions = (parts: SubscriptionParts): (() => Promise<void>) => {
  const { httpServer, schema, log } = parts;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES });
  httpServer.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const no = refusalOf(request, parts.publicUrl);
    if (no) socket.end(`HTTP/1.1 ${no}\r\nConnection: close\r\n\r\n`);
    else
      sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
  });

  const callerOf = rememberCallers(parts.identify);
  const server = useServer(
    {
      subscribe: sightedSubscribe,
      onSubscribe: async (connected, _id, payload) => {
        const caller = await callerOf(connected);
        if (Object.keys(connected.subscriptions).length > limits.subscriptions)
          return [
            refusedError({ code: 'too-many-subscriptions', allowed: limits.subscriptions }, caller.language),
          ];
        const read = readSubscription(schema, payload, { documents: parts.documents, ...caller });
        if (!('document' in read)) return read;
        return { schema, ...read, contextValue: parts.contextFor(caller) };
      },
      onError: async (connected, _id, _payload, errors) => {
        const { language } = await callerOf(connected);
        return errors.map((error) => showError(error, language, log));
      },
      onNext: async (connected, _id, _payload, _args, { data, errors }) => {
        if (!errors) return undefined;
        const { language } = await callerOf(connected);
        const shown = errors.map((error) => showError(error, language, log));
        return { errors: shown, ...(data === undefined ? {} : { data }) };
      },
    },
    sockets,
  );

  // Clients connect again by themselves, and read what they may have missed.
  parts.feed.onGap(() => {
    for (const socket of sockets.clients) socket.close(SERVICE_RESTART, 'Changes may have been missed');
  });
  return async () => {
    const force = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, CLOSE_WITHIN_MS);
    await server.dispose();
    clearTimeout(force);
  };
};

/** A page of another site would otherwise listen with its visitor's cookie. */
const refusalOf = ({ url, headers }: IncomingMessage, publicUrl: string): string | undefined => {
  if (url?.split('?')[0] !== '/graphql') return '404 Not Found';
  return foreignOrigin(headers, publicUrl) === undefined ? undefined : '403 Forbidden';
};

/** Who is at the other end is looked up once a connection; each change asks anew whether the session still stands. */
const rememberCallers = (identify: Identify): ((connected: Connected) => Promise<Caller>) => {
  const callers = new WeakMap<WebSocket, Promise<Caller>>();
  return ({ extra, connectionParams }) => {
    const known = callers.get(extra.socket);
    if (known) return known;
    const token = connectionParams?.token;
    const caller = identify(extra.request, typeof token === 'string' ? token : undefined);
    callers.set(extra.socket, caller);
    return caller;
  };
};
