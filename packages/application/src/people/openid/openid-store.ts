/** A sign-in that is under way at a provider. */
export interface OpenIdRequest {
  /** SHA-256 of the state. */
  readonly stateHash: string;
  /** Key of the provider in the configuration. */
  readonly provider: string;
  readonly nonce: string;
  /** PKCE (RFC 7636). */
  readonly codeVerifier: string;
  /** Path of ours to go back to. */
  readonly returnTo: string;
  readonly expiresAt: Date;
}

/** Who a provider says somebody is. `issuer` and `subject` together name them for ever; the address may change. */
export interface OpenIdIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly provider: string;
  readonly email: string;
}

export interface LinkedIdentity extends OpenIdIdentity {
  readonly userId: string;
  readonly linkedAt: Date;
}

/** An identity somebody brought, until they have proved that the account of this address is theirs. */
export interface OpenIdLink extends OpenIdIdentity {
  /** SHA-256 of the token. */
  readonly linkHash: string;
  readonly expiresAt: Date;
}

export interface OpenIdStore {
  addRequest(request: OpenIdRequest): Promise<void>;
  /** Takes it out: a return is good once. */
  takeRequest(stateHash: string): Promise<OpenIdRequest | undefined>;
  findIdentity(issuer: string, subject: string): Promise<LinkedIdentity | undefined>;
  identitiesOf(userId: string): Promise<LinkedIdentity[]>;
  /** False when it is linked already, to whomever. */
  addIdentity(identity: LinkedIdentity): Promise<boolean>;
  removeIdentity(userId: string, issuer: string, subject: string): Promise<boolean>;
  addLink(link: OpenIdLink): Promise<void>;
  takeLink(linkHash: string): Promise<OpenIdLink | undefined>;
  /** Requests and links; answers how many. */
  removeExpired(now: Date): Promise<number>;
}
