import { randomUUID } from 'node:crypto';
import { TookTooLong } from '@parvis/application/ports/time-left';
import type { Language } from '@parvis/domain/display/language';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { refusalText } from '../refusals/refusal-texts.js';
import { refusedError } from '../refusals/refused-error.js';

/** A failure has a cause that is not GraphQL's and not ours to show. */
export const isFailure = (error: GraphQLError): boolean =>
  error.originalError !== undefined &&
  error.originalError !== null &&
  !(error.originalError instanceof GraphQLError);

/** Keeps the cause for the operators, and gives the client a reference to quote. */
export const hideFailure = (error: GraphQLError, language: Language, log: Logger): GraphQLFormattedError => {
  if (error.originalError instanceof TookTooLong) {
    const shown = refusedError({ code: 'took-too-long' }, language).toJSON();
    return { ...shown, ...(error.path ? { path: error.path } : {}) };
  }
  const reference = randomUUID().slice(0, 8);
  log.error({ reference, path: error.path, err: error.originalError ?? error }, 'a field failed');
  const { message, nextStep } = refusalText({ code: 'internal', reference }, language);
  return {
    message,
    ...(error.path ? { path: error.path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR', refusal: 'internal', reference, nextStep },
  };
};

/** As a client may see it: refusals and mistakes in the request as they are, failures by their reference only. */
export const showError = (error: GraphQLError, language: Language, log: Logger): GraphQLFormattedError =>
  isFailure(error) ? hideFailure(error, language, log) : error.toJSON();
