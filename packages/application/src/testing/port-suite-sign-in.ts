import { describe, expect, test } from 'vitest';
import type { SignInChallenge } from '../people/factors/challenge-store.js';
import type { Passkey } from '../people/factors/factor-store.js';
import type { LinkedIdentity, OpenIdLink, OpenIdRequest } from '../people/openid/openid-store.js';
import type { Session } from '../people/sessions/session.js';
import { alice, bruno, uuid } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 11, minute));

const session = (letter: string, change: Partial<Session> = {}): Session => ({
  tokenHash: letter.repeat(64),
  sessionId: uuid(letter.charCodeAt(0)),
  userId: alice.userId,
  createdAt: at(0),
  expiresAt: at(720),
  lastSeenAt: at(0),
  provedAt: at(0),
  means: 'password',
  device: {},
  ...change,
});

const passkey: Passkey = {
  credentialId: 'Y3JlZA',
  userId: alice.userId,
  publicKey: 'a2V5',
  counter: 0,
  transports: ['internal', 'hybrid'],
  name: 'Téléphone',
  createdAt: at(0),
};

const challenge: SignInChallenge = {
  challengeHash: 'c'.repeat(64),
  purpose: 'secondFactor',
  userId: alice.userId,
  means: 'openId',
  openId: { provider: 'proconnect', idToken: 'a.b.c' },
  expiresAt: at(5),
};

const request: OpenIdRequest = {
  stateHash: 'd'.repeat(64),
  provider: 'proconnect',
  nonce: 'n',
  codeVerifier: 'v',
  returnTo: '/fournisseur/',
  expiresAt: at(10),
};

const identity: LinkedIdentity = {
  issuer: 'https://identite.example',
  subject: 's-1',
  provider: 'proconnect',
  email: alice.email,
  userId: alice.userId,
  linkedAt: at(0),
};

const link: OpenIdLink = {
  linkHash: 'e'.repeat(64),
  issuer: identity.issuer,
  subject: 's-2',
  provider: 'proconnect',
  email: bruno.email,
  expiresAt: at(10),
};

export const describeSignIn = (makePorts: MakePorts): void => {
  describe('sessions', () => {
    const ports = usePorts(makePorts);

    test('are kept with all that is known of them until removed', async () => {
      const whole = session('a', {
        means: 'openId',
        device: { networkAddress: '192.0.2.7', userAgent: 'Firefox' },
        openId: { provider: 'proconnect', idToken: 'a.b.c' },
      });
      await ports().work.run(async ({ sessions }) => {
        await sessions.add(whole);
        await sessions.add(session('b'));
        expect(await sessions.find(whole.tokenHash)).toEqual(whole);
        expect(await sessions.find('b'.repeat(64))).toEqual(session('b'));
        await sessions.remove(whole.tokenHash);
        await sessions.remove(whole.tokenHash);
        expect(await sessions.find(whole.tokenHash)).toBeUndefined();
      });
    });

    test('of a person are listed, the last seen first, and ended by their owner only', async () => {
      await ports().work.run(async ({ sessions }) => {
        for (const letter of ['a', 'b', 'c']) await sessions.add(session(letter));
        await sessions.add(session('d', { userId: bruno.userId }));
        await sessions.noteSeen('b'.repeat(64), at(3));
        const ids = async () =>
          (await sessions.ofUser(alice.userId, at(1))).map(({ tokenHash }) => tokenHash[0]);
        expect((await ids())[0]).toBe('b');
        expect((await ids()).sort()).toEqual(['a', 'b', 'c']);
        expect(await sessions.ofUser(alice.userId, at(720))).toEqual([]);
        expect(await sessions.removeOne(bruno.userId, session('a').sessionId)).toBe(false);
        expect(await sessions.removeOne(alice.userId, 'nothing like it')).toBe(false);
        expect(await sessions.removeOne(alice.userId, session('a').sessionId)).toBe(true);
        expect(await sessions.removeAll(alice.userId, 'b'.repeat(64))).toBe(1);
        expect(await ids()).toEqual(['b']);
        expect(await sessions.removeAll(alice.userId)).toBe(1);
        expect(await sessions.find('d'.repeat(64))).toBeDefined();
      });
    });

    test('go on under a new token', async () => {
      await ports().work.run(async ({ sessions }) => {
        await sessions.add(session('a'));
        expect(await sessions.rotate('a'.repeat(64), { tokenHash: 'f'.repeat(64), provedAt: at(2) })).toBe(
          true,
        );
        expect(await sessions.rotate('a'.repeat(64), { tokenHash: 'g'.repeat(64), provedAt: at(2) })).toBe(
          false,
        );
        expect(await sessions.find('a'.repeat(64))).toBeUndefined();
        expect(await sessions.find('f'.repeat(64))).toEqual({
          ...session('a'),
          tokenHash: 'f'.repeat(64),
          provedAt: at(2),
        });
      });
    });

    test('that are over are cleared, and those only', async () => {
      await ports().work.run(async ({ sessions }) => {
        await sessions.add(session('a'));
        await sessions.add(session('b', { expiresAt: at(721) }));
        expect(await sessions.removeExpired(at(719))).toBe(0);
        expect(await sessions.removeExpired(at(720))).toBe(1);
        expect(await sessions.find('b'.repeat(64))).toBeDefined();
      });
    });
  });

  describe('second factors', () => {
    const ports = usePorts(makePorts);
    const totp = { userId: alice.userId, secret: 'GEZDGNBVGY3TQOJQ', startedAt: at(0) };

    test('an authenticator app is kept, confirmed, replaced and removed', async () => {
      await ports().work.run(async ({ factors }) => {
        expect(await factors.findTotp(alice.userId)).toBeUndefined();
        await factors.saveTotp(totp);
        expect(await factors.findTotp(alice.userId)).toEqual(totp);
        await factors.confirmTotp(alice.userId, at(1));
        expect(await factors.findTotp(alice.userId)).toEqual({ ...totp, confirmedAt: at(1) });
        await factors.saveTotp({ ...totp, secret: 'ANOTHER' });
        expect(await factors.findTotp(alice.userId)).toEqual({ ...totp, secret: 'ANOTHER' });
        await factors.removeTotp(alice.userId);
        expect(await factors.findTotp(alice.userId)).toBeUndefined();
      });
    });

    test('a time step is taken once, and none before it any more', async () => {
      await ports().work.run(async ({ factors }) => {
        expect(await factors.takeStep(alice.userId, 50)).toBe(false);
        await factors.saveTotp(totp);
        expect(await factors.takeStep(alice.userId, 50)).toBe(true);
        expect(await factors.takeStep(alice.userId, 50)).toBe(false);
        expect(await factors.takeStep(alice.userId, 49)).toBe(false);
        expect(await factors.takeStep(alice.userId, 51)).toBe(true);
      });
    });

    test('passkeys are kept by person, and each belongs to one', async () => {
      await ports().work.run(async ({ factors }) => {
        expect(await factors.addPasskey(passkey)).toBe(true);
        expect(await factors.addPasskey({ ...passkey, userId: bruno.userId })).toBe(false);
        const second = { ...passkey, credentialId: 'c2Vjb25k', createdAt: at(1) };
        expect(await factors.addPasskey(second)).toBe(true);
        expect(await factors.passkeysOf(alice.userId)).toEqual([passkey, second]);
        expect(await factors.renamePasskey(bruno.userId, passkey.credentialId, 'volée')).toBe(false);
        expect(await factors.renamePasskey(alice.userId, passkey.credentialId, 'Bureau')).toBe(true);
        await factors.notePasskeyUse(passkey.credentialId, 4_294_967_295, at(3));
        expect(await factors.findPasskey(passkey.credentialId)).toEqual({
          ...passkey,
          name: 'Bureau',
          counter: 4_294_967_295,
          lastUsedAt: at(3),
        });
        expect(await factors.removePasskey(bruno.userId, passkey.credentialId)).toBe(false);
        expect(await factors.removePasskey(alice.userId, passkey.credentialId)).toBe(true);
        expect(await factors.passkeysOf(alice.userId)).toEqual([second]);
      });
    });

    test('recovery codes serve once, and new ones void the old', async () => {
      await ports().work.run(async ({ factors }) => {
        await factors.replaceRecoveryCodes(alice.userId, ['one', 'two']);
        await factors.replaceRecoveryCodes(bruno.userId, ['one']);
        expect(await factors.takeRecoveryCode(alice.userId, 'one')).toBe(true);
        expect(await factors.takeRecoveryCode(alice.userId, 'one')).toBe(false);
        expect(await factors.countRecoveryCodes(alice.userId)).toBe(1);
        expect(await factors.countRecoveryCodes(bruno.userId)).toBe(1);
        await factors.replaceRecoveryCodes(alice.userId, ['three']);
        expect(await factors.takeRecoveryCode(alice.userId, 'two')).toBe(false);
        await factors.replaceRecoveryCodes(alice.userId, []);
        expect(await factors.countRecoveryCodes(alice.userId)).toBe(0);
      });
    });

    test('a recovery code used twice at once serves one of them', async () => {
      await ports().work.run(({ factors }) => factors.replaceRecoveryCodes(alice.userId, ['one']));
      const use = () => ports().work.run(({ factors }) => factors.takeRecoveryCode(alice.userId, 'one'));
      const used = await Promise.all([use(), use(), use()]);
      expect(used.filter(Boolean)).toHaveLength(1);
    });
  });

  describe('steps of signing in', () => {
    const ports = usePorts(makePorts);

    test('a challenge is found, asked a passkey, and taken once', async () => {
      await ports().work.run(async ({ challenges }) => {
        await challenges.add(challenge);
        await challenges.askPasskey(challenge.challengeHash, 'c2lnbg');
        const asked = { ...challenge, webauthnChallenge: 'c2lnbg' };
        expect(await challenges.find(challenge.challengeHash)).toEqual(asked);
        expect(await challenges.take(challenge.challengeHash)).toEqual(asked);
        expect(await challenges.take(challenge.challengeHash)).toBeUndefined();
        await challenges.add({ challengeHash: 'f', purpose: 'passkeySignIn', expiresAt: at(5) });
        expect(await challenges.removeExpired(at(4))).toBe(0);
        expect(await challenges.removeExpired(at(5))).toBe(1);
      });
    });

    test('a challenge taken by several at once goes to one', async () => {
      await ports().work.run(({ challenges }) => challenges.add(challenge));
      const take = () => ports().work.run(({ challenges }) => challenges.take(challenge.challengeHash));
      const taken = await Promise.all([take(), take(), take()]);
      expect(taken.filter(Boolean)).toHaveLength(1);
    });

    test('a return from a provider is good once', async () => {
      await ports().work.run(async ({ openId }) => {
        await openId.addRequest(request);
        await openId.addLink(link);
        expect(await openId.takeRequest(request.stateHash)).toEqual(request);
        expect(await openId.takeRequest(request.stateHash)).toBeUndefined();
        expect(await openId.takeLink(link.linkHash)).toEqual(link);
        expect(await openId.takeLink(link.linkHash)).toBeUndefined();
        await openId.addRequest(request);
        await openId.addLink(link);
        expect(await openId.removeExpired(at(9))).toBe(0);
        expect(await openId.removeExpired(at(10))).toBe(2);
      });
    });

    test('an identity belongs to one person', async () => {
      await ports().work.run(async ({ openId }) => {
        expect(await openId.addIdentity(identity)).toBe(true);
        expect(await openId.addIdentity({ ...identity, userId: bruno.userId })).toBe(false);
        expect(await openId.findIdentity(identity.issuer, identity.subject)).toEqual(identity);
        expect(await openId.identitiesOf(bruno.userId)).toEqual([]);
        expect(await openId.identitiesOf(alice.userId)).toEqual([identity]);
        expect(await openId.removeIdentity(bruno.userId, identity.issuer, identity.subject)).toBe(false);
        expect(await openId.removeIdentity(alice.userId, identity.issuer, identity.subject)).toBe(true);
      });
    });
  });
};
