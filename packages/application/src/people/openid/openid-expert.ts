import type { OpenIdRequest } from './openid-store.js';

/** A provider that people of this installation may sign in with. */
export interface OpenIdProvider {
  /** Stable; stands in addresses. */
  readonly key: string;
  /** As people know it: « ProConnect ». */
  readonly name: string;
}

/** What a provider has vouched for. */
export interface VouchedIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email?: string;
  /** The provider has verified the address; ours until proven otherwise is « no ». */
  readonly emailVerified: boolean;
  /** Of the organisation the person signed in for. */
  readonly siret?: string;
  /** The provider asked for a second factor itself, as its policy in the configuration reads `acr` and `amr`. */
  readonly secondFactor: boolean;
  /** What signing out there asks for. */
  readonly idToken: string;
}

export interface OpenIdBeginning extends Pick<OpenIdRequest, 'nonce' | 'codeVerifier'> {
  readonly state: string;
}

/** Speaks OpenID Connect: code flow with PKCE, state and nonce. Every call goes over the network. */
export interface OpenIdExpert {
  readonly providers: readonly OpenIdProvider[];
  /** The address at the provider. Throws when the provider cannot be reached. */
  begin(provider: string, beginning: OpenIdBeginning): Promise<string>;
  /** Exchanges the code of the return; undefined when anything in it does not hold. */
  finish(
    provider: string,
    returned: URLSearchParams,
    beginning: OpenIdBeginning,
  ): Promise<VouchedIdentity | undefined>;
  /** Where one signs out of the provider too; undefined when it has no such place. */
  signOutAddress(provider: string, idToken: string): Promise<string | undefined>;
}
