import type { Language } from '@parvis/domain/display/language';
import { GraphQLError } from 'graphql';
import type { Refusal } from './refusal.js';
import { refusalText } from './refusal-texts.js';

/** A refusal where the schema has no union to hold it: a GraphQL error with the same code, sentence and next step. */
export const refusedError = (refusal: Refusal, language: Language): GraphQLError => {
  const { message, nextStep } = refusalText(refusal, language);
  return new GraphQLError(message, {
    extensions: {
      code: graphqlCodes[refusal.code] ?? 'REFUSED',
      refusal: refusal.code,
      nextStep,
      ...('argument' in refusal ? { argument: refusal.argument } : {}),
      ...('limit' in refusal ? { limit: refusal.limit } : {}),
      ...('asked' in refusal ? { asked: refusal.asked } : {}),
      ...('allowed' in refusal ? { allowed: refusal.allowed } : {}),
    },
  });
};

/** The words that GraphQL clients know. */
const graphqlCodes: Readonly<Record<string, string>> = {
  'signed-out': 'UNAUTHENTICATED',
  'key-unknown': 'UNAUTHENTICATED',
  'key-expired': 'UNAUTHENTICATED',
  'key-revoked': 'UNAUTHENTICATED',
  'technical-account-closed': 'UNAUTHENTICATED',
  'access-token-over': 'UNAUTHENTICATED',
  'not-allowed': 'FORBIDDEN',
  'cursor-unknown': 'BAD_USER_INPUT',
  'request-too-large': 'BAD_REQUEST',
  'page-size-refused': 'BAD_USER_INPUT',
  'batch-refused': 'BAD_REQUEST',
  'method-refused': 'BAD_REQUEST',
  'document-unknown': 'PERSISTED_QUERY_NOT_FOUND',
  'document-not-trusted': 'FORBIDDEN',
};
