import type { Session } from '@parvis/application/people/sessions/session';
import type { SettingsCipher } from '../settings-cipher.js';

type OpenId = NonNullable<Session['openId']>;

export interface OpenIdColumns {
  readonly openidProvider: string | null;
  readonly openidToken: string | null;
}

/** `boundTo`: the row; copied to another one, the token does not open. */
export const toOpenIdColumns = (
  openId: OpenId | undefined,
  cipher: SettingsCipher,
  boundTo: string,
): OpenIdColumns => ({
  openidProvider: openId?.provider ?? null,
  openidToken: openId ? String(cipher.seal({ secrets: openId.idToken }, boundTo).secrets) : null,
});

/** Nothing where no provider took part. */
export const fromOpenIdColumns = (
  { openidProvider: provider, openidToken }: OpenIdColumns,
  cipher: SettingsCipher,
  boundTo: string,
): { readonly openId?: OpenId } =>
  provider !== null && openidToken !== null
    ? { openId: { provider, idToken: String(cipher.open({ secrets: openidToken }, boundTo).secrets) } }
    : {};
