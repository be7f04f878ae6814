import { within } from '@parvis/application/ports/time-left';
import type { RequestHandler } from 'express';
import { preferredLanguage } from '../../http/identify.js';
import { sendLimit } from './operation-gate.js';

/**
 * Answers when the time is over, whatever still goes on behind. From then on no unit of work begins for this request, and
 * the database breaks off the statement under way, so that nothing goes on for long.
 */
export const answerInTime =
  (milliseconds: number): RequestHandler =>
  (request, response, next) => {
    const timer = setTimeout(() => {
      if (response.headersSent) return;
      sendLimit(response, { code: 'took-too-long' }, preferredLanguage(request.headers['accept-language']));
    }, milliseconds);
    response.once('close', () => clearTimeout(timer));
    within(milliseconds, next);
  };
