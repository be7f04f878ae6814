import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';

/** Lets only those pass who show the token. */
export const requireToken = (token: string): RequestHandler => {
  const expected = digest(`Bearer ${token}`);
  return (request, response, next) => {
    if (timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) return next();
    response.status(401).json({
      error: { code: 'token-refused', message: 'Show the token: Authorization: Bearer <SIMULATOR_TOKEN>.' },
    });
  };
};

/** Of one length, so that the comparison takes as long whatever is shown. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
