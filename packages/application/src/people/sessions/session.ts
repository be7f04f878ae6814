/** By which road a person proved who they are. */
export const signInMeans = [
  'password',
  'passwordAndTotp',
  'passwordAndPasskey',
  'passwordAndRecoveryCode',
  'passkey',
  'openId',
  'openIdAndSecondFactor',
] as const;

export type SignInMeans = (typeof signInMeans)[number];

/** Where a session is used from, as far as it is known. */
export interface Device {
  /** IPv4 or IPv6, as the gateway saw it. */
  readonly networkAddress?: string;
  /** The browser's own words for itself, cut at 300 characters. */
  readonly userAgent?: string;
}

export interface Session {
  /** SHA-256 of the opaque token; the token itself is never stored. */
  readonly tokenHash: string;
  /** What lists name it by. */
  readonly sessionId: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** To the minute. */
  readonly lastSeenAt: Date;
  /** When the person last proved who they are. */
  readonly provedAt: Date;
  readonly means: SignInMeans;
  readonly device: Device;
  /** Of a session that a provider opened: where signing out leads, and what it asks for. */
  readonly openId?: { readonly provider: string; readonly idToken: string };
}
