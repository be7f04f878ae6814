import type { IssueToken, TokenRefusal } from '@parvis/application/technical-accounts/issue-token';
import express, { type Request, type Response } from 'express';
import { refusalText } from '../refusals/refusal-texts.js';
import { preferredLanguage } from './identify.js';
import type { Route } from './route.js';

/** OAuth 2, client credentials (RFC 6749, 4.4). Errors in its words, with ours beside them. */
export const tokenRoute = ({ issueToken }: { readonly issueToken: IssueToken }): Route => ({
  method: 'post',
  path: '/api/oauth/token',
  binding: { kind: 'open', reason: 'a program proves here who it is' },
  handle: (request, response) =>
    new Promise((resolve, reject) => {
      parseForm(request, response, (failure: unknown) => {
        if (failure) return reject(failure);
        answer(request, response, issueToken).then(resolve, reject);
      });
    }),
});

const parseForm = express.urlencoded({ extended: false, limit: 8_000, parameterLimit: 20 });

const answer = async (request: Request, response: Response, issueToken: IssueToken): Promise<void> => {
  response.set({ 'Cache-Control': 'no-store', Pragma: 'no-cache' });
  const form = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  if (form.grant_type !== 'client_credentials')
    return refuse(response, 400, 'unsupported_grant_type', 'grant_type must be client_credentials.');
  const credentials = fromHeader(request.headers.authorization) ?? fromForm(form);
  if (!credentials)
    return refuse(
      response,
      400,
      'invalid_request',
      'Send client_id (the public part of the key) and client_secret (the whole key), in the form or as HTTP Basic.',
    );
  const issued = await issueToken(credentials);
  if (!issued.ok) return refuseClient(request, response, issued.refusal);
  response.json({
    access_token: issued.value.token,
    token_type: 'Bearer',
    expires_in: issued.value.expiresInSeconds,
    scope: issued.value.scope,
  });
};

interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** HTTP Basic as OAuth writes it: both parts percent-encoded (RFC 6749, 2.3.1). */
const fromHeader = (authorization: string | undefined): Credentials | undefined => {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id, ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { clientId: decoded(id ?? ''), clientSecret: decoded(secret.join(':')) };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const fromForm = ({
  client_id: clientId,
  client_secret: clientSecret,
}: Readonly<Record<string, unknown>>): Credentials | undefined =>
  typeof clientId === 'string' && typeof clientSecret === 'string' ? { clientId, clientSecret } : undefined;

const refuseClient = (request: Request, response: Response, refusal: TokenRefusal): void => {
  const { message, nextStep } = refusalText(refusal, preferredLanguage(request.headers['accept-language']));
  response.set('WWW-Authenticate', 'Basic realm="parvis"');
  refuse(response, 401, 'invalid_client', `${message} ${nextStep}`, refusal.code);
};

const refuse = (
  response: Response,
  status: number,
  error: string,
  description: string,
  code?: TokenRefusal['code'],
): void => {
  response.status(status).json({ error, error_description: description, ...(code ? { code } : {}) });
};
