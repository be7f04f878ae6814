import type { Principal } from '@parvis/domain/access/actor';
import type { Language } from '@parvis/domain/display/language';
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
import { checkOperation } from '../graphql/gate/check-operation.js';
import { type RequestRead, readRequest } from '../graphql/gate/read-request.js';
import type { TrustedDocuments } from '../graphql/gate/trusted-documents.js';
import { limits } from '../graphql/limits.js';
import type { LimitRefusal } from '../refusals/limit-texts.js';
import { refusedError } from '../refusals/refused-error.js';

export interface SubscriptionAsked {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variableValues: Record<string, unknown> | null;
}

/** Who subscribes, and what the gateway answers. */
export interface Subscribing {
  readonly documents: TrustedDocuments;
  readonly principal: Principal | undefined;
  readonly language: Language;
}

/** What a client subscribes to, within the limits of any request; only subscriptions travel this way. */
export const readSubscription = (
  schema: GraphQLSchema,
  payload: SubscribePayload,
  { documents, principal, language }: Subscribing,
): SubscriptionAsked | readonly GraphQLError[] => {
  const read = readRequest(payload, documents);
  if (!read) return [notHere];
  const refusal = read.ok ? refusalOf(schema, read.value, { documents, principal }) : read.refusal;
  if (refusal || !read.ok) return refusal ? [refusedError(refusal, language)] : [notHere];
  const { query, operationName, variables } = read.value;
  const document = parseWithin(query);
  if (document instanceof GraphQLError) return [document];
  if (getOperationAST(document, operationName)?.operation !== 'subscription') return [notHere];
  const errors = validate(schema, document, specifiedRules);
  if (errors.length > 0) return errors;
  return {
    document,
    operationName: operationName ?? null,
    variableValues: variables ? { ...variables } : null,
  };
};

const refusalOf = (
  schema: GraphQLSchema,
  read: RequestRead,
  { documents, principal }: Pick<Subscribing, 'documents' | 'principal'>,
): LimitRefusal | undefined => {
  if (documents.policy === 'only' && !read.isTrusted && principal?.kind !== 'technicalAccount')
    return { code: 'document-not-trusted' };
  return checkOperation(schema, read);
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
