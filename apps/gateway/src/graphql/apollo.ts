import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { Language } from '@parvis/domain/display/language';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from '../request-context.js';
import { limits } from './limits.js';
import { hideFailure, isFailure } from './show-error.js';

interface ApolloParts {
  readonly schema: GraphQLSchema;
  readonly httpServer: Server;
  readonly log: Logger;
  /** Programs learn the API from the schema; in production it is read from the repository instead. */
  readonly introspection: boolean;
}

/** Apollo Server with everything that calls elsewhere switched off, and limits on what one request may ask. */
export const makeApollo = ({
  schema,
  httpServer,
  log,
  introspection,
}: ApolloParts): ApolloServer<RequestContext> => {
  const languages = new WeakMap<object, Language>();
  return new ApolloServer<RequestContext>({
    schema,
    introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    // Where the schema is not told, guesses at its names are not mended either.
    hideSchemaDetailsFromClientErrors: !introspection,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens: limits.tokens },
    maxRecursiveSelections: limits.selections,
    logger: log,
    formatError: (formatted, error) => {
      if (!(error instanceof GraphQLError) || !isFailure(error)) return formatted;
      return hideFailure(error, languages.get(error) ?? 'fr', log);
    },
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: 2000 }),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      rememberLanguage(languages),
    ],
  });
};

/** Errors are put into words where the request is no longer known: its language is kept beside each. */
const rememberLanguage = (languages: WeakMap<object, Language>): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue }) {
        for (const error of errors) languages.set(error, contextValue.language);
      },
    };
  },
});
