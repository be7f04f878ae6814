import { z } from 'zod';

/** One provider as the environment tells it; ProConnect has `siret`, `usual_name` and `acr` among its claims. */
export const openIdProviderShape = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  name: z.string().min(1).max(60),
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  scope: z.string().default('openid given_name usual_name email siret'),
  /** What is asked for in `acr_values`: « eidas2 » for a second factor at ProConnect. */
  acrValues: z.string().optional(),
  /** By which its answers about people are signed; ProConnect signs them. Left out: plain JSON. */
  userInfoAlgorithm: z.enum(['RS256', 'ES256', 'PS256']).optional(),
  /** Values of `acr` that stand for a second factor over there. */
  secondFactorAcr: z.array(z.string()).default([]),
  /** Values of `amr` that stand for a second factor over there. */
  secondFactorAmr: z.array(z.string()).default(['mfa', 'otp', 'hwk']),
  /** Whether its addresses count as verified when it does not say, as ProConnect does not. */
  addressesVerified: z.boolean().default(false),
});

export type OpenIdProviderConfig = z.infer<typeof openIdProviderShape>;

/** JSON text to providers; undefined when it is no list of them, or two have one key. */
export const parseProviders = (text: string): readonly OpenIdProviderConfig[] | undefined => {
  const parsed = z.array(openIdProviderShape).safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  return new Set(parsed.data.map(({ key }) => key)).size === parsed.data.length ? parsed.data : undefined;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
