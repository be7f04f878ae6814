import type {
  OpenIdBeginning,
  OpenIdExpert,
  VouchedIdentity,
} from '@parvis/application/people/openid/openid-expert';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
} from 'openid-client';
import { z } from 'zod';
import type { OpenIdProviderConfig } from './openid-providers.js';

interface ClientParts {
  readonly providers: readonly OpenIdProviderConfig[];
  readonly publicUrl: string;
  readonly onProblem: (what: string, details: Readonly<Record<string, string>>) => void;
}

const TIMEOUT_SECONDS = 10;

export const callbackPath = (provider: string): string => `/auth/openid/${provider}/callback`;

/** OpenID Connect over the network; what each provider is able to do is asked once, and again after a failure. */
export const openIdClient = ({ providers, publicUrl, onProblem }: ClientParts): OpenIdExpert => {
  const known = new Map<string, Promise<Configuration>>();
  const configOf = (key: string): OpenIdProviderConfig => {
    const found = providers.find((provider) => provider.key === key);
    if (!found) throw new RangeError(`no OpenID provider ${key}`);
    return found;
  };
  const discover = (key: string): Promise<Configuration> => {
    const asked = known.get(key) ?? askProvider(configOf(key));
    known.set(key, asked);
    asked.catch(() => known.delete(key));
    return asked;
  };
  return {
    providers: providers.map(({ key, name }) => ({ key, name })),
    begin: async (key, { state, nonce, codeVerifier }) => {
      const { scope, acrValues } = configOf(key);
      const address = buildAuthorizationUrl(await discover(key), {
        redirect_uri: publicUrl + callbackPath(key),
        scope,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(acrValues ? { acr_values: acrValues } : {}),
      });
      return address.href;
    },
    finish: async (key, returned, beginning) => {
      const address = new URL(publicUrl + callbackPath(key));
      address.search = returned.toString();
      try {
        return await exchange(await discover(key), configOf(key), address, beginning);
      } catch (cause) {
        // Its message alone: what hangs on the error holds codes and tokens.
        onProblem('an OpenID sign-in did not hold', { provider: key, reason: String(cause) });
        return undefined;
      }
    },
    signOutAddress: async (key, idToken) => {
      const configuration = await discover(key);
      if (!configuration.serverMetadata().end_session_endpoint) return undefined;
      return buildEndSessionUrl(configuration, {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${publicUrl}/`,
      }).href;
    },
  };
};

/** A provider on this machine may speak without TLS: those are for tests and demonstrations. */
const askProvider = (provider: OpenIdProviderConfig): Promise<Configuration> => {
  const { issuer, clientId, clientSecret, userInfoAlgorithm } = provider;
  const metadata = {
    client_secret: clientSecret,
    ...(userInfoAlgorithm ? { userinfo_signed_response_alg: userInfoAlgorithm } : {}),
  };
  const { protocol, hostname } = new URL(issuer);
  const isLocal = protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1');
  return discovery(new URL(issuer), clientId, metadata, undefined, {
    timeout: TIMEOUT_SECONDS,
    ...(isLocal ? { execute: [allowInsecureRequests] } : {}),
  });
};

const claimsShape = z.object({
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  given_name: z.string().optional(),
  usual_name: z.string().optional(),
  family_name: z.string().optional(),
  name: z.string().optional(),
  siret: z.string().optional(),
});

/** Throws when state, nonce, code, issuer, audience or signature do not hold. */
const exchange = async (
  configuration: Configuration,
  provider: OpenIdProviderConfig,
  address: URL,
  { state, nonce, codeVerifier }: OpenIdBeginning,
): Promise<VouchedIdentity> => {
  const tokens = await authorizationCodeGrant(configuration, address, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: codeVerifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims || !tokens.id_token) throw new Error('the provider gave no identity');
  const told = claimsShape.parse({
    ...claims,
    ...(await fetchUserInfo(configuration, tokens.access_token, claims.sub)),
  });
  const { sub: subject, email, email_verified: verified = provider.addressesVerified, siret } = told;
  return {
    issuer: claims.iss,
    subject,
    name: nameOf(told),
    emailVerified: verified,
    secondFactor: hasSecondFactor({ acr: claims.acr, amr: claims.amr }, provider),
    idToken: tokens.id_token,
    ...(email ? { email } : {}),
    ...(siret ? { siret } : {}),
  };
};

const nameOf = (told: z.infer<typeof claimsShape>): string => {
  const { given_name: given, usual_name: usual, family_name: family, name, email = '' } = told;
  return [given, usual ?? family].filter(Boolean).join(' ') || name || email.split('@')[0] || told.sub;
};

/** Policy as data: what this installation takes for a second factor of that provider's. */
export const hasSecondFactor = (
  { acr, amr }: { readonly acr?: unknown; readonly amr?: unknown },
  { secondFactorAcr, secondFactorAmr }: Pick<OpenIdProviderConfig, 'secondFactorAcr' | 'secondFactorAmr'>,
): boolean =>
  (typeof acr === 'string' && secondFactorAcr.includes(acr)) ||
  (Array.isArray(amr) && amr.some((method) => secondFactorAmr.includes(String(method))));
