import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { postRoute } from './accounting/post.route.js';
import { discrepancyRoutes } from './accounting/reconciliation/discrepancies.routes.js';
import { mailboxRoutes } from './accounts/mailbox.route.js';
import type { ChangeFeed } from './changes/change-feed.js';
import { startSubscriptions } from './changes/subscription-server.js';
import { type GatewayConfig, isDemonstration } from './config.js';
import { downloadRoutes } from './directory/download.routes.js';
import { makeStrangerLimit } from './directory/stranger-limit.js';
import { makeApollo } from './graphql/apollo.js';
import { buildGuardedSchema } from './graphql/build-schema.js';
import { trustedDocuments } from './graphql/gate/trusted-documents.js';
import { BODY_BYTES, mountGraphql } from './graphql/graphql-handler.js';
import { documentRoutes } from './http/documents.routes.js';
import { errorHandler, notFound } from './http/error-handler.js';
import { healthRoutes } from './http/health.routes.js';
import { makeIdentify } from './http/identify.js';
import { landingRoute } from './http/landing.route.js';
import { type Metrics, makeMetrics } from './http/metrics.js';
import { mountRoutes, type Route } from './http/route.js';
import { securityHeaders } from './http/security-headers.js';
import { tokenRoute } from './http/token.route.js';
import { uploadRoute } from './http/upload.route.js';
import { webAppRoutes } from './http/web-app.route.js';
import { tableRoutes } from './imports/tables.routes.js';
import type { MakeLoaders } from './loaders.js';
import { contextMaker } from './make-context.js';
import { peopleRoutes } from './members/people.routes.js';
import { openIdRoutes } from './people/openid/openid.routes.js';
import type { UseCases } from './use-cases.js';

/** What the gateway works with; `composition.ts` makes it of the real adapters. */
export interface GatewayParts {
  readonly config: GatewayConfig;
  readonly useCases: UseCases;
  readonly makeLoaders: MakeLoaders;
  readonly feed: ChangeFeed;
  readonly now: () => Date;
  readonly pingDatabase: () => Promise<void>;
  /** The built web apps, by the prefix they are served under. */
  readonly webApps: Readonly<Record<string, string>>;
  /** The documents that our apps were built with, text by hash. */
  readonly manifests: readonly Readonly<Record<string, string>>[];
  readonly log: Logger;
}

export interface RunningGateway {
  readonly port: number;
  readonly app: Express;
  readonly schema: GraphQLSchema;
  /** Ends what is under way, within a few seconds. */
  stop(): Promise<void>;
}

const CLOSE_WITHIN_MS = 3000;

/** A run of payments is told invoice by invoice, from one address. */
const POSTS_AT_ONCE = 300;
const POSTS_A_SECOND = 10;

/** Serves everything on one port: pages, GraphQL, subscriptions, documents, health. */
export const startGateway = async (parts: GatewayParts): Promise<RunningGateway> => {
  const { config, useCases, feed, log } = parts;
  const { publicUrl } = config;
  const schema = buildGuardedSchema(parts);
  const identify = makeIdentify(useCases);
  const makeContext = contextMaker({ ...useCases, makeLoaders: parts.makeLoaders, feed });
  const documents = trustedDocuments(config.trustedDocuments, parts.manifests);
  const metrics = makeMetrics(feed);
  let stopping = false;

  const app = express();
  const httpServer = createServer(app);
  const apollo = makeApollo({
    schema,
    httpServer,
    log,
    introspection: config.explorer || !config.production,
  });
  await apollo.start();

  // Whom a request comes from is what the nearest proxies of ours say, and nothing a client may write.
  app.set('trust proxy', config.proxies);
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(metrics.measure, securityHeaders(publicUrl), requestLog(log));
  mountGraphql(app, {
    apollo,
    identify,
    makeContext,
    publicUrl,
    schema,
    documents,
    withExplorer: config.explorer,
  });
  mountRoutes(
    app,
    gatewayRoutes(parts, metrics, () => stopping),
    { identify, publicUrl },
  );
  app.use(notFound, errorHandler(log, BODY_BYTES));

  const closeSubscriptions = startSubscriptions({
    httpServer,
    schema,
    identify,
    contextFor: makeContext,
    feed,
    publicUrl,
    documents,
    log,
  });
  const port = await listen(httpServer, config.port);
  const stop = async (): Promise<void> => {
    stopping = true;
    feed.close();
    await closeSubscriptions();
    const force = setTimeout(() => httpServer.closeAllConnections(), CLOSE_WITHIN_MS);
    await apollo.stop();
    clearTimeout(force);
    metrics.registry.clear();
  };
  return { port, app, schema, stop };
};

/** Every HTTP address besides `/graphql`. */
export const gatewayRoutes = (
  { config, useCases, webApps, pingDatabase, now, log }: GatewayParts,
  metrics: Metrics,
  isStopping: () => boolean,
): readonly Route[] => [
  landingRoute(config.explorer),
  ...(isDemonstration(config) ? mailboxRoutes(useCases) : []),
  ...healthRoutes({
    pingDatabase,
    isStopping,
    metrics: metrics.registry,
    metricsToken: config.metricsToken,
  }),
  uploadRoute(useCases),
  tokenRoute(useCases),
  postRoute({ ...useCases, limit: makeStrangerLimit(now, POSTS_AT_ONCE, POSTS_A_SECOND) }),
  ...peopleRoutes(useCases),
  ...openIdRoutes({ ...useCases, publicUrl: config.publicUrl, log }),
  ...documentRoutes(useCases),
  ...tableRoutes(useCases),
  ...discrepancyRoutes(useCases),
  ...downloadRoutes(useCases),
  ...Object.entries(webApps).flatMap(([prefix, directory]) => webAppRoutes(prefix, directory)),
];

/** Pages and probes say nothing; the address of a return from a provider holds a code. */
const quiet = /^\/(healthz|readyz|metrics|fournisseur|administration|auth\/openid)/;

const requestLog = (log: Logger) =>
  pinoHttp({
    logger: log,
    autoLogging: { ignore: ({ url }) => quiet.test(url ?? '') },
    customLogLevel: (_request, response, error) =>
      error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'info' : 'debug',
  });

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
