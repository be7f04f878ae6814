import { describe, expect, it } from 'vitest';
import { makeTokenSigner } from './token-signer.js';

const issuer = 'https://factures.exemple.fr';
const signer = makeTokenSigner('an installation key of some length, long enough', issuer);
const issuedAt = new Date('2026-03-02T09:00:00Z');
const expiresAt = new Date('2026-03-02T09:10:00Z');
const claims = { keyId: 'key-1', subject: 'account-1', scope: 'issuedInvoices:full', issuedAt, expiresAt };

describe('a signed token', () => {
  it('names the key it was issued for, until it is over', async () => {
    const token = await signer.sign(claims);
    expect(await signer.read(token, issuedAt)).toEqual({ keyId: 'key-1' });
    expect(await signer.read(token, new Date(expiresAt.getTime() - 1000))).toEqual({ keyId: 'key-1' });
    expect(await signer.read(token, expiresAt)).toBeUndefined();
  });

  it('is read by every process with the same installation key, and by no other', async () => {
    const token = await signer.sign(claims);
    const same = makeTokenSigner('an installation key of some length, long enough', issuer);
    const other = makeTokenSigner('another installation key of some length, long too', issuer);
    const elsewhere = makeTokenSigner(
      'an installation key of some length, long enough',
      'https://autre.example',
    );
    expect(await same.read(token, issuedAt)).toEqual({ keyId: 'key-1' });
    expect(await other.read(token, issuedAt)).toBeUndefined();
    expect(await elsewhere.read(token, issuedAt)).toBeUndefined();
  });

  it('is nothing once a character has changed, or without a signature', async () => {
    const token = await signer.sign(claims);
    const [header = '', body = '', signature = ''] = token.split('.');
    const forged = Buffer.from(JSON.stringify({ key: 'key-2', exp: 4e9 })).toString('base64url');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
    for (const bad of [`${header}.${forged}.${signature}`, `${none}.${body}.`, 'a.b.c', '..'])
      expect(await signer.read(bad, issuedAt)).toBeUndefined();
  });
});
