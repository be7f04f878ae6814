import type {
  OpenIdBeginning,
  OpenIdExpert,
  OpenIdProvider,
  VouchedIdentity,
} from '../people/openid/openid-expert.js';

/** A provider that vouches for whom the test says; a code is good for the beginning it was given to. */
export class FakeOpenId implements OpenIdExpert {
  readonly providers: readonly OpenIdProvider[] = [{ key: 'proconnect', name: 'ProConnect' }];
  /** Whom the next return vouches for. */
  vouches: Partial<VouchedIdentity> = {};
  private readonly begun = new Map<string, OpenIdBeginning>();

  constructor(private readonly isWorkOpen: () => boolean) {}

  async begin(_provider: string, beginning: OpenIdBeginning): Promise<string> {
    this.refuseInsideWork();
    this.begun.set(beginning.state, beginning);
    return `https://identite.example/autoriser?state=${encodeURIComponent(beginning.state)}`;
  }

  async finish(
    _provider: string,
    _returned: URLSearchParams,
    { state, nonce, codeVerifier }: OpenIdBeginning,
  ): Promise<VouchedIdentity | undefined> {
    this.refuseInsideWork();
    const begun = this.begun.get(state);
    if (begun?.nonce !== nonce || begun.codeVerifier !== codeVerifier) return undefined;
    return {
      issuer: 'https://identite.example',
      subject: 'sujet-1',
      name: 'Zoé Martin',
      emailVerified: true,
      secondFactor: false,
      idToken: 'a.b.c',
      ...this.vouches,
    };
  }

  async signOutAddress(_provider: string, idToken: string): Promise<string> {
    this.refuseInsideWork();
    return `https://identite.example/sortir?id_token_hint=${idToken}`;
  }

  private refuseInsideWork(): void {
    if (this.isWorkOpen()) throw new Error('a provider is asked inside a unit of work');
  }
}
