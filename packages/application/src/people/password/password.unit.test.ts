import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, password } from '../../testing/cast.js';
import { type FakeWorld, makeFakeWorld } from '../../testing/fake-world.js';
import { granted, refusalOf } from '../../testing/journey.js';
import { lastMailTo, linkIn, mailsTo } from '../../testing/mails.js';
import { enrolTotp, provedWithApp } from '../../testing/second-factors.js';
import { makeSignIn } from '../sign-in.js';
import { makeWhoIsSignedIn } from '../who-is-signed-in.js';
import { makeChangePassword } from './change-password.js';
import { makeRequestPasswordReset } from './request-password-reset.js';
import { makeResetPassword } from './reset-password.js';

const next = 'trois chevaux bleus';

describe('a password', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });
  const signIn = (given: string = password) => makeSignIn(world)({ email: alice.email, password: given });
  const ask = (email = alice.email, networkAddress = '192.0.2.7') =>
    makeRequestPasswordReset(world)({ email, side: 'supplier', networkAddress });
  const reset = (link: string, given = next) =>
    makeResetPassword(world)({ link, password: given, side: 'supplier' });
  const isSignedIn = async (token: string) => (await makeWhoIsSignedIn(world)(token)) !== undefined;

  describe('that is forgotten', () => {
    test('is set anew by a mailed link, once, and ends every session', async () => {
      const { token } = granted(await signIn());
      granted(await ask(` ${alice.email.toUpperCase()} `));
      const link = linkIn(lastMailTo(world, alice.email));
      granted(await reset(link));
      expect(await isSignedIn(token)).toBe(false);
      expect(refusalOf(await signIn()).code).toBe('credentials-refused');
      granted(await signIn(next));
      expect(refusalOf(await reset(link, 'un autre mot de passe'))).toEqual({ code: 'link-not-found' });
      expect(lastMailTo(world, alice.email).subject).toBe('Votre mot de passe Parvis a changé');
    });

    test('lets nobody in by itself: the next sign-in asks for the second factor', async () => {
      await enrolTotp(world);
      granted(await ask());
      expect(granted(await reset(linkIn(lastMailTo(world, alice.email))))).toBeUndefined();
      expect(refusalOf(await signIn(next)).code).toBe('second-factor-required');
    });

    test('is asked for with the same answer where there is no account', async () => {
      const known = granted(await ask());
      const unknown = granted(await ask('personne@exemple.invalid'));
      expect(Object.keys(unknown)).toEqual(Object.keys(known));
      expect(mailsTo(world, 'personne@exemple.invalid')).toEqual([]);
      expect(refusalOf(await ask('personne'))).toEqual({ code: 'email-malformed' });
    });

    test('has a link of 30 minutes, which the database does not know', async () => {
      granted(await ask());
      const link = linkIn(lastMailTo(world, alice.email));
      expect(JSON.stringify([...world.tables.accountLinks.values()])).not.toContain(link);
      world.advance(30 * 60);
      expect(refusalOf(await reset(link))).toEqual({ code: 'link-not-found' });
      granted(await signIn());
    });

    test('keeps its link when the new one is too weak', async () => {
      granted(await ask());
      const link = linkIn(lastMailTo(world, alice.email));
      expect(refusalOf(await reset(link, 'azertyuiop123'))).toEqual({ code: 'password-common' });
      granted(await reset(link));
    });

    test('is set by one of two who open the link at once', async () => {
      granted(await ask());
      const link = linkIn(lastMailTo(world, alice.email));
      const answers = await Promise.all([reset(link), reset(link, 'quatre chevaux verts')]);
      expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    });

    test('voids the other links when it is set', async () => {
      granted(await ask());
      const first = linkIn(lastMailTo(world, alice.email));
      granted(await ask());
      granted(await reset(linkIn(lastMailTo(world, alice.email))));
      expect(refusalOf(await reset(first))).toEqual({ code: 'link-not-found' });
    });

    test('is asked for three times an hour for an address, and told until when', async () => {
      const first = world.now().getTime();
      for (let times = 0; times < 3; times += 1) granted(await ask());
      const refusal = refusalOf(await ask());
      expect(refusal).toEqual({ code: 'too-many-tries', retryAt: new Date(first + 3_600_001) });
      granted(await ask(bruno.email));
      world.advance(3601);
      granted(await ask());
    });

    test('opens an address again that wrong passwords had closed', async () => {
      for (let tries = 0; tries < 5; tries += 1) await signIn('wrong');
      expect(refusalOf(await signIn()).code).toBe('too-many-tries');
      granted(await ask());
      granted(await reset(linkIn(lastMailTo(world, alice.email))));
      granted(await signIn(next));
    });
  });

  describe('that is changed', () => {
    const change = (token: string, current = password, given = next) =>
      makeChangePassword(world)({ current, password: given, side: 'supplier', token }, alice);

    test('asks for the current one, and ends the other sessions', async () => {
      const [here, elsewhere] = [granted(await signIn()), granted(await signIn())];
      granted(await change(here.token));
      expect(await isSignedIn(here.token)).toBe(true);
      expect(await isSignedIn(elsewhere.token)).toBe(false);
      granted(await signIn(next));
      expect(lastMailTo(world, alice.email).subject).toBe('Votre mot de passe Parvis a changé');
    });

    test('asks whoever has a second factor for a proof of the last ten minutes, before the password', async () => {
      const { token } = granted(await signIn());
      await enrolTotp(world);
      granted(await change(token));
      world.advance(10 * 60 + 1);
      for (const current of [next, 'wrong'])
        expect(refusalOf(await change(token, current, 'quatre chevaux verts'))).toEqual({
          code: 'proof-needed',
          methods: ['totp', 'recoveryCode'],
        });
      const proved = await provedWithApp(world, token);
      granted(await change(proved, next, 'quatre chevaux verts'));
    });

    test('is refused with a wrong current one, five times at most, and told until when', async () => {
      const { token } = granted(await signIn());
      for (let tries = 0; tries < 5; tries += 1)
        expect(refusalOf(await change(token, 'wrong'))).toEqual({ code: 'current-password-wrong' });
      const refusal = refusalOf(await change(token));
      expect(refusal).toMatchObject({ code: 'too-many-tries', retryAt: expect.any(Date) });
      world.advance(15 * 60 + 1);
      granted(await change(token));
    });

    test('is refused when the new one is too weak, or the person’s own name', async () => {
      const { token } = granted(await signIn());
      expect(refusalOf(await change(token, password, 'court'))).toEqual({ code: 'password-too-short' });
      expect(refusalOf(await change(token, password, 'alice morel 2026'))).toEqual({
        code: 'password-personal',
      });
      granted(await signIn());
    });
  });
});
