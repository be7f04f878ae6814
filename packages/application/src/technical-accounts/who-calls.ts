import type { Principal } from '@parvis/domain/access/actor';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import type { WhoIsSignedIn } from '../people/who-is-signed-in.js';
import type { Clock } from '../ports/platform.js';
import type { TokenSigner } from './issue-token.js';
import { isKey, looksLikeKey } from './key-format.js';
import type { KeyRefusal, RecogniseKey } from './recognise-key.js';

export interface WhoCallsPorts {
  readonly whoIsSignedIn: WhoIsSignedIn;
  readonly recogniseKey: RecogniseKey;
  readonly signer: TokenSigner;
  readonly now: Clock;
}

/** Why credentials that look like a program's open nothing. */
export type CallerRefusal = KeyRefusal | { readonly code: 'access-token-over' };

/** Undefined: the token of a session that is unknown or over, as good as none. */
export type WhoCalls = (token: string) => Promise<Result<Principal | undefined, CallerRefusal>>;

/** Whose credentials these are: a key, a token issued for one, or the token of a person's session. */
export const makeWhoCalls =
  ({ whoIsSignedIn, recogniseKey, signer, now }: WhoCallsPorts): WhoCalls =>
  async (token) => {
    if (isKey(token)) return recogniseKey({ key: token });
    if (looksLikeKey(token)) return refuse({ code: 'key-unknown' });
    if (!isSigned(token)) return accept(await whoIsSignedIn(token));
    const behind = await signer.read(token, now());
    return behind ? recogniseKey({ keyId: behind.keyId }) : refuse({ code: 'access-token-over' });
  };

/** Three parts with dots between (JWS compact form, RFC 7515); the tokens of sessions have none. */
const isSigned = (token: string): boolean => token.split('.').length === 3;
