import { ApolloClient, InMemoryCache } from '@apollo/client';
import { ApolloLink } from '@apollo/client/link';
import { SetContextLink } from '@apollo/client/link/context';
import { HttpLink } from '@apollo/client/link/http';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import { createClient as createSocket } from 'graphql-ws';
import { possibleTypes } from '../gql/possible-types.js';
import type { SessionWatch } from '../session/session-watch.js';
import { currentLanguage } from '../words/i18n.js';
import { nodePages } from './node-pages.js';
import { signInAgainLink } from './sign-in-again-link.js';
import { storedDocumentsLink } from './stored-documents-link.js';

export interface Connection {
  readonly client: ApolloClient;
  /** Opens the live line anew, with the cookie of whoever has just signed in. */
  reopenLine(): void;
}

/** The app's one connection to the gateway, on the origin that served the page. */
export const connect = (watch: SessionWatch): Connection => {
  const socket = createSocket({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    lazy: true,
    keepAlive: 20_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: beforeRetry,
  });
  const requests = ApolloLink.from([
    new SetContextLink(({ headers }) => ({
      headers: { ...headers, 'apollo-require-preflight': 'true', 'accept-language': currentLanguage() },
    })),
    signInAgainLink(watch),
    storedDocumentsLink,
    new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
  ]);
  const client = new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(socket),
      requests,
    ),
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: {
        Query: {
          fields: {
            invoices: relayStylePagination(['side', 'filter', 'order']),
            directory: relayStylePagination(['search', 'department', 'town', 'kind']),
          },
        },
        DirectoryEntry: { merge: true, fields: { services: nodePages(['search', 'withClosed']) } },
        Invoice: { fields: { content: { merge: true } } },
        EntitySettings: { keyFields: ['structureId'] },
      },
    }),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network' } },
  });
  // What changed while the line was down was announced to nobody: ask for it.
  socket.on('connected', (_socket, _payload, wasRetry) => {
    if (wasRetry) void client.refetchQueries({ include: 'active' });
  });
  return { client, reopenLine: () => socket.terminate() };
};

/** At once the first time, then ever longer up to half a minute; never all browsers at the same moment. */
const beforeRetry = (retries: number): Promise<void> => {
  const longest = retries === 0 ? 300 : Math.min(30_000, 1000 * 2 ** retries);
  return new Promise((resolve) => setTimeout(resolve, longest * (0.5 + Math.random() / 2)));
};
