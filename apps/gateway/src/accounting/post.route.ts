import type { ReceivePost } from '@parvis/application/accounting/receive-post';
import express, { type Request, type Response } from 'express';
import type { StrangerLimit } from '../directory/stranger-limit.js';
import { bearerOf, preferredLanguage } from '../http/identify.js';
import { sendRefusal } from '../http/problem.js';
import type { Route } from '../http/route.js';
import type { Refusal } from '../refusals/refusal.js';

/** A thousand statuses are a fifth of it. */
const LARGEST_MESSAGE = 1_048_576;

interface PostParts {
  readonly receivePost: ReceivePost;
  readonly limit: StrangerLimit;
}

/**
 * `POST /webhooks/connections/:connectionId`: a signed message of the connected system, or the notification that there is
 * news. Answered once it is kept: 202, and 200 for what came before.
 */
export const postRoute = ({ receivePost, limit }: PostParts): Route => ({
  method: 'post',
  path: POST_PATH,
  binding: { kind: 'open', reason: 'the message proves by its signature or its token whom it comes from' },
  handle: async (request, response) => {
    const language = preferredLanguage(request.headers['accept-language']);
    const seconds = limit.secondsToWait(request.ip ?? '');
    if (seconds > 0) {
      response.set('Retry-After', String(seconds));
      return refuse(request, response, { code: 'posted-too-often', seconds });
    }
    const body = await readBody(request, response);
    if (!body) return refuse(request, response, { code: 'body-too-large', maximumBytes: LARGEST_MESSAGE });
    const newsToken = bearerOf(request.headers.authorization);
    const outcome = await receivePost({
      connectionId: String(request.params.connectionId),
      message: { headers: plainHeaders(request), body },
      ...(newsToken === undefined ? {} : { newsToken }),
    });
    if (!outcome.ok) {
      if (outcome.refusal.code === 'inbox-full')
        response.set('Retry-After', outcome.refusal.retryAt.toUTCString());
      return sendRefusal(response, outcome.refusal, language);
    }
    const isKnown = outcome.value.received === 'known';
    response
      .status(isKnown ? 200 : 202)
      .set('Cache-Control', 'no-store')
      .json({ received: true });
  },
});

const POST_PATH = '/webhooks/connections/:connectionId';

/** Where the system behind a connection posts to. */
export const postAddress = (publicUrl: string, connectionId: string): string =>
  publicUrl + POST_PATH.replace(':connectionId', connectionId);

const refuse = (request: Request, response: Response, refusal: Refusal): void => {
  // What is still on its way is not read.
  response.set('Connection', 'close');
  sendRefusal(response, refusal, preferredLanguage(request.headers['accept-language']));
};

const parseRaw = express.raw({ type: () => true, limit: LARGEST_MESSAGE, inflate: false });

/** The very bytes that were signed; undefined when they are too many. */
const readBody = (request: Request, response: Response): Promise<Uint8Array | undefined> =>
  new Promise((resolve, reject) => {
    parseRaw(request, response, (failure: unknown) => {
      if (isTooLarge(failure)) return resolve(undefined);
      if (failure) return reject(failure);
      resolve(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
    });
  });

const isTooLarge = (failure: unknown): boolean =>
  failure instanceof Error && 'type' in failure && failure.type === 'entity.too.large';

const plainHeaders = ({ headers }: Request): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
