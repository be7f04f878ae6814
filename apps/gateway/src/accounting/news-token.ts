import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IsNewsToken } from '@parvis/application/accounting/receive-post';

/**
 * The token by which a system may say that there is news: made of the installation's key, so that nothing is kept.
 * Whoever holds it can have us look once more, and nothing else.
 */
export const makeNewsTokens = (
  secretKey: string,
): { readonly of: (connectionId: string) => string; readonly isFor: IsNewsToken } => {
  const of = (connectionId: string): string =>
    createHmac('sha256', secretKey).update(`news:${connectionId}`).digest('base64url');
  return {
    of,
    isFor: (connectionId, token) => {
      const expected = Buffer.from(of(connectionId));
      const given = Buffer.from(token);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
};
