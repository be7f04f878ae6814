import { describe, expect, test } from 'vitest';
import type { AccountLink } from '../people/credential-store.js';
import type { PendingSignUp } from '../people/sign-up/sign-up-store.js';
import { alice, bruno, stationer, uuid } from './cast.js';
import { type MakePorts, usePorts } from './use-ports.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 11, minute));

const pending: PendingSignUp = {
  signUpHash: 'a'.repeat(64),
  email: 'nadia@exemple.invalid',
  name: 'Nadia Lopez',
  language: 'fr',
  passwordHash: 'hash',
  target: { kind: 'join', side: 'supplier', structureId: stationer.structureId },
  codeHash: 'b'.repeat(64),
  codeExpiresAt: at(15),
  codeTries: 0,
  linkHash: 'c'.repeat(64),
  sendings: 1,
  lastSentAt: at(0),
  expiresAt: at(59),
};

const link: AccountLink = {
  linkHash: 'd'.repeat(64),
  purpose: 'resetPassword',
  userId: alice.userId,
  expiresAt: at(30),
};

export const describeSignUps = (makePorts: MakePorts): void => {
  describe('sign-ups', () => {
    const ports = usePorts(makePorts);

    test('wait under the secret of the browser and under that of the link, until they are removed', async () => {
      await ports().work.run(async ({ signUps }) => {
        await signUps.add(pending);
        expect(await signUps.findForChange(pending.signUpHash)).toEqual(pending);
        expect(await signUps.findByLinkForChange(pending.linkHash)).toEqual(pending);
        expect(await signUps.findForChange(pending.linkHash)).toBeUndefined();
        const later = { ...pending, codeTries: 2, codeHash: 'e'.repeat(64), lastSentAt: at(3), sendings: 2 };
        await signUps.save(later);
        expect(await signUps.findForChange(pending.signUpHash)).toEqual(later);
        await signUps.remove(pending.signUpHash);
        expect(await signUps.findByLinkForChange(pending.linkHash)).toBeUndefined();
        await signUps.save(later);
        expect(await signUps.findForChange(pending.signUpHash)).toBeUndefined();
      });
    });

    test('are cleared once they are over, and those only', async () => {
      await ports().work.run(async ({ signUps }) => {
        await signUps.add(pending);
        await signUps.add({
          ...pending,
          signUpHash: 'f'.repeat(64),
          linkHash: '1'.repeat(64),
          expiresAt: at(60),
        });
        expect(await signUps.removeExpired(at(58))).toBe(0);
        expect(await signUps.removeExpired(at(59))).toBe(1);
        expect(await signUps.findForChange(pending.signUpHash)).toBeUndefined();
        expect(await signUps.findForChange('f'.repeat(64))).toBeDefined();
      });
    });
  });

  describe('credentials', () => {
    const ports = usePorts(makePorts);
    const nadia = {
      userId: uuid(0xda),
      email: pending.email,
      name: pending.name,
      language: 'en',
      passwordHash: 'hash',
    } as const;

    test('are added once for an address', async () => {
      await ports().work.run(async ({ credentials, accounts }) => {
        expect(await credentials.add(nadia)).toBe(true);
        expect(await credentials.add({ ...nadia, userId: uuid(0xdb) })).toBe(false);
        expect(await credentials.find(nadia.userId)).toMatchObject(nadia);
        expect(await credentials.find(uuid(0xdb))).toBeUndefined();
        expect(await accounts.findPerson(nadia.userId, at(0))).toMatchObject({
          name: nadia.name,
          language: 'en',
          memberships: [],
        });
      });
    });

    test('change, and never to an address somebody has', async () => {
      await ports().work.run(async ({ credentials, accounts }) => {
        await credentials.setPassword(alice.userId, 'another');
        expect(await credentials.setEmail(alice.userId, bruno.email)).toBe(false);
        expect((await accounts.findByEmail(alice.email))?.passwordHash).toBe('another');
        expect(await credentials.setEmail(alice.userId, 'alice@ailleurs.invalid')).toBe(true);
        expect(await accounts.findByEmail(alice.email)).toBeUndefined();
        expect((await accounts.findByEmail('alice@ailleurs.invalid'))?.userId).toBe(alice.userId);
        expect((await accounts.findPerson(alice.userId, at(0)))?.email).toBe('alice@ailleurs.invalid');
        expect(await credentials.setEmail(uuid(0xdc), 'personne@ailleurs.invalid')).toBe(false);
      });
    });
  });

  describe('links of accounts', () => {
    const ports = usePorts(makePorts);

    test('open once, and only what they are for', async () => {
      await ports().work.run(async ({ accountLinks }) => {
        await accountLinks.add(link);
        expect(await accountLinks.take('changeEmail', link.linkHash)).toBeUndefined();
        expect(await accountLinks.holds('resetPassword', link.linkHash, at(29))).toBe(true);
        expect(await accountLinks.holds('resetPassword', link.linkHash, at(30))).toBe(false);
        expect(await accountLinks.take('resetPassword', link.linkHash)).toEqual(link);
        expect(await accountLinks.take('resetPassword', link.linkHash)).toBeUndefined();
      });
    });

    test('of a person go together, of one purpose or of all, and expired ones by themselves', async () => {
      await ports().work.run(async ({ accountLinks }) => {
        const change = { ...link, purpose: 'changeEmail', email: 'a@b.example' } as const;
        await accountLinks.add({ ...change, linkHash: '1' });
        await accountLinks.add({ ...link, linkHash: '2' });
        await accountLinks.add({ ...link, linkHash: '3', userId: bruno.userId });
        await accountLinks.removeOf(alice.userId, 'resetPassword');
        expect(await accountLinks.holds('resetPassword', '2', at(0))).toBe(false);
        expect(await accountLinks.holds('changeEmail', '1', at(0))).toBe(true);
        await accountLinks.removeOf(alice.userId);
        expect(await accountLinks.holds('changeEmail', '1', at(0))).toBe(false);
        expect(await accountLinks.removeExpired(at(29))).toBe(0);
        expect(await accountLinks.removeExpired(at(30))).toBe(1);
      });
    });
  });

  describe('askings', () => {
    const ports = usePorts(makePorts);

    test('are counted by subject, oldest first, and forgotten when they are old', async () => {
      await ports().work.run(async ({ askings }) => {
        for (const minute of [2, 1, 3]) await askings.add('one', at(minute));
        await askings.add('other', at(2));
        expect(await askings.since('one', at(2))).toEqual([at(2), at(3)]);
        expect(await askings.removeBefore(at(2))).toBe(1);
        expect(await askings.since('one', at(0))).toEqual([at(2), at(3)]);
        expect(await askings.since('nobody', at(0))).toEqual([]);
      });
    });
  });

  describe('messages', () => {
    const ports = usePorts(makePorts);
    const mail = { mailId: uuid(0x3a11), to: alice.email, subject: 'Bonjour', body: 'Le code : 123456' };

    test('wait, newest first, until they are sent or refused for good', async () => {
      await ports().work.run(({ mail: outbox }) => outbox.add(mail));
      await ports().work.run(({ mail: outbox }) => outbox.add({ ...mail, mailId: uuid(0x3a12) }));
      await ports().work.run(async ({ mail: outbox }) => {
        expect((await outbox.newestWaiting(10)).map(({ mailId }) => mailId)).toEqual([
          uuid(0x3a12),
          uuid(0x3a11),
        ]);
        expect(await outbox.newestWaiting(1)).toMatchObject([{ mailId: uuid(0x3a12), body: mail.body }]);
        expect(await outbox.findWaiting(mail.mailId)).toEqual(mail);
        await outbox.markSent(mail.mailId, at(0));
        await outbox.markRefused(uuid(0x3a12), 'nobody there');
        expect(await outbox.findWaiting(mail.mailId)).toBeUndefined();
        expect(await outbox.findWaiting(uuid(0x3a12))).toBeUndefined();
        expect(await outbox.newestWaiting(10)).toEqual([]);
      });
    });

    test('are forgotten when they are old', async () => {
      await ports().work.run(async ({ mail: outbox }) => {
        await outbox.add(mail);
        expect(await outbox.removeBefore(new Date(Date.now() - 60_000))).toBe(0);
        expect(await outbox.removeBefore(new Date(Date.now() + 60_000))).toBe(1);
        expect(await outbox.findWaiting(mail.mailId)).toBeUndefined();
      });
    });
  });
};
