import type { IncomingMessage } from 'node:http';
import type { CallerRefusal } from '@parvis/application/technical-accounts/who-calls';
import type { Principal } from '@parvis/domain/access/actor';
import type { Language } from '@parvis/domain/display/language';
import { accept } from '@parvis/domain/result/result';
import type { UseCases } from '../use-cases.js';
import { readCookie, SESSION_COOKIE } from './cookies.js';

/** Who sends a request, and by which road their session came. */
export interface Caller {
  readonly principal: Principal | undefined;
  /** Why credentials that look like a program's open nothing. */
  readonly refused?: CallerRefusal | undefined;
  readonly token: string | undefined;
  readonly via: 'cookie' | 'bearer' | 'nothing';
  readonly language: Language;
}

export type Identify = (request: Pick<IncomingMessage, 'headers'>, presented?: string) => Promise<Caller>;

/** Finds who is behind a request: a token presented otherwise first, then `Authorization: Bearer`, then the cookie. */
export const makeIdentify =
  ({ whoCalls }: Pick<UseCases, 'whoCalls'>): Identify =>
  async ({ headers }, presented) => {
    const bearer = presented ?? bearerOf(headers.authorization);
    const token = bearer ?? readCookie(headers.cookie, SESSION_COOKIE);
    const known = token === undefined ? accept(undefined) : await whoCalls(token);
    const principal = known.ok ? known.value : undefined;
    const via = token === undefined ? 'nothing' : bearer === undefined ? 'cookie' : 'bearer';
    return {
      principal,
      refused: known.ok ? undefined : known.refusal,
      token,
      via,
      language: principal?.language ?? preferredLanguage(headers['accept-language']),
    };
  };

/** Any other scheme may be a browser's own doing, and says nothing of who asks. */
export const bearerOf = (authorization: string | undefined): string | undefined =>
  /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];

/** French unless English comes first. */
export const preferredLanguage = (acceptLanguage: string | undefined): Language =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'fr';
