import type { TechnicalAccount } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { Clock } from '../ports/platform.js';
import { publicPartOf } from './key-format.js';
import type { KeyRefusal, RecogniseKey } from './recognise-key.js';

/** Signs and reads the short-lived tokens of programs; what it signed it recognises, and nothing else. */
export interface TokenSigner {
  sign(claims: TokenClaims): Promise<string>;
  /** The key behind a token; undefined when it is not ours, altered, or over. */
  read(token: string, now: Date): Promise<{ readonly keyId: string } | undefined>;
}

export interface TokenClaims {
  readonly keyId: string;
  /** Identifier of the technical account. */
  readonly subject: string;
  readonly scope: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

export interface IssueTokenPorts {
  readonly recogniseKey: RecogniseKey;
  readonly signer: TokenSigner;
  readonly now: Clock;
}

export interface IssuedToken {
  readonly token: string;
  readonly expiresInSeconds: number;
  readonly scope: string;
  readonly program: TechnicalAccount;
}

export type TokenRefusal = KeyRefusal | { readonly code: 'client-mismatch' };

export type IssueToken = (credentials: {
  /** The public part of the key. */
  readonly clientId: string;
  /** The whole key. */
  readonly clientSecret: string;
}) => Promise<Result<IssuedToken, TokenRefusal>>;

export const TOKEN_LIFE_SECONDS = 600;

/** OAuth 2 client credentials (RFC 6749, 4.4): a key in exchange for a token that ends by itself in ten minutes. */
export const makeIssueToken =
  ({ recogniseKey, signer, now }: IssueTokenPorts): IssueToken =>
  async ({ clientId, clientSecret }) => {
    if (publicPartOf(clientSecret) !== clientId) return refuse({ code: 'client-mismatch' });
    const recognised = await recogniseKey({ key: clientSecret });
    if (!recognised.ok) return recognised;
    const program = recognised.value;
    const issuedAt = now();
    const scope = scopeOf(program);
    const token = await signer.sign({
      keyId: program.keyId,
      subject: program.userId,
      scope,
      issuedAt,
      expiresAt: new Date(issuedAt.getTime() + TOKEN_LIFE_SECONDS * 1000),
    });
    return accept({ token, expiresInSeconds: TOKEN_LIFE_SECONDS, scope, program });
  };

/** As OAuth writes scopes: `issuedInvoices:full settings:read`. */
const scopeOf = ({ memberships }: TechnicalAccount): string =>
  memberships.flatMap(({ grants }) => grants.map(({ space, level }) => `${space}:${level}`)).join(' ');
