import type { OpenIdFinished } from '@parvis/application/people/openid/finish-openid';
import type { Device } from '@parvis/application/people/sessions/session';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { readCookie, sessionCookie } from '../../http/cookies.js';
import { pagePolicy } from '../../http/page-policy.js';
import { sendRefusal } from '../../http/problem.js';
import type { Route } from '../../http/route.js';
import { personOf } from '../../request-context.js';
import type { UseCases } from '../../use-cases.js';
import { donePage } from './done-page.js';

interface OpenIdParts extends Pick<UseCases, 'startOpenId' | 'finishOpenId' | 'linkOpenId'> {
  readonly publicUrl: string;
  readonly log: Logger;
}

const FOLDER = '/auth/openid';
const STATE_COOKIE = 'parvis_openid';
const LINK_COOKIE = 'parvis_openid_link';
const TEN_MINUTES_MS = 10 * 60_000;
const open = (reason: string) => ({ kind: 'open', reason }) as const;

/** Signing in by way of a provider: there, back, and the link to the account its owner has proved. */
export const openIdRoutes = (parts: OpenIdParts): readonly Route[] => [
  {
    method: 'get',
    path: `${FOLDER}/:provider/start`,
    binding: open('signing in is how one stops being a stranger'),
    handle: (request, response) => start(request, response, parts),
  },
  {
    method: 'get',
    path: `${FOLDER}/:provider/callback`,
    binding: open('a provider sends strangers back'),
    handle: (request, response) => comeBack(request, response, parts),
  },
  {
    method: 'get',
    path: `${FOLDER}/done`,
    binding: open('a page that says that the tab may be closed'),
    handle: (_request, response) =>
      void response.set('Content-Security-Policy', pagePolicy(donePage)).type('html').send(donePage),
  },
  {
    method: 'post',
    path: `${FOLDER}/link`,
    binding: { kind: 'person', reason: 'one’s own account is one’s own to link' },
    handle: async (request, response, caller) => {
      const link = readCookie(request.headers.cookie, LINK_COOKIE) ?? '';
      response.append('Set-Cookie', cookie(LINK_COOKIE, '', new Date(0), parts));
      const linked = await parts.linkOpenId(link, personOf(caller));
      if (linked.ok) response.json({ linked: true });
      else sendRefusal(response, linked.refusal, caller.language);
    },
  },
];

const start = async (request: Request, response: Response, parts: OpenIdParts): Promise<void> => {
  const returnTo = ourPath(request.query.retour);
  response.set('Cache-Control', 'no-store');
  try {
    const started = await parts.startOpenId({
      provider: String(request.params.provider),
      returnTo,
      device: deviceOf(request),
    });
    if (!started.ok) {
      response.redirect(303, `${returnTo}#connexion=echec`);
      return;
    }
    const { address, state } = started.value;
    const kept = `${state}.${encodeURIComponent(returnTo)}`;
    const until = new Date(Date.now() + TEN_MINUTES_MS);
    response.append('Set-Cookie', cookie(STATE_COOKIE, kept, until, parts));
    response.redirect(303, address);
  } catch (failure) {
    parts.log.warn({ err: failure }, 'an OpenID provider is out of reach');
    response.redirect(303, `${returnTo}#connexion=echec`);
  }
};

const comeBack = async (request: Request, response: Response, parts: OpenIdParts): Promise<void> => {
  const [keptState, keptPath] = (readCookie(request.headers.cookie, STATE_COOKIE) ?? '').split('.');
  response.set('Cache-Control', 'no-store');
  response.append('Set-Cookie', cookie(STATE_COOKIE, '', new Date(0), parts));
  const finished = await parts.finishOpenId({
    provider: String(request.params.provider),
    returned: new URL(request.originalUrl, parts.publicUrl).searchParams,
    keptState: keptState || undefined,
    device: deviceOf(request),
  });
  if (finished.ok) {
    lead(finished.value, response, parts);
    return;
  }
  const reason = finished.refusal.code === 'openid-failed' ? 'echec' : 'adresse';
  response.redirect(303, `${ourPath(decoded(keptPath))}#connexion=${reason}`);
};

/** What a browser kept may be anything. */
const decoded = (kept = ''): string => {
  try {
    return decodeURIComponent(kept);
  } catch {
    return '';
  }
};

/** What the page has to know stands behind the `#`: browsers send it to no server, and no log sees it. */
const lead = (finished: OpenIdFinished, response: Response, parts: OpenIdParts): void => {
  const { returnTo } = finished;
  if (finished.kind === 'secondFactor') {
    const methods = finished.methods.join(',');
    response.redirect(303, `${returnTo}#connexion=facteur.${finished.challenge}.${methods}`);
  } else if (finished.kind === 'link') {
    response.append('Set-Cookie', cookie(LINK_COOKIE, finished.link, finished.expiresAt, parts));
    response.redirect(303, `${returnTo}#connexion=relier`);
  } else {
    const { token, expiresAt } = finished.opened;
    response.append('Set-Cookie', sessionCookie(token, expiresAt, isSecure(parts)));
    response.redirect(303, returnTo === `${FOLDER}/done` ? `${returnTo}#connexion=faite` : returnTo);
  }
};

const deviceOf = ({ ip, headers }: Request): Device => {
  const userAgent = headers['user-agent'];
  return { ...(ip ? { networkAddress: ip } : {}), ...(userAgent ? { userAgent } : {}) };
};

const isSecure = ({ publicUrl }: OpenIdParts): boolean => publicUrl.startsWith('https://');

const cookie = (name: string, value: string, expiresAt: Date, parts: OpenIdParts): string =>
  [
    `${name}=${value}`,
    `Path=${FOLDER}`,
    'HttpOnly',
    'SameSite=Lax',
    `Expires=${expiresAt.toUTCString()}`,
    ...(isSecure(parts) ? ['Secure'] : []),
  ].join('; ');

/** A page of either app, or the one that closes; nobody is sent elsewhere from here. */
const ourPath = (given: unknown): string =>
  typeof given === 'string' && /^\/(fournisseur|administration|auth\/openid\/done)(\/[\w\-/.]*)?$/.test(given)
    ? given
    : '/fournisseur/';
