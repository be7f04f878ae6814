import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { limits, sizeLimits } from '../graphql/limits.js';

export interface SubscriptionAsked {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variableValues: Record<string, unknown> | null;
}

/** What a client subscribes to, within the limits of any request; only subscriptions travel this way. */
export const readSubscription = (
  schema: GraphQLSchema,
  { query, operationName, variables }: SubscribePayload,
): SubscriptionAsked | readonly GraphQLError[] => {
  const document = parseWithin(query);
  if (document instanceof GraphQLError) return [document];
  if (getOperationAST(document, operationName)?.operation !== 'subscription') return [notHere];
  const errors = validate(schema, document, [...specifiedRules, sizeLimits]);
  if (errors.length > 0) return errors;
  return { document, operationName: operationName ?? null, variableValues: variables ?? null };
};

const notHere = new GraphQLError(
  'Only subscriptions travel over WebSocket. Send queries and mutations to POST /graphql.',
  { extensions: { code: 'BAD_REQUEST' } },
);

const parseWithin = (query: string): DocumentNode | GraphQLError => {
  try {
    return parse(query, { maxTokens: limits.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
};
