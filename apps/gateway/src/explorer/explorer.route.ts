import type { RequestHandler } from 'express';
import { pagePolicy } from '../http/page-policy.js';
import { explorerPage } from './explorer-page.js';

const policy = pagePolicy(explorerPage);

/** A browser that opens `/graphql` gets a page to write queries on; programs go on to the API. */
export const explorer: RequestHandler = (request, response, next) => {
  const wantsPage =
    request.method === 'GET' &&
    request.query.query === undefined &&
    request.accepts(['json', 'html']) === 'html';
  if (!wantsPage) return next();
  response
    .set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache' })
    .type('html')
    .send(explorerPage);
};
