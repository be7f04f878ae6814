import type { IncomingMessage } from 'node:http';
import type { Principal } from '@parvis/domain/access/actor';
import type { Language } from '@parvis/domain/display/language';
import type { RequestHandler, Response } from 'express';
import type { GraphQLSchema } from 'graphql';
import { preferredLanguage } from '../../http/identify.js';
import type { LimitRefusal } from '../../refusals/limit-texts.js';
import { refusedError } from '../../refusals/refused-error.js';
import { checkOperation } from './check-operation.js';
import { readRequest } from './read-request.js';
import type { TrustedDocuments } from './trusted-documents.js';

export interface GateParts {
  readonly schema: GraphQLSchema;
  readonly documents: TrustedDocuments;
}

/** Requests whose text is the client's own. */
const ownTexts = new WeakSet<IncomingMessage>();

/**
 * Stands before everything else: looks stored documents up and sends away what asks too much, before anybody has found
 * out who asks. Every operation passes it; subscriptions do on their own way (`read-subscription.ts`).
 */
export const operationGate =
  ({ schema, documents }: GateParts): RequestHandler =>
  (request, response, next) => {
    const language = preferredLanguage(request.headers['accept-language']);
    if (request.method !== 'POST') {
      response.set('Allow', 'POST');
      return sendLimit(response, { code: 'method-refused' }, language);
    }
    const read = readRequest(request.body, documents);
    if (!read) return next();
    const refusal = read.ok ? checkOperation(schema, read.value) : read.refusal;
    if (refusal) return sendLimit(response, refusal, language);
    if (!read.ok) return next();
    const { query, isTrusted, operationName, variables } = read.value;
    if (!isTrusted) ownTexts.add(request);
    request.body = {
      query,
      ...(operationName ? { operationName } : {}),
      ...(variables ? { variables } : {}),
    };
    next();
  };

/** Where only our own documents are answered, programs with an account of their own are the exception. */
export const mayAsk = (
  { policy }: TrustedDocuments,
  request: IncomingMessage,
  principal: Principal | undefined,
): boolean => policy !== 'only' || !ownTexts.has(request) || principal?.kind === 'technicalAccount';

/** As an executor would: GraphQL clients read errors there. */
export const sendLimit = (response: Response, refusal: LimitRefusal, language: Language): void => {
  response
    .status(statuses[refusal.code] ?? 400)
    .set('Cache-Control', 'no-store')
    .json({ errors: [refusedError(refusal, language).toJSON()] });
};

const statuses: Partial<Record<LimitRefusal['code'], number>> = {
  'method-refused': 405,
  // As clients expect it, who then send the text.
  'document-unknown': 200,
  'document-not-trusted': 403,
  'took-too-long': 503,
};
