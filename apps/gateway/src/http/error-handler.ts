import { randomUUID } from 'node:crypto';
import { TookTooLong } from '@parvis/application/ports/time-left';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { preferredLanguage } from './identify.js';
import { NULL_CHARACTER } from './null-character.js';
import { sendRefusal } from './problem.js';

/** The last stop of a failure: kept with its reference for the operators, shown by that reference only. */
export const errorHandler =
  (log: Logger, bodyBytes: number): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const language = preferredLanguage(request.headers['accept-language']);
    const kind = bodyProblem(error);
    if (kind === 'body-too-large')
      return sendRefusal(response, { code: kind, maximumBytes: bodyBytes }, language);
    if (kind) return sendRefusal(response, { code: kind }, language);
    if (isMalformedAddress(error)) return sendRefusal(response, { code: 'address-unknown' }, language);
    if (error instanceof TookTooLong) return sendRefusal(response, { code: 'took-too-long' }, language);
    const reference = randomUUID().slice(0, 8);
    log.error({ reference, method: request.method, path: request.path, err: error }, 'a request failed');
    sendRefusal(response, { code: 'internal', reference }, language);
  };

/** What Express says of an address that is no text: `/documents/%E0%A4%A/original`. */
const isMalformedAddress = (error: unknown): boolean =>
  error instanceof URIError && 'status' in error && error.status === 400;

/** What `express.json` says of a body it cannot take. */
const bodyProblem = (error: unknown): 'body-too-large' | 'body-not-json' | 'null-character' | undefined => {
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return 'body-too-large';
  if (type === NULL_CHARACTER) return 'null-character';
  return typeof type === 'string' && /^(entity|encoding|charset|request)\./.test(type)
    ? 'body-not-json'
    : undefined;
};

export const notFound: RequestHandler = (request, response) =>
  sendRefusal(response, { code: 'address-unknown' }, preferredLanguage(request.headers['accept-language']));
