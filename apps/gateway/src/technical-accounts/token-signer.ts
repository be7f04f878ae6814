import { createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import type { TokenSigner } from '@parvis/application/technical-accounts/issue-token';
import { errors, jwtVerify, SignJWT } from 'jose';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, 7). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

const AUDIENCE = 'parvis';

/**
 * Signs tokens with Ed25519 under a key derived from the installation's own: every process signs and reads the same,
 * and nothing needs to be kept. A new installation key ends all tokens, which live ten minutes anyway.
 */
export const makeTokenSigner = (secretKey: string, issuer: string): TokenSigner => {
  const seed = Buffer.from(hkdfSync('sha256', secretKey, '', 'parvis access tokens', 32));
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey);
  return {
    sign: ({ keyId, subject, scope, issuedAt, expiresAt }) =>
      new SignJWT({ scope, key: keyId })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setSubject(subject)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(privateKey),
    read: async (token, now) => {
      try {
        const { payload } = await jwtVerify(token, publicKey, {
          algorithms: ['EdDSA'],
          typ: 'at+jwt',
          issuer,
          audience: AUDIENCE,
          currentDate: now,
        });
        return typeof payload.key === 'string' ? { keyId: payload.key } : undefined;
      } catch (failure) {
        if (failure instanceof errors.JOSEError) return undefined;
        throw failure;
      }
    },
  };
};
